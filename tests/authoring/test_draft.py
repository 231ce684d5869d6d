"""A drafted rule set is valid, and holds what the statement held."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.authoring.draft import draft
from claimcheck.authoring.looks import PLACEHOLDER, look
from claimcheck.errors import ClaimcheckError
from claimcheck.judging.judge import Judge
from claimcheck.rulesets.load import load_text
from claimcheck.rulesets.model import Examples, RuleSet
from claimcheck.rulesets.parse import parse_ruleset
from claimcheck.rulesets.scalars import scalar

STATEMENT = (Path(__file__).parents[1] / "rulesets" / "data" / "harrow.txt").read_text(encoding="utf-8")


def _without_names(ruleset: RuleSet) -> RuleSet:
    """The rule set without what the draft adds: readable ids and examples."""
    claims = tuple(replace(claim, id="", examples=Examples()) for claim in ruleset.claims)
    return replace(ruleset, claims=claims, source=None)


def test_a_draft_to_look_at() -> None:
    text = draft(load_text(STATEMENT, "harrow"))
    body = text[text.index("claimcheck: 1") :]
    assert body.startswith(
        """\
claimcheck: 1

statement:
  id: harrow
  title: "Harrow Ferries: statement on the winter timetable"
  speaker: Harrow Ferries
  date: 2026-11-04
  # url: https://...

entities:
  - name: Harrow Ferries
"""
    )
    claim = body[body.index("  - id: not-cut-single-sailing  # sure: ") :].split("\n\n")[0].splitlines()
    assert claim[1:5] == [
        "    # LOOK: 'We' is read with 'Harrow Ferries': is that meant?",
        "    says: Harrow Ferries has not cut a single sailing.",
        "    quote: We have not cut a single sailing",
        "    voice: quoted",
    ]
    assert "        - Harrow Ferries has not cut a single sailing" in claim
    assert claim[5] == "    examples:"


SHAPES = [
    ("The lounge stays open.", None),
    ("The lounge stays open and the bar is closed.", "two assertions?"),
    ("The lounge stays open; the bar does not.", "two assertions?"),
    ("This statement concerns the lounge.", "speaks of the statement itself"),
    ("The release date of the lounge stays.", None),
    ("The list takes effect in May.", None),
    ("Fixed lines and lounges ran normally.", None),
    ("A ticket between Brannock and Tarn remains free.", None),
    ("Only for the lounge.", "no whole sentence"),
    ("Stop using the lounge at once.", "a command"),
    ("Do not use the lounge.", "a command"),
    ("It stays on until 2027.", "'It': name"),
    ("The price on that crossing stays.", "'on that crossing': name"),
    ("Islanders are exempt from this cap.", "'this cap': name"),
    ("From then on the lounge stays open.", "'From then on': name"),
    ("You may keep the ticket.", "'You': name"),
    ("The lounge stays open; its licence runs until May.", "two assertions?"),
    ("No lounge, no bar, no shop is open.", "two assertions?"),
    ("As the bar is closed, the lounge stays open.", "two assertions?"),
]


@pytest.mark.parametrize(("says", "note"), SHAPES)
def test_what_to_look_at(says: str, note: str | None) -> None:
    ruleset = load_text(f"Orrin Rail on its lounge\n\n{says}\n\nThe night train runs.")
    claim = next(claim for claim in ruleset.claims if claim.says == says)
    notes = [each for each in look(claim, Judge(ruleset)).notes if "not recognised" not in each]
    assert [each for each in notes if note is None or note not in each] == []
    assert bool(notes) == (note is not None)


def test_a_clean_claim_is_surer_than_a_doubtful_one() -> None:
    ruleset = load_text("Orrin Rail on its lounge\n\nThe lounge is open. It was open, and the bar was shut.")
    judge = Judge(ruleset)
    clean, doubtful = (look(claim, judge).sureness or 0 for claim in ruleset.claims)
    assert clean > 1.5 * doubtful


def test_what_stands_in_no_statement_is_not_invented() -> None:
    ruleset = load_text("Orrin Rail on its lounge\n\nThe lounge is open. Only for members.")
    text = draft(ruleset)
    examples = [claim.examples for claim in parse_ruleset(text, "draft.yaml").claims]
    assert {each.not_addressed for each in examples} == {(PLACEHOLDER["not_addressed"],)}
    assert [each.contradicted for each in examples] == [
        ("It is not true that the lounge is open",),
        (PLACEHOLDER["contradicted"],),
    ]
    assert "# date: YYYY-MM-DD" in text


def test_a_long_report_is_drafted_without_judging() -> None:
    text = draft(load_text("\n\n".join(f"Platform {number} stays open." for number in range(101))))
    assert "# sure:" not in text
    assert len(parse_ruleset(text, "draft.yaml").claims) == 101


def test_the_top_tells_how_many_to_look_at() -> None:
    text = draft(load_text(STATEMENT, "harrow"))
    count = sum("# LOOK" in each for each in text.split("  - id: ")[1:])
    assert f"# {count} of 3 claims ask" in text


@pytest.mark.parametrize(
    "text",
    [
        STATEMENT,
        "Orrin Rail keeps the night train",
        'Orrin: "fares" # stay.\nThe [board] {met}: it is *good* & | > %.\n- The price - "ours" - stays.',
        "The National Rail Board of Orrin (NRBO) met. It spoke of carbon capture and storage (CCS).",
        "Fares stay. Fares stay put. Fares, stay. No. Yes we do.",
    ],
)
def test_a_draft_holds_what_the_statement_held(text: str) -> None:
    ruleset = load_text(text, "orrin")
    loaded = parse_ruleset(draft(ruleset), "draft.yaml", statement=text)
    assert _without_names(loaded) == _without_names(ruleset)
    ids = [claim.id for claim in loaded.claims]
    assert len(ids) == len(set(ids))


@given(st.text(max_size=300))
def test_any_statement_drafts_to_a_valid_rule_set(text: str) -> None:
    try:
        ruleset = load_text(text)
    except ClaimcheckError:
        return
    assert len(parse_ruleset(draft(ruleset), "draft.yaml").claims) == len(ruleset.claims)


@given(st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool))
def test_a_scalar_is_read_back_unchanged(text: str) -> None:
    wrapped = f"a: {scalar(text)}\nb:\n  - {scalar(text)}\nc: [{scalar(text)}, x]\n"
    import yaml

    assert yaml.load(wrapped, Loader=yaml.BaseLoader) == {"a": text, "b": [text], "c": [text, "x"]}
