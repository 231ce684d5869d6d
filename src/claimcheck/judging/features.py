"""What a text and the claim it comes nearest to have to say about each other, as named numbers.

The names are the model's vocabulary. Words of the topic are replaced by their role (``T`` speaks of the
claim, ``G`` of something else in the statement, ``U`` of nothing in it), so that what the model learns of
'scrapped' or 'no longer' on one statement holds for every other.
"""

from __future__ import annotations

from collections import defaultdict

from claimcheck.judging.align import Alignment
from claimcheck.judging.index import Index, weight
from claimcheck.language.quantities import compare
from claimcheck.language.reading import Reading
from claimcheck.language.tokens import function_words

Features = dict[str, float]

# Operators that have already turned the signs of what they deny: no features of their own.
TURNING = frozenset({"NEG", "NOLONGER", "NOTYET", "DENIAL", "FALSE"})


def pair_features(
    reading: Reading, index: Index, alignments: list[Alignment], known: dict[int, float]
) -> Features:
    """The features of ``reading`` against its best alignment. ``alignments`` and ``known`` come from
    ``align``."""
    out: defaultdict[str, float] = defaultdict(float)
    out["bias"] = 1.0
    best = alignments[0] if alignments else Alignment(0, {}, {}, 0.0)
    claim = index.readings[best.claim]
    _coverage(out, reading, best, alignments, known)
    _numbers(out, reading, index, claim)
    _agreement(out, reading, best, claim)
    _classes(out, reading, best, claim)
    _sequence(out, reading, best, known, claim)
    return dict(out)


def _coverage(
    out: defaultdict[str, float],
    reading: Reading,
    best: Alignment,
    alignments: list[Alignment],
    known: dict[int, float],
) -> None:
    """How much of the text speaks of the claim, of the statement, of neither."""
    weights = {at: weight(reading.tokens[at].lemma) for at in reading.content}
    total = sum(weights.values()) or 1.0
    linked = set(best.links) | set(best.opposed)
    cover = sum(best.links[at].nearness * weights[at] for at in best.links) / total
    cover_all = sum(near * weights[at] for at, near in known.items()) / total
    out["cover"] = cover
    out["cover-all"] = cover_all
    out[f"cover={int(cover * 5)}"] = 1.0
    out[f"cover-all={int(cover_all * 5)}"] = 1.0
    out["score"] = min(best.score, 6.0) / 3
    out[f"score={min(int(best.score), 6)}"] = 1.0
    second = alignments[1].score if len(alignments) > 1 else 0.0
    out["lead"] = min(best.score - second, 3.0) / 2
    for name, missing in (
        ("off-claim", [at for at in reading.content if at not in linked]),
        ("off-statement", [at for at in reading.content if at not in known]),
    ):
        out[name] = sum(weights[at] for at in missing) / 3
        out[f"{name}={min(len(missing), 5)}"] = 1.0
        out[f"{name}-names"] = min(2.0, sum(reading.tokens[at].capital and at > 0 for at in missing))
    out["length"] = min(len(reading.content), 20) / 10


def _numbers(out: defaultdict[str, float], reading: Reading, index: Index, claim: Reading) -> None:
    same = other = none = 0
    for said in reading.quantities:
        here = {compare(said, given) for given in claim.quantities}
        anywhere = {compare(said, given) for r in index.readings for given in r.quantities}
        if "same" in here:
            same += 1
            out[f"number-same:{said.unit}"] += 1
        elif "other" in here and "same" not in anywhere:
            other += 1
            out[f"number-other:{said.unit}"] += 1
            out["number-other"] += 1
        elif "same" in anywhere:
            out["number-elsewhere"] += 1
        else:
            none += 1
            out[f"number-new:{said.unit}"] += 1
            out["number-new"] += 1
    if same and not other and not none:
        out["numbers-all-same"] = 1.0


def _agreement(out: defaultdict[str, float], reading: Reading, best: Alignment, claim: Reading) -> None:
    """Whether what the text asserts and denies is what the claim asserts and denies."""
    same = different = 0.0
    for at, link in best.links.items():
        if reading.signs[at] == claim.signs[link.at]:
            same += link.nearness
        else:
            different += link.nearness
    out["agree"] = same / 4
    out["differ"] = different / 4
    out["flipped"] = float(different > same)
    out["claim-denies"] = float(min(claim.signs, default=1) < 0)
    out["text-denies"] = float(min(reading.signs, default=1) < 0)
    for at, place in best.opposed.items():
        if at in best.links and best.links[at].nearness > 0.9:
            continue
        straight = reading.signs[at] == claim.signs[place]
        out["opposite" if straight else "opposite-denied"] += 1


def _marks(reading: Reading) -> dict[str, int]:
    """The operators and predicate classes of a reading with the sign they stand under."""
    marks = {m.label: reading.signs[m.start] for m in reading.predicates if m.label[-1] != "?"}
    return marks | {"o" + m.label: reading.signs[m.start] for m in reading.operators if m.label not in TURNING}


def _classes(out: defaultdict[str, float], reading: Reading, best: Alignment, claim: Reading) -> None:
    """What the two say of their topic: that it is said (``there:``) and whether it agrees (``is:``)."""
    said, given = _marks(reading), _marks(claim)
    for one, sign in said.items():
        out[f"there:{one}"] += 1
        out[f"is:{one}"] += sign
        for other, claim_sign in given.items():
            out[f"there:{one}~{other}"] += 0.7
            out[f"is:{one}~{other}"] += sign * claim_sign
        if not given:
            out[f"is:{one}~"] += sign
        if one in given:
            out["mark-same"] += sign * given[one]
    for other, claim_sign in given.items():
        out[f"given:{other}"] += 0.5
        if other not in said:
            out[f"unsaid:{other}"] += 0.5


def _sequence(
    out: defaultdict[str, float], reading: Reading, best: Alignment, known: dict[int, float], claim: Reading
) -> None:
    """The text as a sequence of roles and grammar, in runs of one to three; and its words."""
    roles: list[str] = []
    number_at = {q.start: q for q in reading.quantities}
    inside = {at for q in reading.quantities for at in range(q.start + 1, q.end)}
    closed = function_words()
    turning = {
        at for match in reading.operators if match.label in TURNING for at in range(match.start, match.end)
    }
    for at, token in enumerate(reading.tokens):
        sign = reading.signs[at]
        if at in inside or at in turning:
            continue
        if at in number_at:
            found = {compare(number_at[at], given) for given in claim.quantities}
            role = "#=" if "same" in found else "#!" if "other" in found else "#?"
        elif not token.is_word:
            if token.norm not in "?!:;":
                continue
            role = token.norm
        elif at in best.links:
            role = "T" if sign == claim.signs[best.links[at].at] else "T-"
        elif at in best.opposed:
            role = "A" if sign == claim.signs[best.opposed[at]] else "A-"
        elif reading.operator_at[at] or token.lemma in closed:
            role = token.lemma
        elif at in known:
            role = "G"
        elif reading.predicate_at[at]:
            role = reading.predicate_at[at]
        else:
            role = "U"
        if at in reading.content and at not in best.links and at not in best.opposed:
            out[f"off:{token.lemma}"] += 0.7
            out[f"is-off:{token.lemma}"] += 0.7 * sign
        elif at in reading.content:
            out[f"on:{token.lemma}"] += 0.4
            out[f"is-on:{token.lemma}"] += 0.4 * sign * claim.signs[best.links[at].at if at in best.links else best.opposed[at]]
        if not roles or roles[-1] != role:
            roles.append(role)
    for size in (1, 2, 3):
        for start in range(len(roles) - size + 1):
            out[f"{size}:{' '.join(roles[start : start + size])}"] += 0.5
