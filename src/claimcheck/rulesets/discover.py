"""Which rule sets hold in a folder when none are named: the nearest ``claims/``, here or above."""

from __future__ import annotations

import re
from pathlib import Path

from claimcheck.errors import ClaimcheckError

FOLDER = "claims"

# The first line of content that makes a YAML file one of ours; it stands at the top, by convention and
# in every example, and reading further would make discovery slow in folders of large files.
_MARK = re.compile(rb"^claimcheck[ \t]*:", re.MULTILINE)
_HEAD_BYTES = 4096


def discover_claims(start: Path) -> Path | None:
    """The nearest folder ``claims/`` that holds a claimcheck rule set, in ``start`` or above it.

    Looks no higher than the root of the git checkout or the home folder around ``start``. ``None`` means:
    use the shipped rule set. Raises ``ClaimcheckError`` where such a folder cannot be read: to judge by
    other rules than the editor's would be worse than not to judge.
    """
    try:
        start = start.resolve()
        for folder in _upward(start):
            claims = folder / FOLDER
            if _is_folder(claims) and holds_ruleset(claims):
                return claims
    except OSError as error:
        raise ClaimcheckError(
            f"{error.filename}: cannot be read ({error.strerror or error}); fix: let it be read, or use "
            "--isolated"
        ) from error
    return None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # the folder around it cannot be searched, so that nothing is found in it
        return False


def holds_ruleset(folder: Path) -> bool:
    """Whether a ``*.yaml`` or ``*.yml`` directly in ``folder`` is a claimcheck rule set."""
    return any(
        _is_ruleset(file) for file in sorted(folder.iterdir()) if file.suffix.lower() in (".yaml", ".yml")
    )


def _is_ruleset(file: Path) -> bool:
    try:
        if not file.is_file():  # to open a named pipe would wait for its writer
            return False
        with file.open("rb") as opened:
            return _MARK.search(opened.read(_HEAD_BYTES).removeprefix(b"\xef\xbb\xbf")) is not None
    except PermissionError:
        raise  # it may well be one
    except OSError:
        return False


def _upward(start: Path) -> list[Path]:
    folders = [start, *start.parents]
    home = _home()
    for index, folder in enumerate(folders):
        if folder == home or (folder / ".git").exists():
            return folders[: index + 1]
    return folders


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except (OSError, RuntimeError):
        return None
