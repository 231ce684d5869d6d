"""Labelled items: rows of a gold file with the verdict that a careful reader gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.errors import Problem
from claimcheck.records.row import Row
from claimcheck.result import VERDICTS, Verdict


@dataclass(frozen=True, slots=True)
class Gold:
    """A text with its ``label``; ``statement`` is the raw statement it is to be judged by, or ``None``
    for the rule sets of the run; ``claim`` is the id of the claim it should cite, or ``None``."""

    line: int
    text: str
    label: Verdict
    statement: str | None
    claim: str | None


def read_gold(rows: Iterable[Row | Problem], name: str) -> Iterator[Gold | Problem]:
    """The labelled items of the file ``name``; a row without a usable label comes as a ``Problem``."""
    for row in rows:
        yield _gold(row, name) if isinstance(row, Row) else row


def _gold(row: Row, name: str) -> Gold | Problem:
    label = _label(row.cells.get("label"))
    if label is None:
        message = "no label" if "label" not in row.cells else f"unknown label {row.cells['label']!r}"
        return Problem(name, row.line, 1, message, fix=f"use one of {', '.join(VERDICTS)}")
    for key in ("statement", "claim"):
        if not isinstance(row.cells.get(key), str | None):
            return Problem(name, row.line, 1, f"{key!r} is not a text")
    # An empty cell is how a table says that there is none.
    statement, claim = (row.cells.get(key) or None for key in ("statement", "claim"))
    return Gold(row.line, row.text, label, statement, claim)


def _label(value: object) -> Verdict | None:
    given = value.strip().lower().replace("-", "_") if isinstance(value, str) else None
    return next((verdict for verdict in VERDICTS if verdict == given), None)
