"""Several statements on one text: which one the verdict rests on, and what is told of the others.

Phrasings decide here, so that the tests stay clear of what the engine makes of a sentence.
"""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from typing import Any

import pytest

from claimcheck import Checker
from claimcheck.judging import choosing
from claimcheck.judging.judge import Judge
from claimcheck.result import Result
from claimcheck.rulesets.model import Claim, Entity, RuleSet, Statement

TEXT = "The night boat sails"


def made(name: str, date: str | None = None, speaker: str = "Harrow", **claim: Any) -> RuleSet:
    """A rule set with one claim, about nothing that ``TEXT`` says but by a phrasing."""
    settled = {key: (TEXT,) for key in ("supports", "contradicts", "silent") if claim.pop(key, False)}
    one = Claim("boat", f"Quartz is {name}.", f"quartz, {name}", "quoted", **settled, **claim)
    return RuleSet(Statement(name, f"On {name}", speaker, date), (one,))


def ask(*rulesets: RuleSet, as_of: str | None = None) -> Result:
    return Checker(rulesets, as_of=as_of).check(TEXT)


JANUARY = made("january", "2026-01-10", supports=True)
APRIL = made("april", "2026-04-02", contradicts=True)
RETIRING = made("april", "2026-04-02", silent=True, supersedes=("january/boat",))


def test_a_verdict_names_its_statement() -> None:
    result = ask(JANUARY)
    named = (result.statement_id, result.statement_title, result.statement_date, result.speaker)
    assert named == ("january", "On january", "2026-01-10", "Harrow")
    assert (result.others, result.conflict, result.superseded_by, result.as_of) == ((), False, None, None)


def test_a_verdict_on_a_retired_claim_falls_and_shows_the_later_one() -> None:
    result = ask(JANUARY, RETIRING)
    assert (result.verdict, result.statement_id, result.claim_id) == ("not_addressed", "january", "boat")
    assert result.superseded_by is not None
    assert (result.superseded_by.statement_id, result.superseded_by.claim) == ("april", "Quartz is april.")
    assert result.reason == (
        "The statement of 2026-01-10 by Harrow [january] supports this, but the claim was superseded by the "
        "statement of 2026-04-02 by Harrow [april], which says: Quartz is april."
    )
    assert result.score == result.scores["not_addressed"] == max(result.scores.values())
    assert sum(result.scores.values()) == pytest.approx(1)
    assert {part.verdict for part in result.parts} == {"not_addressed"}


def test_before_the_later_statement_the_verdict_stands() -> None:
    result = ask(JANUARY, RETIRING, as_of="2026-04-01")
    assert (result.verdict, result.superseded_by, result.as_of) == ("supported", None, "2026-04-01")
    assert ask(JANUARY, RETIRING, as_of="2026-04-02").verdict == "not_addressed"


def test_a_verdict_that_stands_goes_before_a_retired_one() -> None:
    later = made("april", "2026-04-02", contradicts=True, supersedes=("january/boat",))
    result = ask(JANUARY, later)
    assert (result.verdict, result.statement_id, result.superseded_by) == ("contradicted", "april", None)
    assert [(other.statement_id, other.standing) for other in result.others] == [("january", "superseded")]
    assert not result.conflict


def test_a_whole_statement_can_be_retired() -> None:
    later = replace(RETIRING, statement=replace(RETIRING.statement, supersedes=("january",)), claims=(
        replace(RETIRING.claims[0], supersedes=()),))  # fmt: skip
    result = ask(JANUARY, later)
    assert result.verdict == "not_addressed"
    assert result.superseded_by is not None
    assert result.superseded_by.statement_title == "On april"


@pytest.mark.parametrize("order", [(JANUARY, APRIL), (APRIL, JANUARY)])
def test_of_one_speaker_the_later_statement_counts_and_the_earlier_is_told(
    order: tuple[RuleSet, ...],
) -> None:
    result = ask(*order)
    assert (result.verdict, result.statement_id, result.conflict) == ("contradicted", "april", False)
    assert [other.standing for other in result.others] == ["earlier"]
    assert result.reason.endswith(
        "Earlier, the statement of 2026-01-10 by Harrow [january] said otherwise: Quartz is january."
    )


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (JANUARY, made("april", "2026-04-02", speaker="Solent", contradicts=True)),
        (JANUARY, made("undated", contradicts=True)),
        (made("april", "2026-01-10", contradicts=True), JANUARY),
    ],
    ids=["two speakers", "an undated one", "one day"],
)
def test_a_conflict_is_shown_and_nothing_is_certified(one: RuleSet, two: RuleSet) -> None:
    result = ask(one, two)
    assert (result.verdict, result.conflict) == ("contradicted", True)
    assert [other.standing for other in result.others] == ["conflicts"]
    assert "Conflict: the statement of 2026-01-10 by Harrow [january] supports this" in result.reason


def test_statements_that_agree_are_told_too() -> None:
    result = ask(JANUARY, made("solent", speaker="Solent", supports=True), made("mute", silent=True))
    assert [(other.statement_id, other.standing) for other in result.others] == [
        ("solent", "agrees"),
        ("mute", "silent"),
    ]
    assert not result.conflict


def test_where_no_statement_speaks_of_it_that_is_said_of_all() -> None:
    result = Checker([JANUARY, APRIL]).check("Cats sleep")
    assert (result.verdict, result.claim_id) == ("not_addressed", None)
    assert result.reason == "None of the 2 statements asked speaks of this."
    assert "nothing to check" in Checker([JANUARY, APRIL]).check("?!").reason


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Solent sells boats", "not_addressed"),
        ("Harrow and Solent sell boats", "supported"),
        ("Boats are sold", "supported"),
    ],
    ids=["names the other", "names both", "names nobody"],
)
def test_only_statements_that_know_a_speaker_named_in_the_text_are_asked(text: str, verdict: str) -> None:
    harrow = made("harrow")
    harrow = replace(harrow, claims=(replace(harrow.claims[0], supports=(text,)),))
    solent = replace(made("solent", speaker="Solent Lines"), entities=(Entity("Solent Lines", ("Solent",)),))
    assert Checker([harrow, solent]).check(text).verdict == verdict


def test_a_statement_is_read_when_it_is_first_asked_and_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    class Listed(Judge):
        def __init__(self, ruleset: RuleSet) -> None:
            read.append(ruleset.statement.id)
            super().__init__(ruleset)

    monkeypatch.setattr(choosing, "Judge", Listed)
    names = [f"{sound}ham" for sound in ("Bel", "Cor", "Dun", "Els", "Fal")]
    checker = Checker([made(name.lower(), speaker=name) for name in names])
    assert read == []
    for text, expected in [
        ("Dunham is quartz", ["dunham"]),
        ("Dunham is not quartz", ["dunham"]),
        ("Belham and Dunham are quartz", ["dunham", "belham"]),
        ("Quartz is quartz", ["dunham", "belham", "corham", "elsham", "falham"]),
    ]:
        again = checker.check(text)
        assert read == expected
        assert checker.check(text) == again
    assert read == expected


def test_the_only_statement_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    checker = Checker([JANUARY])
    monkeypatch.setattr(choosing, "Judge", None)
    assert checker.check(TEXT).verdict == "supported"


def test_the_result_goes_through_json_and_pickle() -> None:
    result = ask(JANUARY, RETIRING)
    assert pickle.loads(pickle.dumps(result)).to_dict() == result.to_dict()
    data = json.loads(json.dumps(result.to_dict()))
    assert data["superseded_by"]["statement_id"] == "april"
    assert data["others"][0]["standing"] == "silent"
