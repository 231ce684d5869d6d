"""The formats of ``claimcheck batch`` by name: judged rows in, pieces of text out, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimcheck.reports import batch_csv, batch_jsonl, batch_md, batch_table
from claimcheck.reports.judged import Judged

Format = Callable[[Iterable[Judged]], Iterator[str]]

FORMATS: dict[str, Format] = {
    "table": batch_table.lines,
    "jsonl": batch_jsonl.lines,
    "csv": batch_csv.lines,
    "md": batch_md.lines,
}
