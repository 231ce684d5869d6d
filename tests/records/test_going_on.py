"""Rows in chunks, and rows from a line on: nothing is lost, nothing comes twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records.test_read import lines_of

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.records import chunks as chunking
from claimcheck.records.read import KINDS, Rows, read_rows
from claimcheck.records.resume import from_line
from claimcheck.records.row import Row

PIECES = st.sampled_from(
    ["text", "n", ",", "\n", "\r\n", '"', "yes", "\n\n", '{"text": "a"}\n', "{}", "\xff", "\r"]
)
FILES = st.lists(PIECES, max_size=40).map(lambda pieces: "text\n" + "".join(pieces))
ALL_KINDS = st.sampled_from(sorted(set(KINDS.values())))


def rows_of(data: str, kind: str) -> tuple[list[Row | Problem], int]:
    lines = lines_of(data.encode("latin-1"))
    return list(read_rows(lines, kind)), lines.number


@given(FILES, ALL_KINDS, st.integers(2, 30))
def test_a_file_goes_on_from_any_line(data: str, kind: str, number: int) -> None:
    rows, last = rows_of(data, kind)
    left = [row for row in rows if row.line >= number]
    lines = lines_of(data.encode("latin-1"))
    if not left:
        with pytest.raises(
            ClaimcheckError, match=f"x: nothing .* line {number} on: the file ends at line {last}"
        ):
            from_line(read_rows(lines, kind), lines, number)
        return
    first, rest = from_line(read_rows(lines, kind), lines, number)
    assert list(rest) == left
    assert first == next((row for row in rows if isinstance(row, Row) and row.line < number), None)


@given(FILES, ALL_KINDS)
def test_chunks_are_the_rows(data: str, kind: str) -> None:
    lines = lines_of(data.encode("latin-1"))
    chunks = list(chunking.chunks(read_rows(lines, kind), lines))
    assert [row for chunk in chunks for row in chunk] == rows_of(data, kind)[0]
    assert all(1 <= len(chunk) <= chunking.ROWS for chunk in chunks)


@pytest.mark.parametrize(
    ("rows", "length", "sizes"),
    [
        (chunking.ROWS * 2 + 1, 5, [chunking.ROWS, chunking.ROWS, 1]),
        (5, chunking.CHARACTERS // 2, [2, 2, 1]),
        (3, chunking.CHARACTERS, [1, 1, 1]),
        (0, 0, []),
    ],
)
def test_a_chunk_is_bounded_in_rows_and_in_characters(rows: int, length: int, sizes: list[int]) -> None:
    lines = lines_of(f"{'x' * length}\n".encode() * rows)
    assert [len(chunk) for chunk in chunking.chunks(read_rows(lines, "txt"), lines)] == sizes


def test_what_was_read_before_an_error_comes_first() -> None:
    def failing() -> Rows:
        yield Row(1, "a", {}, "text")
        raise ClaimcheckError("x:2: no more")

    chunks: Iterator[chunking.Chunk] = chunking.chunks(failing(), lines_of(b""))
    assert [row.line for row in next(chunks)] == [1]
    with pytest.raises(ClaimcheckError, match="x:2: no more"):
        next(chunks)
