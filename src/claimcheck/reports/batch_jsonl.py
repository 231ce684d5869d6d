"""``batch --format jsonl``: one result an object a line, with its ``line``, ``id`` and other columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.records.row import Row
from claimcheck.reports.judged import Judged
from claimcheck.reports.visible import json_line


def lines(judged: Iterable[Judged], _first: Row | None = None) -> Iterator[str]:
    """Each row as JSON, without any heading. ``columns`` holds the other cells of the row under their
    own names."""
    for item in judged:
        place = {"line": item.row.line, "id": item.row.id, "columns": item.row.others}
        yield json_line({**item.result.to_dict(), **place}) + "\n"
