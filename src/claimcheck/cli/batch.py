"""``claimcheck batch``: a file of headlines or rumours, judged row by row in constant memory."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

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
    MinScoreOption,
    QuietOption,
    exit_codes,
    load_checker,
    note,
    one_of,
    score_asked_for,
)
from claimcheck.cli.judging import judging
from claimcheck.cli.progress import progress_bar
from claimcheck.cli.signals import Interruptions
from claimcheck.cli.tally import Tally
from claimcheck.cli.writing import write_rows
from claimcheck.errors import ClaimcheckError
from claimcheck.records.lines import STDIN, open_lines
from claimcheck.records.read import DEFAULT_COLUMN, KINDS, kind_of, read_rows
from claimcheck.records.resume import from_line
from claimcheck.reports.batch import FORMATS
from claimcheck.reports.part import part_of
from claimcheck.reports.words import summary

MAX_JOBS = 256


def job_count(value: object) -> int:
    """A Typer parser: how many processes, all cores for ``auto`` or 0."""
    given = str(value).strip().lower()
    if given in ("auto", "0"):
        return min(_cores(), MAX_JOBS)
    if not given.isdecimal() or not given.isascii() or not 1 <= int(given[:4]) <= MAX_JOBS:
        raise typer.BadParameter(
            f"{given!r} is no number from 1 to {MAX_JOBS}, 0 or auto (as many as cores)."
        )
    return int(given)


def _cores() -> int:
    # Not all cores of the machine may be ours.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here instead, when all is done; FILE.part until then.",
        ),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            help="Judge in so many processes, 0 or auto: as many as cores.",
            parser=job_count,
        ),
    ] = 1,
    start: Annotated[
        int,
        typer.Option(
            "--from-line",
            metavar="N",
            help="Go on with the row of this line, where an earlier run stopped.",
            min=1,
        ),
    ] = 1,
    min_score: MinScoreOption = "0",
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
    claimcheck batch archive.csv --jobs auto --format csv -o checked.csv
    """
    tally = Tally()
    with tally.stop_told(), exit_codes():
        kind = input_format or kind_of(file)
        if kind == "txt" and column is not None:
            raise ClaimcheckError("--column: lines of text have no columns; fix: give --input-format csv")
        _not_the_same(file, output)
        checker = load_checker(
            claims, as_of=as_of, min_score=score_asked_for(min_score), isolated=isolated, quiet=quiet
        )
        interruptions = Interruptions()
        with interruptions.watched(), open_lines(file, encoding) as lines:
            first, rows = None, read_rows(lines, kind, column or DEFAULT_COLUMN)
            if start > 1:
                first, rows = from_line(rows, lines, start)
                if first and output and Path(part_of(output)).is_file():
                    note(f"going on with {part_of(output)}", quiet=quiet)
            with (
                judging(checker, jobs) as judge,
                progress_bar(file, lines, stdout_shows_rows=output in (None, STDIN)) as advance,
            ):
                write_rows(
                    tally.rows(judge(rows, lines), lines.name, advance),
                    first,
                    format=format,
                    output=output,
                    color=color,
                    tally=tally,
                    interruptions=interruptions,
                )
        note(summary(tally.counts), quiet=quiet)
        code = TROUBLE if tally.bad else FOUND if tally.reach(fail_on) else CLEAN
    raise typer.Exit(code)


def _not_the_same(file: str, output: str | None) -> None:
    """FILE may be the output, which takes its place in the end, but not what grows meanwhile."""
    if output is None or STDIN in (file, output):
        return
    try:
        same = Path(file).samefile(part_of(output))
    except (OSError, ValueError):
        return
    if same:
        raise ClaimcheckError(f"{file}: cannot be read and written at once; fix: move it or name another -o")
