"""What a check answers: one frozen ``Result`` for one text.

The keys are the public contract (schema version 1): keys may be added, never removed, and an unknown
value is ``None``, never absent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property, partial
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

    @property
    def reference(self) -> str:
        """The later claim by the ids of its statement and its own, 'ferries/fares-rise', or the statement
        alone: as a rule set writes it."""
        return "/".join(filter(None, (self.statement_id, self.claim_id)))


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
class Explanation:
    """Why a verdict: the ``reason`` in one plain sentence, the words of the text that decided, and the
    ``derivation``, the reasoning step by step."""

    reason: str
    spans: tuple[Span, ...] = ()
    derivation: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """The verdict on one text, with the words of the statement that it rests on.

    ``score`` is the confidence in the verdict given and ``scores`` the probability of each verdict, all in
    0..1. ``claim_id``, ``claim`` (one plain sentence), ``quote`` (the statement's words) and ``voice``
    (``quoted``, ``paraphrased`` or ``inferred``) are those of the deciding claim; for ``not_addressed`` of
    the nearest one, or ``None`` where nothing comes near.

    ``statement_id``, ``statement_title``, ``statement_date`` and ``speaker`` are those of the one statement
    that the verdict rests on, ``others`` the further statements that bear on the text, and ``conflict`` is
    whether one of them says the opposite today. ``as_of`` is the ISO day that was asked about, or ``None``.
    Where the claim has been retired, ``superseded_by`` is what took its place, and the verdict is
    ``not_addressed``: what nobody asserts any more neither supports nor contradicts.

    ``reason``, ``spans`` and ``derivation`` tell why. They are worked out by ``explain`` when one of them is
    first read, which takes longer than the verdict: who only counts verdicts does not wait for them.
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
    parts: tuple[Part, ...]
    explain: Callable[[], Explanation] = field(repr=False, compare=False)
    statement_title: str | None = None
    speaker: str | None = None
    as_of: str | None = None
    superseded_by: Successor | None = None
    conflict: bool = False
    others: tuple[Bearing, ...] = ()

    @cached_property
    def explanation(self) -> Explanation:
        """Why this verdict."""
        return self.explain()

    @property
    def reason(self) -> str:
        """Why, in one plain sentence."""
        return self.explanation.reason

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words of the text that decided."""
        return self.explanation.spans

    @property
    def derivation(self) -> tuple[str, ...]:
        """The reasoning step by step."""
        return self.explanation.derivation

    def retold(self, why: Callable[[Explanation], Explanation], **changes: Any) -> Result:
        """The result with ``changes`` of its fields, and with what ``why`` makes of its explanation."""
        return replace(self, explain=lambda: why(self.explanation), **changes)

    def to_dict(self) -> dict[str, Any]:
        """The result as plain JSON-ready data with ``schema_version`` first."""
        data = {"schema_version": SCHEMA_VERSION, **{key: getattr(self, key) for key in _KEYS}}
        data["scores"] = dict(self.scores)
        data["derivation"] = list(self.derivation)
        data["superseded_by"] = asdict(self.superseded_by) if self.superseded_by else None
        for key in ("spans", "parts", "others"):
            data[key] = [asdict(each) for each in data[key]]
        return data

    def __getstate__(self) -> dict[str, Any]:
        """What is pickled: the explanation itself in the place of how to come by it."""
        why = self.explanation
        return {**self.__dict__, "explain": partial(Explanation, why.reason, why.spans, why.derivation)}


_KEYS = (
    "text",
    "verdict",
    "score",
    "scores",
    "claim_id",
    "claim",
    "quote",
    "voice",
    "statement_id",
    "statement_date",
    "reason",
    "spans",
    "parts",
    "derivation",
    "statement_title",
    "speaker",
    "as_of",
    "superseded_by",
    "conflict",
    "others",
)
