"""Why, is worked out when it is asked for, and is the same whenever that is."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest
from tests.conftest import result

from claimcheck import Checker
from claimcheck.judging.judge import Judge
from claimcheck.result import Explanation, Result
from claimcheck.rulesets.load import load_shipped

TEXTS = (
    "Azure is no longer the sole host of OpenAI's stateless APIs",
    "OpenAI keeps sharing its revenue with Microsoft",
    "Microsoft hires 300 people in Leeds",
    "?!",
)


def test_who_wants_the_verdict_alone_does_not_wait_for_the_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Judge, "_explanation", lambda _, text: asked.append(text) or Explanation("Because."))
    found = Checker([load_shipped()]).check(TEXTS[0])
    assert (found.verdict, found.claim_id, asked) == ("contradicted", "azure-sole-host", [])
    assert (found.reason, found.spans, found.reason) == ("Because.", (), "Because.")
    assert asked == [TEXTS[0]]


def test_reasons_do_not_depend_on_when_they_are_asked_for() -> None:
    checker = Checker.default()
    at_once = [checker.check(text).to_dict() for text in TEXTS]
    results = list(checker.check_many(TEXTS))
    assert [found.to_dict() for found in reversed(results)] == at_once[::-1]


@pytest.mark.parametrize("travel", [copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))])
def test_a_result_travels_with_its_reasons(travel: Callable[[Result], Result]) -> None:
    found = Checker.default().check(TEXTS[0])
    arrived = travel(found)
    assert arrived == found
    assert arrived.to_dict() == found.to_dict()


def test_a_result_told_anew_keeps_the_first_as_it_was() -> None:
    first = result()
    later = first.retold(lambda why: Explanation(why.reason.upper(), why.spans), verdict="not_addressed")
    assert later.reason == "THE STATEMENT SAYS THAT THE RESERVOIR IS NOT SOLD."
    assert (later.verdict, first.verdict) == ("not_addressed", "contradicted")
    assert first.reason == "The statement says that the reservoir is not sold."
    assert later.spans == first.spans
