"""What stands above the matter: the headline among the lines, the day, and who sends it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.rulesets.letterhead import read_head
from claimcheck.rulesets.load import load_text

BODY = "The Brannock depot stays open. Quarry Rail keeps all buses."


@pytest.mark.parametrize(
    ("head", "title", "speaker", "date"),
    [
        # A kicker in capitals above the headline, with a byline below.
        (
            "INFORMATION FOR PASSENGERS\nWhat the works mean for you\n\nQuarry Rail. Issued 4 May 2031",
            "What the works mean for you",
            "Quarry Rail",
            "2031-05-04",
        ),
        # A headline in capitals stays.
        (
            "QUARRY RAIL KEEPS ALL ITS BUSES\n\n4 May 2031",
            "QUARRY RAIL KEEPS ALL ITS BUSES",
            None,
            "2031-05-04",
        ),
        ("BUSES STAY\nWhat stays", "BUSES STAY", None, None),
        # A letter.
        (
            "ORSENNA WATER AUTHORITY\nMeters Section\nTo: all plumbers\nOur ref: W/7\n4 May 2031\n\n"
            "Lead pipes; new rules\n\nDear colleague,",
            "Lead pipes; new rules",
            "Orsenna Water Authority",
            "2031-05-04",
        ),
        ("Orsenna Water Co Ltd\nRe: lead pipes\nDate: 4 May 2031", "lead pipes", None, "2031-05-04"),
        # A post: the house of its writer speaks, not the product in the title.
        (
            "Oxalis: what changes\n\nPosted by Jo, producer at Tin Heron Studios | 4 May 2031",
            "Oxalis: what changes",
            "Tin Heron Studios",
            "2031-05-04",
        ),
        # A day in the headline is the matter's, not the statement's.
        ("Fire of 8 March 2031: what we know", "Fire of 8 March 2031: what we know", None, None),
        ("Quarry Rail on Brannock\n\nPublished 31 February 2031", "Quarry Rail on Brannock", None, None),
    ],
)  # fmt: skip
def test_the_head_of_a_statement(head: str, title: str, speaker: str | None, date: str | None) -> None:
    statement = load_text(f"{head}\n\n{BODY}").statement
    assert (statement.title, statement.date) == (title, date)
    if speaker:
        assert statement.speaker == speaker


@pytest.mark.parametrize("place", ["Port of Brannock", "Stow on the Wold", "Frankfurt am Main", "BRANNOCK"])
def test_a_place_of_several_words_stands_in_the_dateline(place: str) -> None:
    ruleset = load_text(f"Buses stay open\n\n{place}, 4 May 2031 - The depot stays open.")
    assert ruleset.statement.date == "2031-05-04"
    assert [claim.says for claim in ruleset.claims] == ["The depot stays open."]


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=8))
def test_any_lines_are_read(lines: list[str]) -> None:
    head = read_head([" ".join(line.split()) for line in lines])
    assert head.title is None or any(head.title in " ".join(line.split()) for line in lines)


@pytest.mark.parametrize("line", ["A" * 200_000, "By " * 50_000, "at A " * 50_000, "1 May " * 50_000])
def test_endless_lines_are_survived(line: str) -> None:
    assert load_text(f"Buses stay\n\n{line}\n\n{BODY}").claims[-1].says == "Quarry Rail keeps all buses."
