from __future__ import annotations

import pytest

from claimcheck.judging.phrasings import normal_form, phrasings_of
from claimcheck.language.tokens import tokenise
from claimcheck.rulesets.model import Claim, RuleSet, Statement

CLAIM = Claim(
    "boat",
    "The boat sails.",
    "the boat sails",
    "quoted",
    supports=("The boat's sailing",),
    contradicts=("The boat doesn't sail",),
    silent=("Who sails the boat?",),
)
PHRASINGS = phrasings_of(RuleSet(Statement("s", "S"), (CLAIM,)))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("the BOAT's sailing!", "supported"),
        ("The boats did not sail.", "contradicted"),
        ("The boat did not sink.", None),
        ("the boat does not sail", "contradicted"),
        ("The boat doesn’t sail", "contradicted"),
        ("who sails the boat", "not_addressed"),
        ("the boat", None),
        ("", None),
    ],
)
def test_matches_whatever_the_case_marks_and_inflection(text: str, verdict: str | None) -> None:
    found = PHRASINGS.verdict_on(tokenise(text))
    assert (found[1] if found else None) == verdict


def test_normal_form() -> None:
    assert normal_form("The boats DON'T sail, ok?") == "the boat do not sail ok"
