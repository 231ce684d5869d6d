"""How far a long run is: a bar, rows done, rows a second, the time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.cli.common import make_console
from claimcheck.records.lines import STDIN, Lines

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import ProgressColumn

# Below this there is no room for a bar beside the figures.
_ROOMY = 60


@contextmanager
def progress_bar(path: str, lines: Lines, *, stdout_shows_rows: bool) -> Iterator[Callable[[], None]]:
    """What to call after each row of the file ``path``, whose ``lines`` are being read. Draws only where
    it disturbs nothing: on a terminal that does not show the rows themselves."""
    if not sys.stderr.isatty() or (stdout_shows_rows and sys.stdout.isatty()):
        yield lambda: None
        return
    from rich.progress import Progress

    total = None if path == STDIN else Path(path).stat().st_size
    console = make_console(stderr=True)
    rows, began = 0, time.monotonic()
    # Left to itself rich would take stdout along to stderr, results and all.
    with Progress(*_columns(console), console=console, transient=True, redirect_stdout=False) as bar:
        # Rows left out at the beginning count as read, but tell nothing about the pace.
        task = bar.add_task("checking", total=total, completed=lines.position(), rows=0, rate=0.0)

        def advance() -> None:
            nonlocal rows
            rows += 1
            rate = rows / max(time.monotonic() - began, 0.001)
            bar.update(task, completed=lines.position(), rows=rows, rate=rate)

        yield advance


def _columns(console: Console) -> list[str | ProgressColumn]:
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn

    figures: list[str | ProgressColumn] = [
        TaskProgressColumn(),
        TextColumn("{task.fields[rows]:,} rows"),
        TextColumn("{task.fields[rate]:,.0f}/s"),
        TimeRemainingColumn(compact=True),
    ]
    # Not as wide as the terminal: the ^C that it shows would break the line, which then could not be erased.
    roomy: list[str | ProgressColumn] = ["{task.description}", BarColumn(bar_width=20)]
    return [*(roomy if console.width >= _ROOMY else []), *figures]
