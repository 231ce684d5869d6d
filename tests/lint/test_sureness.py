"""A draft judged with verdicts of a certain score only: fewer findings, and no new ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lint.fake import SET, FakeChecker

from claimcheck.linting.carrying import Names
from claimcheck.linting.coverage import cover
from claimcheck.linting.draft import read_draft
from claimcheck.linting.lint import Judged, Policy, lint_draft
from claimcheck.linting.relevance import Subjects
from claimcheck.result import Result


def unsure_check(text: str) -> Result:
    """The engine of a few words, less sure of a text of few words: 0.7 up to five of them, else 0.9."""
    result = FakeChecker().check(text)
    score = 0.7 if len(text.split()) <= 5 else 0.9
    return replace(result, score=score, scores={**result.scores, result.verdict: score})


def lint_at(source: str, least: float) -> Judged:
    draft = read_draft(source, "a.md")
    ids = [claim.id for claim in SET.claims]
    policy = Policy(min_score=least)
    return lint_draft(draft, unsure_check, Names([SET]), Subjects([SET]), ids, policy)


def found(source: str, least: float) -> list[str]:
    return [f"{one.level} {one.result.text}" for one in lint_at(source, least).findings]


LONG = "As we hear Norfield Water sells Elmere soon."
SHORT = "Norfield sells Elmere."
QUOTED = '"Norfield sells Elmere," as a blogger wrote.'

CASES = [
    (SHORT, [f"error {SHORT}"], []),
    (LONG, [f"error {LONG}"], [f"error {LONG}"]),
    (f"{SHORT} {LONG}", [f"error {SHORT}", f"error {LONG}"], [f"error {LONG}"]),
    # The sure contradiction is put right by an answer that is less sure.
    (f"{LONG} But Norfield keeps Elmere.", [], []),
    # The quotation by itself is less sure than the sentence that quotes it.
    (QUOTED, [f"warning {QUOTED}"], [f"warning {QUOTED}"]),
]


@pytest.mark.parametrize(("source", "all_of_them", "sure"), CASES)
def test_only_sure_contradictions_are_findings(source: str, all_of_them: list[str], sure: list[str]) -> None:
    assert found(source, 0) == all_of_them
    assert found(source, 0.8) == sure


PIECES = st.sampled_from(
    [
        SHORT,
        LONG,
        QUOTED,
        f'"{SHORT}"',
        "Norfield sells Elmere?",
        "But Norfield keeps Elmere.",
        "Not so.",
        "The price at Norfield rises.",
        "It rains.",
    ]
)


@given(st.lists(PIECES, max_size=6).map(" ".join))
def test_no_level_makes_a_finding_of_what_was_none(source: str) -> None:
    found = [
        [(one.place, one.level, one.fingerprint, one.result.score) for one in lint_at(source, least).findings]
        for least in (0, 0.8, 1)
    ]
    assert found[1:] == [[one for one in found[0] if one[-1] >= 0.8], []]


def test_coverage_counts_what_is_not_sure_enough_as_mentioned() -> None:
    counts = [
        [(one.right, one.wrong, one.near) for one in cover([SET], lint_at(f"{SHORT} {LONG}", least).results)]
        for least in (0, 0.8, 1)
    ]
    assert counts == [[(0, 2, 0), (0, 0, 0)], [(0, 1, 1), (0, 0, 0)], [(0, 0, 2), (0, 0, 0)]]
