"""Metrics against values computed by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.evaluation.metrics import Outcome, figures
from claimcheck.result import VERDICTS

# label, verdict, claim, cited. Supported: 2 of 3 found, 2 of 3 given right. Contradicted: 1 of 2 found,
# 1 of 2 given right. Not addressed: 1 of 1 found, 1 of 1 given right.
OUTCOMES = [
    Outcome("supported", "supported", "a", "a"),
    Outcome("supported", "supported", "a", "b"),
    Outcome("supported", "contradicted", None, "b"),
    Outcome("contradicted", "contradicted", "b", "b"),
    Outcome("contradicted", "supported", "b", "b"),
    Outcome("not_addressed", "not_addressed", "c", "d"),
]


def test_figures_by_hand() -> None:
    found = figures(OUTCOMES)
    assert found.n == 6
    assert found.accuracy == pytest.approx(4 / 6)
    supported, contradicted, silent = (found.per_class[verdict] for verdict in VERDICTS)
    assert (supported.precision, supported.recall, supported.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert (contradicted.precision, contradicted.recall, contradicted.f1) == (0.5, 0.5, 0.5)
    assert (silent.precision, silent.recall, silent.f1, silent.support) == (1.0, 1.0, 1.0, 1)
    assert found.macro_f1 == pytest.approx((2 / 3 + 1 / 2 + 1) / 3)
    assert found.confusion["supported"] == {"supported": 2, "contradicted": 1, "not_addressed": 0}
    # Rows 1, 2, 4 and 5 count: the third names no claim, the last is not addressed.
    assert (found.claim_accuracy, found.claim_n) == (0.75, 4)


def test_a_verdict_that_never_occurs_does_not_lower_the_mean() -> None:
    found = figures([Outcome("supported", "supported"), Outcome("contradicted", "contradicted")])
    assert found.macro_f1 == 1.0
    assert found.per_class["not_addressed"].f1 == 0.0
    assert found.claim_accuracy is None


def test_nothing_cannot_be_measured() -> None:
    with pytest.raises(ValueError, match="no outcome"):
        figures([])


@given(st.lists(st.builds(Outcome, st.sampled_from(VERDICTS), st.sampled_from(VERDICTS)), min_size=1))
def test_figures_hold_together(outcomes: list[Outcome]) -> None:
    found = figures(outcomes)
    assert sum(sum(row.values()) for row in found.confusion.values()) == found.n == len(outcomes)
    assert found.accuracy == pytest.approx(sum(found.confusion[v][v] for v in VERDICTS) / found.n)
    for of in found.per_class.values():
        mean = 2 * of.precision * of.recall / (of.precision + of.recall) if of.precision else 0.0
        assert of.f1 == pytest.approx(mean)
    assert (found.macro_f1 == 1.0) == (found.accuracy == 1.0)
