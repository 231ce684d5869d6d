"""A short answer asserts what its question asks; what cannot be turned round is kept as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.rulesets.answers import answers
from claimcheck.rulesets.load import load_text
from claimcheck.rulesets.quotes import stands_in

HEAD = "Oxalis: your questions\n\nPosted by Jo, producer at Tin Heron Studios\n\n"


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Will there be loot boxes?", "None.", ["There will be no loot boxes."]),
        ("Loot boxes?", "No.", ["There are no loot boxes."]),
        ("Are there any loot boxes?", "Nope, sorry.", ["There are no loot boxes."]),
        ("Is the closed beta free?", "Yes.", ["The closed beta is free."]),
        ("Has the price gone up?", "No.", ["The price has not gone up."]),
        ("Is the fare going up?", "No. It's still €9.", ["The fare is not going up.",
         "The fare is still €9."]),
        ("Are you being sold?", "No.", ["Tin Heron Studios is not being sold."]),
        ("Do I have to be online?", "Only for co-op.", ["You have to be online only for co-op."]),
        ("Can I stream it?", "Not before May.", ["You can stream it not before May."]),
        ("Can I stream it?", "Yes, but only on PC.", ["You can stream it, but only on PC."]),
        ("Can we sell clips?", "Yes, and you keep the money.",
         ["Tin Heron Studios can sell clips.", "You keep the money."]),
        ("Which days?", "Monday and Friday.", ["The days are Monday and Friday."]),
        # What cannot be told apart stays together.
        ("Will the release date slip?", "No.", ["Will the release date slip? No."]),
        ("How come?", "Because of rain.", ["How come? Because of rain."]),
        # A whole sentence stands for itself.
        ("Will fares rise?", "Fares stay as they are.", ["Fares stay as they are."]),
        ("Mods?", "Mods stay.", ["Mods stay."]),
    ],
)  # fmt: skip
def test_questions_with_their_answers(question: str, answer: str, expected: list[str]) -> None:
    for text in (f"Q: {question}\n{answer}", f"Q: {question}\nA: {answer}", f"{question} {answer}"):
        ruleset = load_text(f"{HEAD}Oxalis stays free.\n\n{text}")
        assert [claim.says for claim in ruleset.claims][1:] == expected
        assert all(stands_in(claim.quote, text) for claim in ruleset.claims[1:])


def test_a_question_in_a_quotation_asks_nobody() -> None:
    claims = load_text('Oxalis stays free.\n\n"Are we closing?" she asked. No. The shop stays.').claims
    assert [claim.says for claim in claims][-1] == "The shop stays."


def test_who_is_named_only_in_a_question() -> None:
    ruleset = load_text(f"{HEAD}Oxalis stays free.\n\nQ: Are you being bought by Corvane?\nNo.")
    assert {"Tin Heron Studios", "Corvane"} <= {entity.name for entity in ruleset.entities}
    assert not {"Are", "No"} & {entity.name for entity in ruleset.entities}


@given(
    st.text(max_size=80), st.text(min_size=1, max_size=80).filter(str.strip), st.sampled_from([None, "Orrin"])
)
def test_any_question_and_answer(question: str, answer: str, speaker: str | None) -> None:
    for asserted in answers(f"A {question}?", answer, speaker):
        assert asserted.says.strip()
        assert answer in asserted.read_from
