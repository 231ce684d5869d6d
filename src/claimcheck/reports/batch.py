"""The formats of ``claimcheck batch`` by name: judged rows in, a piece of text out for each.

A format also takes the first row of a report that these rows go on with, or ``None`` where they begin it:
the heading, if there is one, belongs to the piece of the first row, so that a report is cut between pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimcheck.records.row import Row
from claimcheck.reports import batch_csv, batch_jsonl, batch_md, batch_table
from claimcheck.reports.judged import Judged

Format = Callable[[Iterable[Judged], Row | None], Iterator[str]]

FORMATS: dict[str, Format] = {
    "table": batch_table.lines,
    "jsonl": batch_jsonl.lines,
    "csv": batch_csv.lines,
    "md": batch_md.lines,
}
