"""``claimcheck check``: headlines given as arguments, through a pipe or pasted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
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
    complain,
    exit_codes,
    fails,
    load_checker,
    note,
    one_of,
    score_asked_for,
)
from claimcheck.cli.output import Printer
from claimcheck.errors import ClaimcheckError
from claimcheck.records.row import refusal, undecodable
from claimcheck.reports.visible import visible

STDIN = "-"


def check(
    texts: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT", help="Headlines or rumours, each one item; '-' reads stdin."),
    ] = None,
    claims: ClaimsOption = None,
    as_of: AsOfOption = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the whole derivation.")] = False,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text or json (one object a line).",
            callback=one_of("text", "json"),
        ),
    ] = "text",
    min_score: MinScoreOption = "0",
    fail_on: FailOnOption = "contradicted",
    color: ColorOption = "auto",
    isolated: IsolatedOption = False,
    quiet: QuietOption = False,
) -> None:
    """Check headlines against the statement.

    \b
    claimcheck check "Microsoft walks away from OpenAI"
    claimcheck check --claims statement.txt "The plant will close in May"
    grep -h "^# " drafts/*.md | claimcheck check
    """
    with exit_codes():
        checker = load_checker(
            claims, as_of=as_of, min_score=score_asked_for(min_score), isolated=isolated, quiet=quiet
        )
        if not quiet:
            _hint_at_quotes(texts or [])
        printer = Printer(format, color=color, explain=explain)
        code, count = CLEAN, 0
        for text, trouble in _items(texts or []):
            count += 1
            if trouble:
                complain(trouble)
                code = TROUBLE
                continue
            result = checker.check(text)
            printer.print(result)
            if code == CLEAN and fails(result.verdict, fail_on):
                code = FOUND
        if not count:
            raise ClaimcheckError('nothing to check; fix: claimcheck check "a headline"')
        note(printer.summary(), quiet=quiet or count == 1)
        sys.stdout.flush()
    raise typer.Exit(code)


def _hint_at_quotes(texts: list[str]) -> None:
    words = [text for text in texts if text != STDIN]
    if len(words) > 1 and all(len(text.split()) == 1 for text in words):
        example = visible(" ".join(words))
        note(f'hint: {len(words)} texts of one word each; quotation marks make them one: "{example}"')


def _items(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each text with what is wrong with it: the place and the reason, or nothing."""
    for number, text in enumerate(texts or [STDIN], 1):
        if text == STDIN:
            yield from _piped()
        else:
            item = _as_typed(text)
            reason = "not UTF-8 text" if undecodable(item) else refusal(item)
            yield item, f"text {number}: {reason}" if reason else ""


def _as_typed(text: str) -> str:
    # In a locale that is not UTF-8 Python takes the bytes of 'Zürich' for damaged ASCII.
    try:
        return os.fsencode(text).decode("utf-8") if undecodable(text) else text
    except UnicodeError:
        return text


def _piped() -> Iterator[tuple[str, str]]:
    from claimcheck.records.lines import open_lines
    from claimcheck.records.read import read_rows
    from claimcheck.records.row import Row

    if sys.stdin is not None and sys.stdin.isatty():
        note("Paste headlines, one a line, then press Ctrl-D (Ctrl-Z and Enter on Windows).")
    with open_lines(STDIN) as lines:
        for row in read_rows(lines, "txt"):
            yield (row.text, "") if isinstance(row, Row) else ("", str(row))
