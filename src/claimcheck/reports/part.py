"""Output files that grow under another name, ``FILE.part``, until they are whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.reports.atomic import is_ordinary, mode_of, open_directly, reason

ENDING = ".part"


@contextmanager
def growing(path: str, *, go_on: bool) -> Iterator[FileIO]:
    """The file ``path.part``, empty at first or, to ``go_on``, as an earlier run has left it. It takes the
    place of ``path`` when the block ends well; when it raises, ``path`` is as it was and the part stays,
    unless it is empty. What is no ordinary file (a pipe, ``/dev/null``) is written to directly. The file's
    ``name`` says where the rows went. Raises ``ClaimcheckError`` where it cannot be written, and where
    there is ``path`` but no part of it to go on with."""
    try:
        with _grown(path, go_on) as file:
            yield file
    except OSError as error:
        raise ClaimcheckError(f"{path}: cannot be written ({reason(error)})") from error


@contextmanager
def _grown(path: str, go_on: bool) -> Iterator[FileIO]:
    if not is_ordinary(path):
        with FileIO(path, "w", opener=open_directly) as file:
            yield file
        return
    target, part = Path(os.path.realpath(path)), Path(part_of(path))
    if part.exists() and not part.is_file():
        raise OSError(0, f"{part.name} is no ordinary file")
    if go_on and target.exists() and not part.exists():
        # What is done already would be lost for the few rows from there on.
        raise OSError(0, f"there is no {part.name} to go on with; fix: leave out --from-line")
    try:
        with FileIO(str(part), "a" if go_on else "w") as file:
            part.chmod(mode_of(target))
            yield file
    except BaseException:
        with suppress(OSError):
            if part.stat().st_size == 0:
                part.unlink()
        raise
    part.replace(target)


def part_of(path: str) -> str:
    """Where the file ``path`` grows: beside it, or beside the file that it links to."""
    return (os.path.realpath(path) if Path(path).is_symlink() else path) + ENDING
