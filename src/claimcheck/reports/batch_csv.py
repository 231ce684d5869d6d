"""``batch --format csv``: the columns of the input as they came, then those of the verdict."""

from __future__ import annotations

import csv
import io
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from claimcheck.errors import ClaimcheckError
from claimcheck.records.row import Row
from claimcheck.reports.judged import Judged, cell

VERDICT_COLUMNS = ("verdict", "score", "claim_id", "claim", "quote", "voice", "reason")
STATEMENT_COLUMNS = ("statement_id", "statement_date", "line")
SUCCESSION_COLUMNS = ("conflict", "superseded_by")
# Who reads columns by their number finds them where they were: new ones come last.
COLUMNS = VERDICT_COLUMNS + STATEMENT_COLUMNS + SUCCESSION_COLUMNS

# What a spreadsheet may take for a formula (OWASP, "CSV Injection"), in full width as well.
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def lines(judged: Iterable[Judged], first: Row | None = None) -> Iterator[str]:
    """A header, then a record a row. A column of the input that bears the name of one of ours keeps it,
    and ours is called ``claimcheck_...``. Behind ``first``, the row that the header was made for, there is
    none. Raises ``ClaimcheckError`` where a later object has a key that the first has not: in a table it
    would be lost."""
    names = dict.fromkeys(first.cells) if first else None
    for item in judged:
        header = ""
        if names is None:
            names = dict.fromkeys(item.row.cells)
            header = _record([*names, *(_free(column, names) for column in COLUMNS)])
        more = [name for name in item.row.cells if name not in names]
        if more:
            raise ClaimcheckError(
                f"line {item.row.line}: the key {more[0]!r} is not in the first row, so a table cannot "
                "hold it; fix: use --format jsonl"
            )
        later = item.result.superseded_by
        data = {**item.result.to_dict(), "line": item.row.line, "superseded_by": later and later.reference}
        yield header + _record([*_cells(item.row.cells, names), *_cells(data, COLUMNS)])


def _free(column: str, taken: Container[str]) -> str:
    while column in taken:
        column = f"claimcheck_{column}"
    return column


def _cells(data: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    return [cell(data.get(name)) for name in names]


def _record(cells: list[str]) -> str:
    out = io.StringIO()
    # With "\n" as line end the writer would leave a lone "\r" unquoted, and readers end the row there.
    csv.writer(out, lineterminator="\r\n").writerow(guarded(value) for value in cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def guarded(value: str) -> str:
    """``value`` with an apostrophe before it where a spreadsheet would run it as a formula; plain
    numbers stay as they are."""
    if not value.startswith(_FORMULA_STARTS) or _is_number(value):
        return value
    return "'" + value


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return value.isascii() and value == value.strip()
