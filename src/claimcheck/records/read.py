"""Lines to rows: plain lines, tables and JSON objects."""

from __future__ import annotations

import csv
import json
import math
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from itertools import chain
from pathlib import PurePath
from typing import Any

from claimcheck.errors import ClaimcheckError, LocatedError, Problem
from claimcheck.records.lines import STDIN, Lines
from claimcheck.records.row import Row, refusal, undecodable

DEFAULT_COLUMN = "text"

# What is nested deeper than this cannot be written out again without exhausting Python's stack.
MAX_BRACKETS = 500

Rows = Iterator[Row | Problem]

KINDS = {".txt": "txt", ".csv": "csv", ".tsv": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def kind_of(path: str) -> str:
    """How the file ``path`` is to be read (``txt``, ``csv``, ``tsv``, ``jsonl``), told by its suffix;
    stdin is plain lines. Raises ``ClaimcheckError`` for any other suffix."""
    suffix = PurePath(path).suffix.lower()
    if path == STDIN:
        return "txt"
    if suffix not in KINDS:
        raise ClaimcheckError(
            f"{path}: no known kind of file; fix: name it {', '.join(KINDS)} or give --input-format"
        )
    return KINDS[suffix]


def read_rows(lines: Lines, kind: str, column: str = DEFAULT_COLUMN) -> Rows:
    """The rows of ``lines``, one at a time; a row that cannot be judged comes as a ``Problem`` in its
    place. ``column`` names the text in tables and objects. Raises ``LocatedError`` where nothing can be
    read at all (no such column)."""
    return _READERS[kind](lines, column)


def _problem(lines: Lines, line: int, message: str, fix: str = "") -> Problem:
    return Problem(lines.name, line, 1, message, fix=fix)


def _row(lines: Lines, line: int, text: str, cells: dict[str, Any], column: str) -> Row | Problem:
    message = refusal(text)
    return _problem(lines, line, message) if message else Row(line, text, cells, column)


def _damage(lines: Lines, line: int, raw: str) -> Problem | None:
    cut, lines.cut = lines.cut, False
    if cut:
        return _problem(lines, line, "the line is longer than a million characters and was not judged")
    if undecodable(raw):
        return _problem(
            lines, line, f"not {_encoding_name(lines)} text", "save the file as UTF-8, or give its --encoding"
        )
    return None


def _encoding_name(lines: Lines) -> str:
    return lines.stream.encoding.upper().removesuffix("-SIG")


def _read_lines(lines: Lines, _column: str) -> Rows:
    for raw in lines:
        text = raw.rstrip("\r\n")
        damage = _damage(lines, lines.number, raw)
        if damage:
            yield damage
        elif text.strip():
            yield _row(lines, lines.number, text, {DEFAULT_COLUMN: text}, DEFAULT_COLUMN)


def _read_objects(lines: Lines, column: str) -> Rows:
    for raw in lines:
        damage = _damage(lines, lines.number, raw)
        if damage:
            yield damage
        elif raw.strip():
            yield _object(lines, raw, column)


def _object(lines: Lines, raw: str, column: str) -> Row | Problem:
    line = lines.number
    if raw.count("[") + raw.count("{") > MAX_BRACKETS:
        return _problem(lines, line, "nested too deep to be a row")
    try:
        cells = json.loads(raw, parse_constant=_refuse_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        return Problem(lines.name, line, error.colno, f"not JSON ({error.msg})")
    except ValueError as error:  # NaN, or a number of thousands of digits
        return _problem(lines, line, f"not readable JSON ({error})")
    if not isinstance(cells, dict):
        return _problem(lines, line, 'not a JSON object; expected {"text": "..."}')
    text = cells.get(column)
    if not isinstance(text, str):
        if column in cells:
            return _problem(lines, line, f"what stands under the key {column!r} is no text")
        return _problem(lines, line, f"no key {column!r}{_guess(column, cells)}")
    return _row(lines, line, text, cells, column)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):  # 1e999 is JSON, and could not be written out again
        raise ValueError(f"{digits[:20]} is too large a number")
    return value


def _read_csv(lines: Lines, column: str) -> Rows:
    return _read_table(lines, column, ",")


def _read_tsv(lines: Lines, column: str) -> Rows:
    return _read_table(lines, column, "\t")


def _read_table(lines: Lines, column: str, delimiter: str) -> Rows:
    first = next(lines, "")
    if delimiter == "," and column not in _cells(first, ",") and column in _cells(first, ";"):
        delimiter = ";"  # what spreadsheets write where the comma is the decimal sign
    reader = csv.reader(chain([first], lines), delimiter=delimiter, strict=True)
    header = _header(lines, reader, column)
    while True:
        start = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            judged = "" if lines.number <= start else f"; lines {start} to {lines.number} were not judged"
            lines.cut = False
            yield _problem(lines, start, f"not a readable row ({error}){judged}", "check its quotation marks")
            continue
        damage = _damage(lines, start, "".join(cells))
        if damage:
            yield damage
        elif any(cell.strip() for cell in cells):
            yield _table_row(lines, start, header, cells, column)


def _table_row(lines: Lines, line: int, header: list[str], cells: list[str], column: str) -> Row | Problem:
    if len(cells) > len(header):
        return _problem(
            lines,
            line,
            f"{len(cells)} cells, but the first line names {len(header)}",
            "put quotation marks around a text that holds the delimiter",
        )
    filled = dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
    return _row(lines, line, filled[column], filled, column)


def _header(lines: Lines, reader: Iterator[list[str]], column: str) -> list[str]:
    try:
        names = [cell.strip() for cell in next(reader, [])]
    except csv.Error as error:
        raise LocatedError([_problem(lines, 1, f"not a readable first line ({error})")]) from error
    if not names:  # an empty file is not a wrong header: it holds no row, and the caller says so
        return [column]
    damage = _damage(lines, 1, "".join(names))
    if damage:
        raise LocatedError([damage])
    if column not in names:
        fix = f"name one with --column; there are: {', '.join(names)}"
        raise LocatedError([_problem(lines, 1, f"no column {column!r}{_guess(column, names)}", fix)])
    counts = Counter(names)
    twice = next((name for name in names if counts[name] > 1), None)
    if twice is not None:
        raise LocatedError([_problem(lines, 1, f"two columns are named {twice!r}", "rename one of them")])
    return names


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _guess(column: str, names: Any) -> str:
    near = get_close_matches(column, [name for name in names if isinstance(name, str)], n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


_READERS: dict[str, Callable[[Lines, str], Rows]] = {
    "txt": _read_lines,
    "csv": _read_csv,
    "tsv": _read_tsv,
    "jsonl": _read_objects,
}
