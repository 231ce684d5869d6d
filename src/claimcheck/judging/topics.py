"""Which claim a text is about: the one that is cited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claimcheck.judging.align import Alignment
from claimcheck.judging.index import Index
from claimcheck.judging.lexical import Unit
from claimcheck.language.reading import Reading

_CANDIDATES = 4
# On six statements and 360 sentences of others, 0.7 halves the verdicts on strangers (19% to 10%) and costs
# 0.01 macro-F1 on the statements' own.
_ABOUT = 0.7
_NEAR_ENOUGH = 0.35  # alignment score below which nothing in the statement is near


@dataclass(frozen=True, slots=True)
class Topics:
    """Fitted weights that tell the claims of one rule set apart: by feature, written as text ('claim-id 0.34
    other-id -0.2'), and the bias of each claim. ``rows`` are those that have been read so far."""

    weights: Mapping[str, str]
    bias: Mapping[str, float]
    rows: dict[str, list[tuple[str, float]]] = field(default_factory=dict)


def nearest_claim(
    reading: Reading,
    units: Sequence[Unit],
    index: Index,
    alignments: list[Alignment],
    topics: Topics | None,
) -> int | None:
    """The number of the claim that ``reading`` is about, or ``None`` where it shares no word with any.

    Without weights for topics this is the claim that it shares most with; with them (a rule set with
    fitted weights of its own) they decide among all claims.
    """
    if not alignments:
        return None
    if topics is None:
        return alignments[0].claim
    likeliest = likeliest_claim(topic_features(reading, units, index, alignments), topics)
    return index.numbers.get(likeliest, alignments[0].claim)


def likeliest_claim(features: Mapping[str, float], topics: Topics) -> str:
    """The id of the claim that ``topics`` makes of ``features``."""
    totals: dict[str, float] = dict(topics.bias)
    for feature, value in features.items():
        if feature in topics.weights:
            for claim, weight in topics.rows.get(feature) or _row(topics, feature):
                totals[claim] += value * weight
    return max(totals, key=lambda claim: (totals[claim], claim))


def _row(topics: Topics, feature: str) -> list[tuple[str, float]]:
    words = topics.weights[feature].split()
    row = [(claim, float(weight)) for claim, weight in zip(words[::2], words[1::2], strict=True)]
    topics.rows[feature] = row
    return row


def is_near(alignments: list[Alignment]) -> bool:
    """Whether anything in the statement comes near enough to be worth naming beside 'not addressed'."""
    return bool(alignments) and alignments[0].score >= _NEAR_ENOUGH


def is_about(alignments: list[Alignment], topics: Topics | None) -> bool:
    """Whether the text speaks enough of a claim to be judged by it. Weights with topics of their own have
    learnt what is none of the statement's business; weights for any statement have not."""
    return bool(alignments) and (topics is not None or alignments[0].score >= _ABOUT)


def topic_features(
    reading: Reading, units: Sequence[Unit], index: Index, alignments: list[Alignment]
) -> Mapping[str, float]:
    """What tells topics apart: the words, the names and topics of the rule set, the nearest claims."""
    out: dict[str, float] = {}
    for unit in units:
        out["u:" + unit.name] = 1.0
    for one, other in pairwise(units):
        out[f"u:{one.name} {other.name}"] = 1.0
    for at in reading.content:
        out["l:" + reading.tokens[at].lemma] = 1.0
    top = max(alignments[0].score, 0.1) if alignments else 1.0
    for alignment in alignments[:_CANDIDATES]:
        out["near:" + index.claims[alignment.claim].id] = alignment.score / top
    return out
