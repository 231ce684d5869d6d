"""What a check answers: one frozen ``Result`` for one text.

The keys are the public contract (schema version 1): keys may be added, never removed, and an unknown
value is ``None``, never absent.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Verdict = Literal["supported", "contradicted", "not_addressed"]

VERDICTS: tuple[Verdict, ...] = ("supported", "contradicted", "not_addressed")

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the text that decided: code points ``start`` to ``end`` (exclusive) into ``Result.text``.

    ``role`` says what they do there: ``topic`` (what the text is about), ``predicate`` (what it says of
    it), ``operator`` (negation, only, still, denial ...), ``quantity``, or ``unexplained`` (what the
    statement does not give).
    """

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Part:
    """One proposition of the text with a verdict of its own; ``text`` is ``Result.text[start:end]``."""

    text: str
    start: int
    end: int
    verdict: Verdict
    claim_id: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict on one text, with the words of the statement that it rests on.

    ``score`` is the confidence in the verdict given and ``scores`` the probability of each verdict, all in
    0..1. ``claim_id``, ``claim`` (one plain sentence), ``quote`` (the statement's words) and ``voice``
    (``quoted``, ``paraphrased`` or ``inferred``) are those of the deciding claim; for ``not_addressed`` of
    the nearest one, or ``None`` where nothing comes near. ``derivation`` is the reasoning step by step.
    """

    text: str
    verdict: Verdict
    score: float
    scores: dict[Verdict, float]
    claim_id: str | None
    claim: str | None
    quote: str | None
    voice: str | None
    statement_id: str
    statement_date: str | None
    reason: str
    spans: tuple[Span, ...]
    parts: tuple[Part, ...]
    derivation: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The result as plain JSON-ready data with ``schema_version`` first."""
        data = {"schema_version": SCHEMA_VERSION, **asdict(self)}
        data["spans"] = [asdict(span) for span in self.spans]
        data["parts"] = [asdict(part) for part in self.parts]
        data["derivation"] = list(self.derivation)
        return data
