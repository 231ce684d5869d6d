"""Rows that reach their place wholly or not at all."""

from __future__ import annotations

import select
from contextlib import suppress
from typing import Protocol


class Raw(Protocol):
    """Bytes without a buffer: what has been written is there, and ``write`` may take a part only."""

    def fileno(self) -> int: ...
    def write(self, data: bytes, /) -> int | None: ...
    def tell(self) -> int: ...
    def truncate(self, size: int | None = None, /) -> int: ...


def await_reader(stream: Raw) -> None:
    """Wait until ``stream`` takes some more, where the system can tell. On Linux a pipe then takes a row of
    up to 4,096 bytes at once, so that whoever interrupts a program interrupts it here, between rows."""
    with suppress(OSError, ValueError):  # nothing that can be waited for, or a system that cannot
        select.select([], [stream], [])


def write_whole(stream: Raw, data: bytes) -> None:
    """Write all of ``data``. Raises ``OSError`` where that is impossible, as on a full disk; a file is then
    cut back to what it was (a pipe keeps what it has)."""
    done = 0
    try:
        while done < len(data):
            taken = stream.write(data[done:])
            if taken is None:  # a pipe that its owner has told not to block
                await_reader(stream)
            done += taken or 0
    except OSError:
        if done:
            with suppress(OSError, ValueError):
                stream.truncate(stream.tell() - done)
        raise
