"""Going on in the middle of a file, where an earlier run has stopped."""

from __future__ import annotations

from itertools import chain

from claimcheck.errors import ClaimcheckError
from claimcheck.records.lines import Lines
from claimcheck.records.read import Rows
from claimcheck.records.row import Row


def from_line(rows: Rows, lines: Lines, number: int) -> tuple[Row | None, Rows]:
    """The rows that start on line ``number`` (1 or more) or later, and before them the first row of the
    file if that is an earlier one: it tells which columns the report so far has.

    The rows before are read, since only their quotation marks tell where a row of a table starts; what is
    wrong with them was told at the time. Raises ``ClaimcheckError`` where nothing is left to check.
    """
    first: Row | None = None
    for row in rows:
        if row.line >= number:
            return first, chain([row], rows)
        if first is None and isinstance(row, Row):
            first = row
    raise ClaimcheckError(
        f"{lines.name}: nothing to check from line {number} on: the file ends at line {lines.number}"
    )
