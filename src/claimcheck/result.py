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
class Successor:
    """The later claim that has taken the place of a retired one; of a statement retired as a whole, the
    claim of the later one that comes nearest to the text, or ``None`` for all of ``claim_id``, ``claim``,
    ``quote`` and ``voice``."""

    statement_id: str
    statement_title: str
    statement_date: str | None
    speaker: str | None
    claim_id: str | None
    claim: str | None
    quote: str | None
    voice: str | None


# How another statement stands to the verdict given: it gives the same one (``agrees``), the opposite one
# (``conflicts``), gave the opposite one before the same speaker spoke again (``earlier``), rests on a
# claim that has been retired (``superseded``), or speaks of the matter and does neither (``silent``).
Standing = Literal["agrees", "conflicts", "earlier", "superseded", "silent"]


@dataclass(frozen=True, slots=True)
class Bearing:
    """What another statement has to say on the text: its own ``verdict``, as if there were no other
    statement, and the ``standing`` of that verdict."""

    statement_id: str
    statement_title: str
    statement_date: str | None
    speaker: str | None
    verdict: Verdict
    score: float
    claim_id: str | None
    claim: str | None
    quote: str | None
    voice: str | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict on one text, with the words of the statement that it rests on.

    ``score`` is the confidence in the verdict given and ``scores`` the probability of each verdict, all in
    0..1. ``claim_id``, ``claim`` (one plain sentence), ``quote`` (the statement's words) and ``voice``
    (``quoted``, ``paraphrased`` or ``inferred``) are those of the deciding claim; for ``not_addressed`` of
    the nearest one, or ``None`` where nothing comes near. ``derivation`` is the reasoning step by step.

    ``statement_id``, ``statement_title``, ``statement_date`` and ``speaker`` are those of the one statement
    that the verdict rests on, ``others`` the further statements that bear on the text, and ``conflict`` is
    whether one of them says the opposite today. ``as_of`` is the ISO day that was asked about, or ``None``.
    Where the claim has been retired, ``superseded_by`` is what took its place, and the verdict is
    ``not_addressed``: what nobody asserts any more neither supports nor contradicts.
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
    statement_title: str | None = None
    speaker: str | None = None
    as_of: str | None = None
    superseded_by: Successor | None = None
    conflict: bool = False
    others: tuple[Bearing, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The result as plain JSON-ready data with ``schema_version`` first."""
        data = {"schema_version": SCHEMA_VERSION, **asdict(self)}
        data["spans"] = [asdict(span) for span in self.spans]
        data["parts"] = [asdict(part) for part in self.parts]
        data["derivation"] = list(self.derivation)
        data["others"] = [asdict(other) for other in self.others]
        return data
