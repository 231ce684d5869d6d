"""Verdicts that are not sure enough for whoever asked are not given."""

from __future__ import annotations

from claimcheck.errors import ClaimcheckError
from claimcheck.result import Explanation, Result


def as_score(value: object) -> float:
    """``value`` as the lowest score that a verdict may have. Raises ``ClaimcheckError`` where it is no number
    in 0..1."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise ClaimcheckError(f"{value!r} is no number from 0 to 1; fix: a score such as 0.9")


def sure_enough(result: Result, least: float) -> Result:
    """``result`` itself where its verdict has a score of ``least`` (0..1) or more, or is 'not addressed'
    anyway.

    Else 'not addressed' with the probability of that. All the rest stays, so that the editor sees what the
    verdict would have been: the claim, now the nearest one, the spans, the probabilities, the parts with
    the verdict that each got, and the reason behind a few words that tell why.
    """
    if result.verdict == "not_addressed" or result.score >= least:
        return result
    why = f"{_told(result.score, least)} is asked for"
    return result.retold(
        lambda told: Explanation(
            f"Not sure enough ({why}): {told.reason}",
            told.spans,
            (*told.derivation, f"not sure enough ({why}): not_addressed"),
        ),
        verdict="not_addressed",
        score=result.scores["not_addressed"],
    )


def _told(score: float, least: float) -> str:
    """'0.62, 0.90': two digits each, more where the level has more, or where two hide which is lower."""
    rounded = f"{score:.2f}"
    return f"{rounded if float(rounded) < least else score}, {max(f'{least:.2f}', str(least), key=len)}"
