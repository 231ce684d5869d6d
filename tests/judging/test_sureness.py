"""Verdicts below the score that is asked for are not given, and that is all that changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import result

from claimcheck import Checker
from claimcheck.errors import ClaimcheckError
from claimcheck.judging.sureness import sure_enough
from claimcheck.result import VERDICTS, Result, Verdict

LEVELS = st.floats(0, 1)
SAID = "Norfield Water has not sold the Elmere reservoir."
SOLD = "Norfield Water has sold the Elmere reservoir"

SET = """\
claimcheck: 1
statement:
  id: shop
  title: The shop
entities:
  - name: Corvane
claims:
  - id: open
    says: Corvane shops sell quartz.
    quote: "..."
    voice: quoted
    supports: [Stones for everybody at Corvane]
    contradicts: [Corvane is out of the stone trade]
    examples:
      supported: [The shop is open]
      contradicted: [The shop is not open]
      not_addressed: [The shop is red]
"""


@st.composite
def results(draw: st.DrawFn) -> Result:
    """Any verdict with any probabilities that go with it."""
    weights = draw(st.lists(st.integers(1, 1000), min_size=3, max_size=3))
    scores = {
        verdict: round(weight / sum(weights), 4) for verdict, weight in zip(VERDICTS, weights, strict=True)
    }
    verdict: Verdict = draw(st.sampled_from(VERDICTS))
    return result(verdict=verdict, score=scores[verdict], scores=scores)


@given(results(), LEVELS)
def test_a_verdict_is_given_from_its_level_on_and_never_below(given_: Result, least: float) -> None:
    held = sure_enough(given_, least)
    if given_.verdict == "not_addressed" or given_.score >= least:
        assert held is given_
        return
    assert (held.verdict, held.score) == ("not_addressed", given_.scores["not_addressed"])
    assert held.reason.startswith("Not sure enough (")
    assert held.reason.endswith(f"): {given_.reason}")
    assert held.derivation[:-1] == given_.derivation
    back = {"verdict": given_.verdict, "score": given_.score}
    assert {**held.to_dict(), **back, "reason": "", "derivation": []} == {**given_.to_dict(), "reason": ""}


@given(results(), LEVELS, LEVELS)
def test_a_higher_level_never_gives_more(given_: Result, one: float, other: float) -> None:
    low, high = sorted((one, other))
    if sure_enough(given_, high).verdict != "not_addressed":
        assert sure_enough(given_, low) is given_
    assert sure_enough(sure_enough(given_, low), high).verdict == sure_enough(given_, high).verdict


@pytest.mark.parametrize(
    ("score", "least", "told"),
    [
        (0.62, 0.9, "(0.62, 0.90 is asked for)"),
        (0.6189, 0.9, "(0.62, 0.90 is asked for)"),
        (0.8996, 0.9, "(0.8996, 0.90 is asked for)"),
        (0.91, 1.0, "(0.91, 1.00 is asked for)"),
        (0.9, 0.925, "(0.90, 0.925 is asked for)"),
    ],
)
def test_the_reason_tells_both_scores(score: float, least: float, told: str) -> None:
    held = sure_enough(result(score=score), least)
    assert held.reason == f"Not sure enough {told}: The statement says that the reservoir is not sold."
    assert held.derivation[-1] == f"not sure enough {told}: not_addressed"


@pytest.mark.parametrize(
    ("text", "level", "above", "verdict"),
    [
        ("Stones for everybody at Corvane", 0.99, 0.995, "supported"),
        ("Corvane is out of the stone trade!", 0.99, 0.995, "contradicted"),
        ("Corvane shops sell quartz", 0.97, 0.98, "supported"),
        ("Corvane shops do not sell quartz", 0.97, 0.98, "contradicted"),
    ],
)
def test_an_editors_phrasings_and_a_claims_own_words_pass_up_to_their_scores(
    tmp_path: Path, text: str, level: float, above: float, verdict: Verdict
) -> None:
    path = tmp_path / "shop.yaml"
    path.write_text(SET, encoding="utf-8")
    found = [Checker.from_path(path, min_score=least).check(text).verdict for least in (0, level, above)]
    assert found == [verdict, verdict, "not_addressed"]


def test_every_way_to_make_a_checker_takes_it(tmp_path: Path) -> None:
    path = tmp_path / "statement.txt"
    path.write_text(SAID, encoding="utf-8")
    shipped = Checker.default(min_score=1)
    assert shipped.check("Azure is no longer the sole host of all stateless OpenAI APIs").score < 0.1
    for checker in (
        Checker.from_path(path, min_score=1),
        Checker.from_statement(SAID, min_score=1),
        Checker(Checker.from_statement(SAID).rulesets, min_score=1),
    ):
        assert checker.min_score == 1
        assert [one.verdict for one in checker.check_many([SAID, SOLD])] == ["not_addressed"] * 2


def test_without_it_every_verdict_is_given() -> None:
    free, zero = Checker.from_statement(SAID), Checker.from_statement(SAID, min_score=0)
    assert free.min_score == zero.min_score == 0
    assert list(free.check_many([SAID, SOLD, ""])) == list(zero.check_many([SAID, SOLD, ""]))
    assert [free.check(text).verdict for text in (SAID, SOLD)] == ["supported", "contradicted"]


@pytest.mark.parametrize("wrong", [-0.01, 1.01, 90, float("nan"), float("inf"), True, "0.9", None])
def test_what_is_no_score_is_refused(wrong: object) -> None:
    with pytest.raises(ClaimcheckError, match="is no number from 0 to 1"):
        Checker.from_statement(SAID, min_score=wrong)  # type: ignore[arg-type]
