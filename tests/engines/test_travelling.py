"""A checker goes to other processes as its rule sets, and is made there once."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from claimcheck import Checker

AGED = Path(__file__).parents[2] / "examples" / "statements-age" / "claims"
LICENCE = "The licence of Halden Maps to the Wayfarer software is exclusive"

MAKERS: dict[str, Callable[[], Checker]] = {
    "shipped": Checker.default,
    "statement": lambda: Checker.from_statement("Norfield Water has not sold the Elmere reservoir."),
    "several": lambda: Checker.from_path(AGED),
    "as of a day": lambda: Checker.from_path(AGED, as_of="2026-03-01"),
    "surer verdicts": lambda: Checker.default(min_score=0.999),
}
TEXTS = ["Microsoft walks away from OpenAI", "Norfield Water has sold the Elmere reservoir", LICENCE, ""]


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_it_arrives_with_the_same_verdicts(make: Callable[[], Checker]) -> None:
    checker = make()
    arrived = pickle.loads(pickle.dumps(checker))
    assert (arrived.rulesets, arrived.as_of) == (checker.rulesets, checker.as_of)
    assert arrived.min_score == checker.min_score
    assert list(arrived.check_many(TEXTS)) == list(checker.check_many(TEXTS))


def test_the_day_travels_along() -> None:
    march, today = (Checker.from_path(AGED, as_of=day) for day in ("2026-03-01", None))
    verdicts = [pickle.loads(pickle.dumps(one)).check(LICENCE).verdict for one in (march, today)]
    assert verdicts == ["supported", "contradicted"]
    assert (march.as_of, today.as_of) == ("2026-03-01", None)


def test_the_score_asked_for_travels_along() -> None:
    said = "Norfield Water has not sold the Elmere reservoir."
    free, strict = (Checker.from_statement(said, min_score=least) for least in (0.0, 1.0))
    verdicts = [pickle.loads(pickle.dumps(one)).check(said).verdict for one in (free, strict)]
    assert verdicts == ["supported", "not_addressed"]


def test_only_the_rule_sets_travel() -> None:
    checker = Checker.default()
    assert len(pickle.dumps(checker)) < len(pickle.dumps(checker.rulesets)) + 200


def test_what_arrives_twice_is_made_once() -> None:
    sent = pickle.dumps(Checker.default())
    assert pickle.loads(sent) is pickle.loads(sent)
    assert copy.deepcopy(pickle.loads(sent)) is pickle.loads(sent)


def test_a_new_process_answers() -> None:
    checker = Checker.from_statement("Norfield Water has not sold the Elmere reservoir.")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(checker.check, TEXTS)) == list(checker.check_many(TEXTS))
