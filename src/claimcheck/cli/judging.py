"""Rows to results, in this process or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimcheck.errors import Problem
from claimcheck.records.chunks import Chunk, chunks
from claimcheck.records.lines import Lines
from claimcheck.records.read import Rows
from claimcheck.records.row import Row
from claimcheck.reports.judged import Judged

if TYPE_CHECKING:
    from claimcheck.checker import Checker
    from claimcheck.parallel import Workers
    from claimcheck.result import Result

Judging = Callable[[Rows, Lines], Iterator[Judged | Problem]]


@contextmanager
def judging(checker: Checker, jobs: int) -> Iterator[Judging]:
    """A function that judges rows by ``checker`` in ``jobs`` processes (1 or more; 1 is this one), in
    order; what is no row passes through. It raises what the reader of the rows raises, in its place, and
    ``ClaimcheckError`` where a process dies. The processes end with the block."""
    if jobs == 1:
        yield lambda rows, _: (
            Judged(row, checker.check(row.text)) if isinstance(row, Row) else row for row in rows
        )
        return
    from claimcheck.parallel import Workers

    with Workers(checker.check, jobs) as workers:
        yield lambda rows, lines: _shared_out(rows, lines, workers)


def _shared_out(rows: Rows, lines: Lines, workers: Workers[str, Result]) -> Iterator[Judged | Problem]:
    under_way: deque[Chunk] = deque()

    def texts() -> Iterator[list[str]]:
        for chunk in chunks(rows, lines):
            under_way.append(chunk)
            yield [row.text for row in chunk if isinstance(row, Row)]

    for results in workers.answers(texts()):
        answers = iter(results)
        for row in under_way.popleft():
            yield Judged(row, next(answers)) if isinstance(row, Row) else row
