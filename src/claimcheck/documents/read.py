"""A path, or standard input, to text: the only place of this room that touches files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from claimcheck.errors import ClaimcheckError, LocatedError, Problem

# The longest novel is about 4 MB; a larger "draft" is surely an archive or a database.
MAX_BYTES = 5_000_000

STDIN = "-"

# How long, in seconds, a named pipe may stay without a writer.
PATIENCE = 5

# UTF-32 before UTF-16: its little-endian mark begins with the UTF-16 one.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def read_text(path: str | Path, encoding: str = "utf-8", *, limit: int = MAX_BYTES, name: str = "") -> str:
    """The text of the file at ``path`` (``-``: standard input), every line ended by ``\\n`` alone.

    A byte order mark decides the encoding and is dropped; else ``encoding`` holds. Line and column of a
    character are the same as in the file. ``limit`` is in bytes; ``name`` is what messages call the file.
    Raises ``ClaimcheckError`` where the file is missing, a folder, unreadable, larger than ``limit``, not
    in its encoding or not text; the place is named as far as there is one.
    """
    shown = name or ("<stdin>" if str(path) == STDIN else str(path))
    return decode(_read_bytes(path, shown, limit), shown, encoding)


def decode(data: bytes, name: str, encoding: str = "utf-8") -> str:
    """The text of ``data`` under the same rules as ``read_text``. ``name`` is used in messages."""
    for mark, marked in _MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], marked
            break
    try:
        text = data.decode(encoding)
    except LookupError as error:
        raise ClaimcheckError(f"{name}: unknown encoding {encoding!r}; fix: try utf-8 or cp1252") from error
    except UnicodeDecodeError as error:
        raise LocatedError([_undecodable(data, name, encoding, error)]) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        place = text.index("\0")
        line = text.count("\n", 0, place) + 1
        column = place - text.rfind("\n", 0, place)
        raise LocatedError([Problem(name, line, column, "a NUL character, so this is not a text file")])
    return text


def _read_bytes(path: str | Path, shown: str, limit: int) -> bytes:
    try:
        if str(path) == STDIN:
            return _bounded(sys.stdin.buffer, shown, limit)
        place = Path(path)
        if place.is_dir():
            raise ClaimcheckError(f"{shown}: a folder, not a file")
        with _open(place) as file:
            return _bounded(file, shown, limit)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ClaimcheckError(f"{shown}: cannot be read ({reason})") from error


def _open(place: Path) -> BinaryIO:
    if not place.is_fifo():
        return place.open("rb")
    # Opened as a file is, a named pipe that nobody writes to would be waited for without end.
    import select

    file = os.fdopen(os.open(place, os.O_RDONLY | os.O_NONBLOCK), "rb")
    poll = select.poll()
    poll.register(file, select.POLLIN)
    if not poll.poll(PATIENCE * 1000) and not _has_writer(file):
        file.close()
        raise OSError(None, f"a pipe, and nothing has written to it for {PATIENCE} seconds")
    os.set_blocking(file.fileno(), True)
    return file


def _has_writer(file: BinaryIO) -> bool:
    try:
        os.read(file.fileno(), 1)
    except BlockingIOError:  # a writer that has nothing to say yet
        return True
    return False


def _bounded(file: BinaryIO, shown: str, limit: int) -> bytes:
    data = file.read(limit + 1)
    if len(data) > limit:
        raise ClaimcheckError(f"{shown}: larger than {limit:,} bytes; fix: split it or name the right file")
    return data


def _undecodable(data: bytes, name: str, encoding: str, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start].decode(encoding, errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    bad = data[error.start]
    return Problem(
        name,
        line,
        column,
        f"byte 0x{bad:02x} is not {encoding} text",
        fix="save the file as UTF-8",
    )
