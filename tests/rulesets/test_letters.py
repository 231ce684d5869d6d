"""How a sentence goes on within another."""

from __future__ import annotations

import pytest

from claimcheck.rulesets.letters import lowered


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The National Bank stays", "the National Bank stays"),
        ("National Bank of Orrin stays", "National Bank of Orrin stays"),
        ("National parks stay", "national parks stay"),
        ("Fares stay", "fares stay"),
        ("IP rights stay", "IP rights stay"),
        ("A line closes", "a line closes"),
        ("I stay", "I stay"),
        ("Norvane stays", "Norvane stays"),
        ("14 trains run", "14 trains run"),
        ("Fares", "fares"),
        ("x", "x"),
    ],
)
def test_lowered(sentence: str, expected: str) -> None:
    assert lowered(sentence) == expected
