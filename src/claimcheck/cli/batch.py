"""``claimcheck batch``: a file of headlines or rumours, judged row by row in constant memory."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.common import (
    CLEAN,
    FOUND,
    TROUBLE,
    AsOfOption,
    ClaimsOption,
    ColorOption,
    FailOnOption,
    IsolatedOption,
    QuietOption,
    complain,
    exit_codes,
    fails,
    load_checker,
    make_console,
    note,
    one_of,
)
from claimcheck.cli.output import speak_utf8
from claimcheck.errors import ClaimcheckError
from claimcheck.records.lines import STDIN, Lines, open_lines
from claimcheck.records.read import DEFAULT_COLUMN, KINDS, Rows, kind_of, read_rows
from claimcheck.records.row import Row
from claimcheck.reports.batch import FORMATS
from claimcheck.reports.judged import Judged
from claimcheck.reports.words import summary
from claimcheck.result import Verdict

if TYPE_CHECKING:
    from claimcheck.checker import Checker


def batch(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Items: .txt (one a line), .csv, .tsv, .jsonl; '-' is stdin."),
    ],
    claims: ClaimsOption = None,
    as_of: AsOfOption = None,
    column: Annotated[
        str | None,
        typer.Option("--column", metavar="NAME", help=f"The column of the text. [default: {DEFAULT_COLUMN}]"),
    ] = None,
    input_format: Annotated[
        str | None,
        typer.Option(
            "--input-format",
            metavar="KIND",
            help="Read FILE as txt, csv, tsv or jsonl, whatever its name.",
            callback=one_of(*dict.fromkeys(KINDS.values())),
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="Encoding of FILE. [default: UTF-8, or its BOM]"),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="table, jsonl, csv or md.", callback=one_of(*FORMATS)
        ),
    ] = "table",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here instead, all of it or nothing."),
    ] = None,
    fail_on: FailOnOption = "contradicted",
    color: ColorOption = "auto",
    isolated: IsolatedOption = False,
    quiet: QuietOption = False,
) -> None:
    """Check a file of headlines or rumours.

    \b
    claimcheck batch rumours.txt
    claimcheck batch posts.csv --column headline --format csv -o checked.csv
    claimcheck batch feed.jsonl --format jsonl | jq 'select(.verdict == "contradicted")'
    """
    with exit_codes():
        kind = input_format or kind_of(file)
        if kind == "txt" and column is not None:
            raise ClaimcheckError("--column: lines of text have no columns; fix: give --input-format csv")
        checker = load_checker(claims, as_of=as_of, isolated=isolated, quiet=quiet)
        with open_lines(file, encoding) as lines, _progress(file, lines, output) as advance:
            tally = Tally(lines.name)
            rows = read_rows(lines, kind, column or DEFAULT_COLUMN)
            _write(tally.judge(rows, checker, advance), format, output, color)
        note(summary(tally.counts), quiet=quiet)
        code = TROUBLE if tally.bad else FOUND if tally.reach(fail_on) else CLEAN
    raise typer.Exit(code)


class Tally:
    """What a run has come to so far: verdicts and rows that could not be judged."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.counts: Counter[Verdict] = Counter()
        self.bad = 0

    def judge(self, rows: Rows, checker: Checker, advance: Callable[[], None]) -> Iterator[Judged]:
        """The rows with their results; rows that cannot be judged go to stderr and are counted.

        Raises ``ClaimcheckError`` at the end where not a single row could be judged, so that no report
        on nothing passes for a good one."""
        for row in rows:
            if isinstance(row, Row):
                result = checker.check(row.text)
                self.counts[result.verdict] += 1
                yield Judged(row, result)
            else:
                self.bad += 1
                complain(str(row))
            advance()
        if not self.counts:
            why = "no row can be judged" if self.bad else "the file is empty"
            raise ClaimcheckError(f"{self._name}: nothing to check: {why}")

    def reach(self, fail_on: str) -> bool:
        """Whether a verdict at or above the level ``fail_on`` was given."""
        return any(fails(verdict, fail_on) for verdict in self.counts)


def _write(judged: Iterable[Judged], format: str, output: str | None, color: str) -> None:
    if output is not None and output != STDIN:
        from claimcheck.reports.atomic import replacing

        with replacing(output) as file:
            file.writelines(FORMATS[format](judged))
    elif format == "table" and (sys.stdout.isatty() or color == "always"):
        from claimcheck.reports.batch_table import ROOMY, paragraphs
        from claimcheck.reports.paragraph import show

        console = make_console(color)
        show(paragraphs(judged, roomy=console.width >= ROOMY), console)
    else:
        _print(FORMATS[format](judged), machine=format in ("jsonl", "csv"))


def _print(pieces: Iterable[str], *, machine: bool) -> None:
    from claimcheck.reports.visible import visible_lines

    terminal = sys.stdout.isatty()
    if machine and not terminal:
        speak_utf8(sys.stdout)
    for piece in pieces:
        # Kept columns stay as they were in a file or a pipe; a terminal must not obey them.
        sys.stdout.write(visible_lines(piece) if terminal else piece)
        sys.stdout.flush()


@contextmanager
def _progress(path: str, lines: Lines, output: str | None) -> Iterator[Callable[[], None]]:
    """What to call after each row; draws a bar only where it disturbs nothing: on a terminal that does
    not show the results themselves."""
    if not sys.stderr.isatty() or (sys.stdout.isatty() and output is None):
        yield lambda: None
        return
    from rich.progress import Progress

    total = None if path == STDIN else Path(path).stat().st_size
    # Left to itself rich would take stdout along to stderr, results and all.
    with Progress(console=make_console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("checking", total=total)
        yield lambda: bar.update(task, completed=lines.position())
