"""Statements age: who stands on which day, and what took the place of what."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError
from claimcheck.rulesets.model import Claim, RuleSet, Statement
from claimcheck.rulesets.succession import Heir, Reference, as_reference, day, named_by, precedes, succession


def made(
    name: str, date: str | None, *ids: str, retires: dict[str, str] | None = None, whole: str = ""
) -> RuleSet:
    """A rule set of claims ``ids``; ``retires`` goes from a claim of it to what that supersedes."""
    retired = retires or {}
    claims = [
        Claim(each, f"{each} holds.", each, "quoted", supersedes=tuple(filter(None, [retired.get(each)])))
        for each in ids
    ]
    statement = Statement(name, name.title(), "Harrow", date, supersedes=(whole,) if whole else ())
    return RuleSet(statement, tuple(claims))


WINTER = made("winter", "2026-01-10", "fares", "boats")
SPRING = made("spring", "2026-04-02", "fares", retires={"fares": "winter/fares"})
SUMMER = made("summer", "2026-07-20", "prices", retires={"prices": "spring/fares"})
ALL = (WINTER, SPRING, SUMMER)
NAMES = ["winter", "spring", "summer"]
IN_THE_END = {"winter/fares": "summer/prices", "spring/fares": "summer/prices"}


@pytest.mark.parametrize(
    ("as_of", "standing", "retired"),
    [
        (None, NAMES, IN_THE_END),
        ("2026-07-20", NAMES, IN_THE_END),
        ("2026-07-19", NAMES[:2], {"winter/fares": "spring/fares"}),
        ("2026-04-01", NAMES[:1], {}),
    ],
)
def test_each_day_has_its_statements(as_of: str | None, standing: list[str], retired: dict[str, str]) -> None:
    found = succession(ALL, as_of)
    assert [ruleset.statement.id for ruleset in found.standing] == standing
    told = {
        "/".join(map(str, one)): "/".join(map(str, heir.reference)) for one, heir in found.retired.items()
    }
    assert told == retired


def test_the_order_given_does_not_matter() -> None:
    assert succession(ALL).retired == succession(ALL[::-1]).retired


def test_a_whole_statement_retires_with_all_its_claims() -> None:
    found = succession([WINTER, made("spring", "2026-04-02", "boats", whole="winter")])
    assert set(found.retired) == {("winter", None), ("winter", "fares"), ("winter", "boats")}
    assert {heir.reference for heir in found.retired.values()} == {("spring", None)}


def test_a_claim_is_a_nearer_heir_than_a_statement() -> None:
    spring = made("spring", "2026-04-02", "boats", retires={"boats": "winter/boats"}, whole="winter")
    found = succession([WINTER, spring])
    assert found.retired["winter", "boats"].reference == ("spring", "boats")
    assert found.retired["winter", "fares"].reference == ("spring", None)


@pytest.mark.parametrize(
    "later",
    [
        made("before", "2025-12-01", "fares", retires={"fares": "winter/fares"}),
        made("spring", "2026-04-02", "fares", retires={"fares": "winter/ferries"}),
        made("spring", "2026-04-02", "fares", retires={"fares": "autumn"}),
        made("spring", "2026-04-02", "fares", retires={"fares": "spring/fares"}),
    ],
    ids=["of an earlier day", "no such claim", "no such statement", "its own"],
)
def test_what_retires_nothing(later: RuleSet) -> None:
    found = succession([WINTER, later])
    assert all(found.heir("winter", claim.id) is None for claim in WINTER.claims)
    assert found.heir("spring", "fares") is None


def test_two_statements_that_retire_each_other_end_somewhere() -> None:
    one = made("one", None, "fares", retires={"fares": "two/fares"})
    two = made("two", None, "fares", retires={"fares": "one/fares"})
    assert len(succession([one, two]).retired) == 2


def slowly(rulesets: Sequence[RuleSet]) -> dict[Reference, Heir]:
    """What is retired by what in the end, by looking at every statement and walking every line."""
    direct: dict[Reference, Heir] = {}
    for ruleset in rulesets:
        for text, heir in named_by(ruleset):
            statement_id, claim_id = as_reference(text)
            for target in rulesets:
                if target.statement.id != statement_id or target is ruleset or precedes(ruleset, target):
                    continue
                for each in [claim_id] if claim_id else [None, *(claim.id for claim in target.claims)]:
                    old = direct.get((statement_id, each))
                    if old is None or rank(heir) > rank(old):
                        direct[statement_id, each] = heir
    return {reference: walked(reference, direct) for reference in direct}


def rank(heir: Heir) -> tuple[bool, str]:
    return heir.claim is not None, heir.ruleset.statement.date or ""


def walked(reference: Reference, direct: dict[Reference, Heir]) -> Heir:
    heir, seen = direct[reference], {reference}
    while heir.reference in direct and heir.reference not in seen:
        seen.add(heir.reference)
        heir = direct[heir.reference]
    return heir


IDS = st.sampled_from(["a", "b", "c", "d"])
REFERENCES = st.one_of(IDS, st.builds("{}/{}".format, IDS, st.sampled_from(["x", "y"])))
DAYS = st.one_of(st.none(), st.dates().map(str), st.sampled_from(["2026-01-01", "2026-01-02"]))
RULESETS = st.builds(
    lambda name, date, retires, whole: made(name, date, "x", "y", retires=retires, whole=whole),
    IDS, DAYS, st.dictionaries(st.sampled_from(["x", "y"]), REFERENCES), st.one_of(st.just(""), REFERENCES),
)  # fmt: skip


@given(st.lists(RULESETS, min_size=1, max_size=7))
def test_whatever_supersedes_what_the_end_of_each_line_is_found(rulesets: list[RuleSet]) -> None:
    found, expected = succession(rulesets).retired, slowly(rulesets)
    assert found.keys() == expected.keys()
    for reference, heir in found.items():
        assert heir.ruleset is expected[reference].ruleset
        assert heir.claim is expected[reference].claim


def test_undated_statements_count_on_any_day() -> None:
    undated = made("undated", None, "fares")
    assert succession([undated, SUMMER], "1999-01-01").standing == (undated,)


def test_a_day_before_all_statements_is_an_error() -> None:
    with pytest.raises(ClaimcheckError, match="the first is winter of 2026-01-10"):
        succession(ALL, "2026-01-09")


@pytest.mark.parametrize("text", ["", "today", "2026-02-30", "20260401", "2026-4-1", "2026-04-01T00:00"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ClaimcheckError, match="not a day"):
        day(text)
