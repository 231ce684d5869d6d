"""Output files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from claimcheck.errors import ClaimcheckError


@contextmanager
def replacing(path: str) -> Iterator[TextIO]:
    """A UTF-8 text file that takes the place of ``path`` when the block ends well; when it raises,
    ``path`` is as it was. What is no ordinary file (a pipe, ``/dev/null``) is written to directly.
    Raises ``ClaimcheckError`` where ``path`` cannot be written."""
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
                yield file
            return
        if target.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    except (OSError, ValueError) as error:
        raise ClaimcheckError(f"{path}: cannot be written ({reason(error)})") from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            yield file
        # mkstemp's files are private.
        Path(temporary).chmod(mode_of(target))
        Path(temporary).replace(target)
    except OSError as error:
        raise ClaimcheckError(f"{path}: cannot be written ({reason(error)})") from error
    finally:
        with suppress(FileNotFoundError):
            Path(temporary).unlink()


def mode_of(target: Path) -> int:
    """The rights of a file that takes the place of ``target``: those of that file, or of any new one."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def reason(error: Exception) -> str:
    """Why a file cannot be written, in the system's words."""
    return getattr(error, "strerror", None) or str(error)
