"""``claimcheck eval``: how often the verdicts are right on items that somebody has labelled."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import Annotated

import typer

from claimcheck.checker import Checker
from claimcheck.cli.common import (
    CLEAN,
    FOUND,
    TROUBLE,
    AsOfOption,
    ClaimsOption,
    ColorOption,
    IsolatedOption,
    MinScoreOption,
    QuietOption,
    complain,
    exit_codes,
    load_checker,
    one_of,
    score_asked_for,
)
from claimcheck.cli.output import print_paragraphs
from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.evaluation.gold import Gold, read_gold
from claimcheck.evaluation.metrics import Outcome, figures
from claimcheck.records.lines import open_lines
from claimcheck.records.read import DEFAULT_COLUMN, read_rows
from claimcheck.result import Result


def evaluate(
    gold: Annotated[
        str,
        typer.Argument(
            metavar="GOLD.jsonl",
            help="Rows with text and label, and optionally statement (its text) and claim (its id).",
        ),
    ],
    claims: ClaimsOption = None,
    as_of: AsOfOption = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="text or json.", callback=one_of("text", "json")
        ),
    ] = "text",
    min_score: MinScoreOption = "0",
    min_macro_f1: Annotated[
        float | None,
        typer.Option("--min-macro-f1", metavar="X", min=0, max=1, help="Exit with 1 below this macro-F1."),
    ] = None,
    color: ColorOption = "auto",
    isolated: IsolatedOption = False,
    quiet: QuietOption = False,
) -> None:
    """Measure the verdicts on labelled items.

    \b
    claimcheck eval gold.jsonl
    claimcheck eval gold.jsonl --format json --min-macro-f1 0.8
    """
    with exit_codes():
        least = score_asked_for(min_score)
        # Loaded only when a row brings no statement of its own.
        shared = cache(
            lambda: load_checker(claims, as_of=as_of, min_score=least, isolated=isolated, quiet=quiet)
        )
        own = partial(_of_statement, as_of=as_of, min_score=least)
        outcomes: list[Outcome] = []
        errors: list[tuple[Gold, Result]] = []
        bad = 0
        with open_lines(gold) as lines:
            for item in read_gold(read_rows(lines, "jsonl", DEFAULT_COLUMN), lines.name):
                checker = item if isinstance(item, Problem) else _checker(item, shared, own, lines.name)
                if isinstance(item, Problem) or isinstance(checker, Problem):
                    complain(str(checker))
                    bad += 1
                    continue
                judged = checker.check(item.text)
                # A claim named in other words than the rule set's ids cannot be compared.
                claim = item.claim if item.claim in _claim_ids(checker) else None
                outcomes.append(Outcome(item.label, judged.verdict, claim, judged.claim_id))
                if not outcomes[-1].right:
                    errors.append((item, judged))
        if not outcomes:
            raise ClaimcheckError(f"{lines.name}: nothing to measure: no row with a text and a label")
        found = figures(outcomes)
        if format == "json":
            from json import dumps

            print(dumps(found.to_dict(), indent=2))
        else:
            from claimcheck.reports.evaluation import paragraphs

            print_paragraphs(paragraphs(found, errors), color)
        sys.stdout.flush()
        missed = min_macro_f1 is not None and found.macro_f1 < min_macro_f1
        code = TROUBLE if bad else FOUND if missed else CLEAN
        if missed:
            complain(f"macro-F1 {found.macro_f1:.3f} is below {min_macro_f1}")
    raise typer.Exit(code)


def _checker(
    item: Gold, shared: Callable[[], Checker], own: Callable[[str], Checker], name: str
) -> Checker | Problem:
    """The checker that ``item`` is to be judged by: its own statement's, else that of the run."""
    if item.statement is None:
        return shared()
    try:
        return own(item.statement)
    except ClaimcheckError as error:
        return Problem(name, item.line, 1, f"its statement cannot be used: {error}")


@lru_cache(maxsize=16)
def _claim_ids(checker: Checker) -> frozenset[str]:
    return frozenset(claim.id for ruleset in checker.rulesets for claim in ruleset.claims)


# Rows of one statement usually follow each other.
@lru_cache(maxsize=16)
def _of_statement(text: str, as_of: str | None, min_score: float) -> Checker:
    return Checker.from_statement(text, as_of=as_of, min_score=min_score)
