"""Rows in small lists, to be sent elsewhere and judged together."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.records.lines import Lines
from claimcheck.records.read import Rows
from claimcheck.records.row import Row

Chunk = list[Row | Problem]

# Some hundredths of a second of work, so that sending costs next to nothing and nobody waits long.
ROWS = 32
# A chunk ends early behind so many characters: rows may bring cells of any length along.
CHARACTERS = 200_000


def chunks(rows: Rows, lines: Lines) -> Iterator[Chunk]:
    """``rows``, which are read from ``lines``, in lists that are never empty. Where the reader raises
    ``ClaimcheckError``, the rows before come first."""
    chunk: Chunk = []
    enough = lines.characters + CHARACTERS
    try:
        for row in rows:
            chunk.append(row)
            if len(chunk) == ROWS or lines.characters >= enough:
                yield chunk
                chunk = []
                enough = lines.characters + CHARACTERS
    except ClaimcheckError:
        if chunk:
            yield chunk
        raise
    if chunk:
        yield chunk
