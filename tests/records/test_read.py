"""Rows from bytes: whatever comes in, each row is judged or named with its place, and none is lost."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.records.lines import MAX_LINE, Lines
from claimcheck.records.read import KINDS, kind_of, read_rows
from claimcheck.records.row import Row, refusal

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
NAMES = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=5)


def lines_of(data: bytes, encoding: str = "utf-8-sig") -> Lines:
    stream = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="surrogateescape", newline="")
    return Lines("x", stream)


@given(st.binary(max_size=200), st.sampled_from(sorted(set(KINDS.values()))), st.sampled_from(["text", "a"]))
def test_no_bytes_crash_the_reader(data: bytes, kind: str, column: str) -> None:
    try:
        rows = list(read_rows(lines_of(data), kind, column))
    except ClaimcheckError:
        return
    for row in rows:
        if isinstance(row, Row):
            assert refusal(row.text) is None
            assert row.cells[row.column] == row.text
        else:
            assert row.line >= 1
            assert str(row).startswith(f"x:{row.line}:")


@given(st.lists(TEXTS.filter(lambda text: not set(text) & set("\r\n")), max_size=8))
def test_every_line_comes_back(texts: list[str]) -> None:
    rows = list(read_rows(lines_of("\n".join(texts).encode()), "txt"))
    expected = [text.removeprefix("\ufeff") if n == 0 else text for n, text in enumerate(texts)]
    assert [row.text for row in rows if isinstance(row, Row)] == [text for text in expected if text.strip()]


@given(st.data(), st.sampled_from(["csv", "tsv"]))
def test_every_table_comes_back_cell_by_cell(data: st.DataObject, kind: str) -> None:
    names = data.draw(st.lists(NAMES, min_size=0, max_size=3, unique=True).filter(lambda n: "text" not in n))
    header = ["text", *names]
    cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    body = data.draw(st.lists(st.tuples(TEXTS, *(cells for _ in names)), max_size=5))
    out = io.StringIO()
    writer = csv.writer(out, "excel-tab" if kind == "tsv" else "excel")
    writer.writerows([header, *body])
    rows = list(read_rows(lines_of(out.getvalue().encode()), kind))
    assert [tuple(row.cells.values()) for row in rows if isinstance(row, Row)] == body
    assert not [row for row in rows if isinstance(row, Problem)]


@given(st.lists(TEXTS, max_size=5))
def test_every_object_comes_back(texts: list[str]) -> None:
    data = "\n".join(json.dumps({"text": text, "n": [1, None]}) for text in texts)
    rows = list(read_rows(lines_of(data.encode()), "jsonl"))
    assert [(row.text, row.others) for row in rows if isinstance(row, Row)] == [
        (t, {"n": [1, None]}) for t in texts
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_too_long_is_skipped_and_the_next_is_whole(end: str) -> None:
    lines = lines_of(f"{'x' * (MAX_LINE * 2)}{end}short{end}{'y' * (MAX_LINE - 1)}{end}last".encode())
    rows = list(read_rows(lines, "txt"))
    assert [row.line for row in rows] == [1, 2, 3, 4]
    assert [row.text for row in rows if isinstance(row, Row)] == ["short", "last"]
    assert "longer than a million" in str(rows[0])
    assert "longer than 10,000" in str(rows[2])


def test_an_open_quotation_mark_names_the_lines_it_swallowed() -> None:
    rows = list(read_rows(lines_of(b'text,n\nfirst,1\n"open,2\nlost,3\nlost,4\n'), "csv"))
    assert [row.text for row in rows if isinstance(row, Row)] == ["first"]
    assert "x:3:1: not a readable row (unexpected end of data); lines 3 to 5 were not judged" in str(rows[1])


def test_a_lone_surrogate_in_json_is_a_text_like_any_other() -> None:
    (row,) = read_rows(lines_of(b'{"text": "\\ud800 x"}'), "jsonl")
    assert isinstance(row, Row)
    assert row.text == "\ud800 x"


@pytest.mark.parametrize(
    ("path", "kind"), [("a.TXT", "txt"), ("b.ndjson", "jsonl"), ("-", "txt"), ("c.tsv", "tsv")]
)
def test_the_suffix_tells_the_kind(path: str, kind: str) -> None:
    assert kind_of(path) == kind


@pytest.mark.parametrize("path", ["a", "a.xlsx", ".csv"])
def test_an_unknown_suffix_is_an_error(path: str) -> None:
    with pytest.raises(ClaimcheckError, match="no known kind of file"):
        kind_of(path)
