"""Which claims a headline may be meant for, and a claim's sentence cut to what answers it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.authoring.candidates import candidates, shares
from claimcheck.authoring.idle_names import given_names, stands_in, without_name, without_names
from claimcheck.authoring.shortening import pieces, shorter_says
from claimcheck.judging.judge import Judge
from claimcheck.language.tokens import tokenise
from claimcheck.rulesets.load import load_text
from claimcheck.rulesets.model import Concept, Entity, RuleSet

TEXT = (
    "The overnight service to Hestvik is closed. A second daily sailing to Orrin Island is added. "
    "Foot fares are frozen. Car fares are frozen. The harbour office moves to Quay Street; dogs travel free."
)
RULES = replace(
    load_text(TEXT),
    entities=(Entity("Hestvik"),),
    concepts=(Concept("overnight service", aliases=("night boat",)),),
)
CLOSED, SAILING, FOOT, CAR, OFFICE = (claim.id for claim in RULES.claims)


@pytest.mark.parametrize(
    ("text", "cited", "found", "clear"),
    [
        ("Hestvik overnight service shut", CLOSED, [CLOSED], True),
        ("The night boat is gone", None, [CLOSED], True),
        ("The night boat is closing", SAILING, [CLOSED, SAILING], False),
        ("Fares frozen", FOOT, [FOOT, CAR], False),
        ("Fares frozen", CAR, [CAR, FOOT], False),
        ("Zorbles buy gribbles", None, [], False),
        ("", None, [], False),
    ],
)
def test_which_claims_come_near(text: str, cited: str | None, found: list[str], clear: bool) -> None:
    came = candidates(text, RULES, cited)
    assert ([claim.id for claim in came.claims], came.clear) == (found, clear)


@given(st.text(max_size=80))
def test_shares_are_shares(text: str) -> None:
    share = shares(text, RULES)
    assert share.keys() == {claim.id for claim in RULES.claims}
    assert all(0 <= value <= 1 for value in share.values())
    assert len(candidates(text, RULES, SAILING).claims) <= 3


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ("Dogs travel free.", []),
        (
            "The harbour office moves to Quay Street; dogs travel free.",
            ["The harbour office moves to Quay Street.", "Dogs travel free."],
        ),
        (
            "Passengers will be refunded in full, without having to apply.",
            ["Passengers will be refunded in full."],
        ),
    ],
)
def test_the_pieces_of_a_sentence(says: str, expected: list[str]) -> None:
    assert list(pieces(says)) == expected


def test_a_shorter_sentence_is_one_that_answers() -> None:
    office = RULES.claims[-1]
    text = "Dogs do not travel free"
    says = shorter_says(text, "contradicted", office, RULES)
    assert says == "Dogs travel free."
    shorter = replace(RULES, claims=(*RULES.claims[:-1], replace(office, says=says)))
    result = Judge(shorter).judge(text)
    assert (result.verdict, result.claim_id) == ("contradicted", OFFICE)
    assert shorter_says("Zorbles buy gribbles", "supported", office, RULES) is None


def test_names_are_taken_out_where_they_are_given() -> None:
    rules = RuleSet(
        RULES.statement,
        RULES.claims,
        entities=(Entity("Orrin", ("the line",), ("Solent",)),),
        concepts=(Concept("Orrin", ("the line", "the isle"), ("Orrin Rail",)),),
    )
    names = list(given_names(rules))
    assert [name.text for name in names] == ["the line", "Solent", "the line", "the isle", "Orrin Rail"]
    fewer = without_name(names[2], rules)
    assert fewer.entities == rules.entities
    assert fewer.concepts == (Concept("Orrin", ("the isle",), ("Orrin Rail",)),)
    assert not list(given_names(without_names(rules)))
    assert stands_in("night boat", tokenise("Night boats are gone"))
    assert not stands_in("night boat", tokenise("Boats of the night"))
