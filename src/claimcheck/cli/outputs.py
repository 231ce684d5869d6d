"""``--output-file FORMAT=PATH``: what is written besides the results on stdout, and never over an input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from claimcheck.cli.common import unknown
from claimcheck.errors import ClaimcheckError
from claimcheck.reports.lint import FORMATS


def parse_output(given: str) -> tuple[str, str]:
    """Format and path of one ``--output-file``. Raises ``ClaimcheckError``."""
    name, equals, path = given.partition("=")
    if not equals or not path:
        raise ClaimcheckError(f"--output-file {given}: not FORMAT=PATH; fix: sarif=claims.sarif")
    if name not in FORMATS:
        raise ClaimcheckError(f"--output-file {given}: {unknown(name, FORMATS)}")
    return name, path


def refuse_overwriting(
    outputs: Sequence[tuple[str, str]], inputs: Iterable[str | os.PathLike[str] | None]
) -> None:
    """Raises ``ClaimcheckError`` where an output is one of the ``inputs`` (by whatever name or link), or is
    asked for twice."""
    read = {_identity(one) for one in inputs if one is not None}
    written: set[object] = set()
    for name, path in outputs:
        this = _identity(path)
        if this in read:
            raise ClaimcheckError(
                f"--output-file {name}={path}: would overwrite an input; fix: name another file"
            )
        if this in written and not _is_device(path):
            raise ClaimcheckError(f"--output-file {name}={path}: written to twice; fix: name another file")
        written.add(this)


def _identity(path: str | os.PathLike[str]) -> object:
    # Hard links and names that differ in case alone are the same file too.
    try:
        stat = Path(path).stat()
    except (OSError, ValueError):
        return os.path.realpath(path) if "\0" not in os.fspath(path) else os.fspath(path)
    return stat.st_dev, stat.st_ino


def _is_device(path: str) -> bool:
    return Path(path).exists() and not Path(path).is_file()
