"""Bytes to lines of bounded length, so that no input fills the memory."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from claimcheck.errors import ClaimcheckError

STDIN = "-"

MAX_LINE = 1_000_000

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(slots=True)
class Lines:
    """The lines of ``stream``, line ends included. ``number`` is the 1-based number of the line given
    last, ``characters`` how long all lines given were together. ``cut`` turns true when a line was longer
    than ``MAX_LINE`` and so lost its end; the reader sets it back."""

    name: str
    stream: TextIO
    number: int = 0
    characters: int = 0
    cut: bool = False
    _ahead: str = ""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = piece = self._read(MAX_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        self.characters += len(line)
        while len(piece) == MAX_LINE and not piece.endswith(("\n", "\r")):
            piece = self._read(MAX_LINE)
            self.cut = self.cut or bool(piece)
        if len(piece) == MAX_LINE and piece.endswith("\r"):
            # The limit may have fallen between the two halves of a Windows line end.
            behind = self._read(1)
            self._ahead = "" if behind == "\n" else behind
        return line

    def position(self) -> int:
        """How many bytes have been read so far, for a progress bar."""
        try:
            return self.stream.buffer.tell()
        except (OSError, ValueError, AttributeError):
            return 0

    def _read(self, limit: int) -> str:
        ahead, self._ahead = self._ahead, ""
        try:
            return ahead if ahead.endswith(("\n", "\r")) else ahead + self.stream.readline(limit - len(ahead))
        except UnicodeError as error:
            place = f"{self.name}:{self.number + 1}"
            raise ClaimcheckError(
                f"{place}: not {self.stream.encoding} text; fix: give the right --encoding"
            ) from error
        except OSError as error:
            raise ClaimcheckError(f"{self.name}: cannot be read ({error.strerror or error})") from error


@contextmanager
def open_lines(path: str, encoding: str | None = None) -> Iterator[Lines]:
    """The lines of the file ``path``, or of stdin for ``-``.

    Without ``encoding`` a byte order mark decides, else UTF-8. Bytes that are not text come out as
    surrogates (``row.undecodable`` finds them), so that one bad line does not cost the rest. Raises
    ``ClaimcheckError`` where the file cannot be opened or the encoding is unknown.
    """
    name = "stdin" if path == STDIN else path
    with _open_bytes(path, name) as data:
        codec = _known(encoding) if encoding else _marked(data)
        # newline="" keeps line ends inside quoted cells as they are.
        stream = io.TextIOWrapper(data, encoding=codec, errors="surrogateescape", newline="")
        try:
            yield Lines(name, stream)
        finally:
            stream.detach()


@contextmanager
def _open_bytes(path: str, name: str) -> Iterator[io.BufferedReader]:
    if path == STDIN:
        if sys.stdin is None or sys.stdin.closed:
            raise ClaimcheckError("stdin: closed, so there is nothing to read")
        yield _buffered(sys.stdin.buffer)
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115 - closed by the with below
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ClaimcheckError(f"{name}: cannot be read ({reason})") from error
    with file:
        yield file


def _buffered(data: BinaryIO) -> io.BufferedReader:
    return data if isinstance(data, io.BufferedReader) else io.BufferedReader(data)  # type: ignore[arg-type]


def _known(encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding)
        "".encode(encoding)  # refuses the codecs that are not for text, such as base64
    except (LookupError, ValueError) as error:
        raise ClaimcheckError(
            f"--encoding: {encoding!r} is not known; fix: use a name such as utf-8, utf-16, cp1252 or latin-1"
        ) from error
    return "utf-8-sig" if codec.name == "utf-8" else codec.name


def _marked(data: io.BufferedReader) -> str:
    return "utf-16" if data.peek(2)[:2] in _UTF16_MARKS else "utf-8-sig"
