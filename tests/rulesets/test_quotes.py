"""Quotes are looked up in the statement by their words, not by their typesetting."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import LocatedError
from claimcheck.rulesets.parse import parse_ruleset
from claimcheck.rulesets.quotes import stands_in

GOOD = (Path(__file__).parent / "data" / "harrow.yaml").read_text(encoding="utf-8")
STATEMENT = (Path(__file__).parent / "data" / "harrow.txt").read_text(encoding="utf-8")

TEXT = "“We’ll keep the\nline – all of it,” she said. Nothing is sold. The price stays."


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("We'll keep the line - all of it", True),
        ("\"We'll keep the line", True),
        ("we’ll   keep the line — all of it,", True),
        ("We'll keep ... Nothing is sold", True),
        ("We'll keep … The price stays.", True),
        ("The price stays ... We'll keep", False),
        ("We will keep the line", False),
        ("Nothing is sold ... nothing is sold", False),
        ("...", False),
        ("", False),
    ],
)
def test_quotes(quote: str, stands: bool) -> None:
    assert stands_in(quote, TEXT) is stands


def test_a_wrong_quote_is_a_located_problem() -> None:
    assert parse_ruleset(GOOD, "r.yaml", statement=STATEMENT).claims
    wrong = GOOD.replace(
        "quote: We have not cut a single sailing", "quote: We have not cut one single sailing"
    )
    with pytest.raises(LocatedError) as raised:
        parse_ruleset(wrong, "r.yaml", statement=STATEMENT)
    (problem,) = raised.value.problems
    assert (problem.line, problem.column, problem.length) == (31, 12, 34)
