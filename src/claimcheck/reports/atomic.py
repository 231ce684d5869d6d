"""Output files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from claimcheck.errors import ClaimcheckError


@contextmanager
def replacing(path: str) -> Iterator[TextIO]:
    """A UTF-8 text file that takes the place of ``path``, or of what that links to, when the block ends
    well; when it raises, ``path`` is as it was. What is no ordinary file (a pipe, ``/dev/null``) is written
    to directly. Raises ``ClaimcheckError`` where ``path`` cannot be written."""
    try:
        if not is_ordinary(path):
            with _text(path, open_directly) as file:
                yield file
            return
        target = Path(os.path.realpath(path))
        descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    except OSError as error:
        raise ClaimcheckError(f"{path}: cannot be written ({reason(error)})") from error
    try:
        with _text(temporary, lambda *_: descriptor) as file:
            yield file
        # mkstemp's files are private.
        Path(temporary).chmod(mode_of(target))
        Path(temporary).replace(target)
    except OSError as error:
        raise ClaimcheckError(f"{path}: cannot be written ({reason(error)})") from error
    finally:
        with suppress(FileNotFoundError):
            Path(temporary).unlink()


def _text(path: str, opener: Callable[[str, int], int]) -> TextIO:
    return open(path, "w", encoding="utf-8", errors="backslashreplace", newline="", opener=opener)


def is_ordinary(path: str) -> bool:
    """Whether ``path`` is a file whose place another may take, or nothing yet. Where it is not, but a pipe, a
    terminal, ``/dev/null`` or whatever stdout goes to, only ``open_directly`` will do. Raises ``OSError``
    where it can be neither: a folder, a circle of links, a disk."""
    try:
        status = Path(path).stat()
    except FileNotFoundError:
        return True
    except ValueError as error:  # a null character
        raise OSError(0, str(error)) from error
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(0, "it is a folder")
    if _is_stdout(status):
        return False
    if not any(kind(status.st_mode) for kind in (stat.S_ISREG, stat.S_ISFIFO, stat.S_ISCHR)):
        raise OSError(0, "it is neither a file nor a pipe")
    return stat.S_ISREG(status.st_mode)


def open_directly(path: str, _flags: int) -> int:
    """An opener (see ``open``) for what is no ordinary file: a descriptor to write to. Raises ``OSError``,
    also for a named pipe that nobody reads, where the usual way to open it would wait for ever."""
    status = Path(path).stat()
    if _is_stdout(status):
        # Opened anew, a file behind /dev/stdout would be written from its beginning, over what is there.
        return os.dup(_STDOUT)
    try:
        descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno == errno.ENXIO and stat.S_ISFIFO(status.st_mode):
            raise OSError(0, "nobody reads this pipe; fix: start its reader first") from error
        raise
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(descriptor, True)
    return descriptor


_STDOUT = 1


def _is_stdout(status: os.stat_result) -> bool:
    with suppress(OSError):  # closed
        return os.path.samestat(status, os.fstat(_STDOUT))
    return False


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
