"""Interruptions (Ctrl-C, SIGTERM) that never cut a row in two."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import typer

TERMINATED = 128 + signal.SIGTERM


class Interrupted(KeyboardInterrupt):
    """A signal that ends the run."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Interruptions:
    """SIGINT and SIGTERM, raised as ``Interrupted`` between rows, not within one.

    A second signal is raised even there: whoever reads the row may never come for its end. After that
    signals are ignored, so that a third one does not spoil the tidying up."""

    def __init__(self) -> None:
        self._holding = False
        self._waiting: int | None = None
        self._raised = False

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Within this block signals are ours; what was ignored before (``nohup``) stays so. One of them
        ends the program: exit code 130 for SIGINT, 143 for SIGTERM, as the shell itself reports them."""
        numbers = [n for n in (signal.SIGINT, signal.SIGTERM) if signal.getsignal(n) is not signal.SIG_IGN]
        before = {number: signal.signal(number, self._arrive) for number in numbers}
        try:
            yield
        except Interrupted as error:
            raise typer.Exit(128 + error.number) from None
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """A block that is done as a whole: a signal that comes meanwhile is raised at its end."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
        if self._waiting is not None:
            self._raise(self._waiting)

    def _arrive(self, number: int, _frame: FrameType | None) -> None:
        if self._raised:
            return
        if self._holding and self._waiting is None:
            self._waiting = number
        else:
            self._raise(number)

    def _raise(self, number: int) -> None:
        self._raised = True
        raise Interrupted(number)
