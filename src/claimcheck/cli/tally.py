"""What a run of ``batch`` has come to: its rows, and where it stopped if it did not come to its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from claimcheck.cli.common import INTERRUPTED, PIPE_CLOSED, complain, fails
from claimcheck.cli.signals import TERMINATED
from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.reports.judged import Judged
from claimcheck.reports.words import plural
from claimcheck.result import Verdict


class Tally:
    """Counts rows: verdicts of those written, and rows that could not be judged. ``place`` is where the
    rows are written to, in words."""

    def __init__(self) -> None:
        self.place = "stdout"
        self.counts: Counter[Verdict] = Counter()
        self.bad = 0
        self._line = 0
        self._under_way: Judged | None = None
        self._ended = False

    def rows(
        self, outcomes: Iterator[Judged | Problem], name: str, advance: Callable[[], None]
    ) -> Iterator[Judged]:
        """The rows of the file ``name`` with their results; ``written`` must be called for each before the
        next is asked for. Rows that cannot be judged go to stderr and are counted.

        Raises ``ClaimcheckError`` at the end where not a single row could be judged, so that no report
        on nothing passes for a good one."""
        for outcome in outcomes:
            if isinstance(outcome, Judged):
                self._under_way = outcome
                yield outcome
            else:
                complain(str(outcome))
                self.bad += 1
                self._line = outcome.line
            advance()
        if not self.counts:
            why = "no row can be judged" if self.bad else "the file is empty"
            raise ClaimcheckError(f"{name}: nothing to check: {why}")
        self._ended = True

    def written(self) -> None:
        """The row given last is where it belongs."""
        assert self._under_way is not None
        self.counts[self._under_way.result.verdict] += 1
        self._line = self._under_way.row.line

    def reach(self, fail_on: str) -> bool:
        """Whether a verdict at or above the level ``fail_on`` was given."""
        return any(fails(verdict, fail_on) for verdict in self.counts)

    @contextmanager
    def stop_told(self) -> Iterator[None]:
        """Where this block ends the program before all rows were done, stderr tells how far it came and
        how to go on. A reader that has closed the pipe wants no more and is told nothing."""
        try:
            yield
        except typer.Exit as end:
            if self.counts and not self._ended and end.exit_code != PIPE_CLOSED:
                complain(
                    f"stopped after line {self._line}: {plural(self.counts.total(), 'row')} written to "
                    f"{self.place}; go on with --from-line {self._line + 1}"
                )
            elif end.exit_code in (INTERRUPTED, TERMINATED) and not self.counts:
                complain("stopped before the first row was written")
            raise
