"""A headline's word is led to the claim's words that are its kin, the nearer the closer they are."""

from __future__ import annotations

import pytest

from claimcheck.judging.kin import DERIVED, EXACT, SYNONYM, keys_of, lookups, opposites


def nearness(claims: str, headlines: str) -> float:
    """How near the word of a headline comes to that of a claim, 0 where nothing leads there."""
    found = dict(keys_of(claims))
    return max((min(worth, found[key]) for key, worth in lookups(headlines) if key in found), default=0.0)


@pytest.mark.parametrize(
    ("claims", "headlines", "near"),
    [
        ("approve", "approve", EXACT),
        ("approve", "approval", DERIVED),
        ("begin", "start", SYNONYM),
        ("postpone", "azurite", 0.0),
        ("postpone", "zzxq", 0.0),
        ("zzxq", "zzxq", EXACT),
    ],
)
def test_words_are_kin_by_what_the_dictionary_says(claims: str, headlines: str, near: float) -> None:
    assert nearness(claims, headlines) == near


def test_opposites_lead_to_each_other() -> None:
    assert set(opposites("allow")) & {key for key, _ in keys_of("disallow")}
    assert not set(opposites("allow")) & {key for key, _ in keys_of("allow")}
