"""A claim in its own words, and gates that no weight outvotes."""

from __future__ import annotations

import pytest

from claimcheck import Checker
from claimcheck.rulesets.load import load_shipped

STATEMENT = """Norfield Water on the new reservoir

Norfield Water will open the Elmere reservoir in May.
The price of water remains unchanged for all 40,000 households.
The Elmere reservoir was not sold to Brackley.
"""

CHECKER = Checker.from_statement(STATEMENT)

VERDICTS = {
    "Norfield Water will open the Elmere reservoir in May": "supported",
    "REPORT: Norfield Water will open the Elmere reservoir in May!": "supported",
    "Norfield Water will open the Elmere reservoir in June": "contradicted",
    "Norfield Water will not open the Elmere reservoir in May": "contradicted",
    "Norfield Water denies that it will open the Elmere reservoir in May": "contradicted",
    "The price of water remains unchanged for all 50,000 households": "contradicted",
    "The Elmere reservoir was not sold to Brackley": "supported",
    "The Elmere reservoir was sold to Brackley": "contradicted",
}


def test_not_the_sole_is_never_supported_by_the_sole() -> None:
    checker = Checker.from_statement("Norfield Water is the sole supplier of the valley's water.")
    assert checker.check("Norfield Water is the sole supplier of the valley's water").verdict == "supported"
    denied = "Norfield Water is not the sole supplier of the valley's water"
    assert checker.check(denied).verdict != "supported"
    hosted = "Azure is not the sole host of all stateless OpenAI APIs"
    assert Checker.default().check(hosted).verdict == "contradicted"


@pytest.mark.parametrize(("text", "verdict"), VERDICTS.items())
def test_restated(text: str, verdict: str) -> None:
    assert CHECKER.check(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing to check"),
        ("?!", "nothing to check"),
        ("\u200b", "nothing to check"),
        ("Der Preis für das Wasser bleibt in diesem Jahr gleich", "only English"),
        ("lorem ipsum dolor amet consectetur adipiscing", "only English"),
    ],
)
def test_not_judged(text: str, why: str) -> None:
    result = CHECKER.check(text)
    assert (result.verdict, result.claim_id) == ("not_addressed", None)
    assert why in result.reason


@pytest.mark.parametrize(
    "text",
    [
        "Elmere reservoir",  # a topic without anything said of it
        "Norfield Water will open the Elmere reservoir in May for 12 million pounds",
        "It is not the case that Norfield Water will open the Elmere reservoir in May",
    ],
)
def test_withheld(text: str) -> None:
    assert CHECKER.check(text).verdict != "supported"


@pytest.mark.parametrize("frame", ["It is not true that {}", "It is false that {}", "Myth: {}", "{} Not so."])
def test_a_claim_that_is_denied_is_never_supported(frame: str) -> None:
    checker = Checker.default()
    texts = [frame.format(claim.says) for claim in load_shipped().claims]
    assert [text for text in texts if checker.check(text).verdict == "supported"] == []


def test_a_text_too_long_to_weigh_as_one_is_not_supported_but_its_parts_are_told() -> None:
    sentence = "Norfield Water will open the Elmere reservoir in May. "
    assert CHECKER.check(sentence * 2).verdict == "supported"
    long = CHECKER.check(sentence * 60)
    assert long.verdict == "not_addressed"
    assert "too long" in long.reason
    assert {part.verdict for part in long.parts} == {"supported"}
