"""A path, or the text of a statement, to rule sets: the only way in."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.rulesets.model import RuleSet

RULESET_SUFFIXES = (".yaml", ".yml")
STATEMENT_SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm")

SHIPPED = "microsoft-openai.yaml"

# A statement of 2 MB is longer than any novel; beyond it the path is surely the wrong file.
MAX_BYTES = 2_000_000


def load_claims(path: str | PathLike[str]) -> list[RuleSet]:
    """The rule sets at ``path``, at least one.

    ``path`` is a rule set (``.yaml``, ``.yml``), a folder (its ``*.yaml`` and ``*.yml``, not deeper, in
    name order) or a plain statement (``.txt``, ``.md``, ``.html``) whose sentences serve as the claims.
    Raises ``LocatedError`` with every problem of a rule set at once, and ``ClaimcheckError`` where the
    path is missing, unreadable, empty or of no known kind.
    """
    place = Path(path)
    try:
        if place.is_dir():
            return _load_folder(place)
    except (OSError, ValueError) as error:
        raise ClaimcheckError(f"{place}: cannot be read ({error})") from error
    return [_load_file(place)]


def load_shipped() -> RuleSet:
    """The rule set that comes with claimcheck: Microsoft on its partnership with OpenAI."""
    return _load_file(shipped_path())


def load_text(text: str, name: str = "statement") -> RuleSet:
    """The sentences of a plain statement as a rule set; ``name`` becomes the statement's id.

    Raises ``ClaimcheckError`` where the text holds no sentence.
    """
    from claimcheck.rulesets.statement import read_statement

    return read_statement(text, name)


def shipped_path() -> Path:
    """Where the shipped rule set lies: inside the package in a wheel, beside ``src`` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "claims", package.parent.parent / "claims"):
        if (folder / SHIPPED).is_file():
            return folder / SHIPPED
    raise ClaimcheckError(f"the shipped rule set {SHIPPED} is missing; fix: install claimcheck again")


def _load_folder(folder: Path) -> list[RuleSet]:
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() in RULESET_SUFFIXES)
    if not files:
        raise ClaimcheckError(f"{folder}: no rule set (*.yaml) in this folder")
    return [_load_file(file) for file in files]


def _load_file(path: Path) -> RuleSet:
    suffix = path.suffix.lower()
    text = _read(path)
    if suffix in RULESET_SUFFIXES:
        from claimcheck.rulesets.parse import parse_ruleset

        return parse_ruleset(text, str(path))
    if suffix in STATEMENT_SUFFIXES:
        return load_text(text, path.stem)
    raise ClaimcheckError(
        f"{path}: not a rule set (.yaml) nor a statement (.txt, .md, .html); fix: rename the file"
    )


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ClaimcheckError(f"{path}: cannot be read ({reason})") from error
    if len(data) > MAX_BYTES:
        raise ClaimcheckError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB; fix: name the right file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ClaimcheckError(f"{path}:{line}: not UTF-8 text; fix: save the file as UTF-8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ClaimcheckError(f"{path}:{line}: a NUL character, so not a text file")
    return text
