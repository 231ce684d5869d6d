"""What a text and the claim it comes nearest to have to say about each other, as named numbers.

The names are the model's vocabulary. Words of the topic are replaced by their role (``T`` speaks of the
claim, ``A`` is the opposite of its words, ``G`` speaks of something else in the statement, ``U`` of nothing
in it), so that what the model learns of 'scrapped' or 'no longer' on one statement holds for every other.
What can be denied is signed: positive where text and claim agree in asserting or denying it, negative where
they differ.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache

from claimcheck.judging.align import Alignment
from claimcheck.judging.bag import Bag, Family, family
from claimcheck.judging.index import Index
from claimcheck.judging.kin import weight
from claimcheck.language.comparing import compare
from claimcheck.language.lexicon import covered
from claimcheck.language.reading import Reading
from claimcheck.language.tables import lines
from claimcheck.language.tokens import FUNCTION_WORDS
from claimcheck.language.words import word

# Operators that have already turned the signs of what they deny: no features of their own.
TURNING = frozenset({"NEG", "NOLONGER", "NOTYET", "DENIAL", "FALSE"})

# The predicates and operators of a text by class: the sign each stands under, and its tokens.
Marks = dict[str, tuple[int, range]]

_HALF = math.log2(1.5)  # half a feature, damped as a bag does
_NO_ROLE: tuple[str, list[int]] = ("", [])
_KEPT = 6_000  # families of features that are kept at hand: headlines are built alike

# How near a word must be to the claim's for the text to count as repeating it (derived words: 0.9).
_ECHO = 0.85


def turning_at(reading: Reading) -> set[int]:
    """The tokens of words that deny ('not', 'no longer', 'denies', 'false')."""
    return covered(match for match in reading.operators if match.label in TURNING)


def pair_features(
    reading: Reading, index: Index, alignments: list[Alignment], known: dict[int, float]
) -> Bag:
    """The features of ``reading`` against its best alignment. ``alignments`` and ``known`` come from
    ``align``."""
    bag = Bag()
    best = alignments[0] if alignments else Alignment(0, {}, {}, 0.0)
    claim = index.readings[best.claim]
    _coverage(bag, reading, best, alignments, known)
    _numbers(bag, reading, index, best.claim)
    _agreement(bag, reading, best, claim)
    _echo(bag, reading, best, claim)
    said, given = _marks(reading), _marks(claim)
    _classes(bag, said, given)
    _stance(bag, reading, best, index, said, given)
    _sequence(bag, reading, best, known, claim)
    return bag


def _coverage(
    bag: Bag, reading: Reading, best: Alignment, alignments: list[Alignment], known: dict[int, float]
) -> None:
    """How much of the text speaks of the claim, of the statement, of neither."""
    weights = {at: weight(reading.tokens[at].lemma) for at in reading.content}
    total = sum(weights.values()) or 1.0
    linked = set(best.links) | set(best.opposed)
    cover = sum(best.links[at].nearness * weights[at] for at in best.links) / total
    cover_all = sum(near * weights[at] for at, near in known.items()) / total
    bag.add("cover", cover, best.links)
    bag.add("cover-all", cover_all)
    bag.add(f"cover={int(cover * 5)}")
    bag.add(f"cover-all={int(cover_all * 5)}")
    bag.add("score", min(best.score, 6.0) / 3)
    bag.add(f"score={min(int(best.score), 6)}")
    second = alignments[1].score if len(alignments) > 1 else 0.0
    bag.add("lead", min(best.score - second, 3.0) / 2)
    for name, missing in (
        ("off-claim", [at for at in reading.content if at not in linked]),
        ("off-statement", [at for at in reading.content if at not in known]),
    ):
        bag.add(name, sum(weights[at] for at in missing) / 3, missing)
        bag.add(f"{name}={min(len(missing), 5)}", 1.0, missing)
        names = [at for at in missing if not word(reading.tokens[at].lemma).pos]
        bag.add(f"{name}-names", min(2.0, len(names)), names)
    bag.add("length", min(len(reading.content), 20) / 10)


def _echo(bag: Bag, reading: Reading, best: Alignment, claim: Reading) -> None:
    """Whether the text repeats the claim's own words, and whether it then asserts or denies them."""
    exact = {at: link for at, link in best.links.items() if link.nearness >= _ECHO}
    heard = len({link.at for link in exact.values()}) / (len(claim.content) or 1)
    echo = min(heard, len(exact) / (len(reading.content) or 1))
    agreeing = sum(reading.signs[at] == claim.signs[link.at] for at, link in exact.items())
    side = "yes" if 2 * agreeing >= len(exact) else "no"
    given = {compare(said, other) for said in reading.quantities for other in claim.quantities}
    numbers = "other" if "other" in given and "same" not in given else "same" if "same" in given else "none"
    if echo >= 0.5:
        bag.add(f"echo={int(echo * 8)} {side} {numbers}", 2.0, exact)
        bag.add(f"echo {side}", 2.0 * echo, exact)
        bag.add(f"echo {side} numbers {numbers}", 2.0 * echo, exact)


def _numbers(bag: Bag, reading: Reading, index: Index, claim: int) -> None:
    same = other = none = 0
    for said in reading.quantities:
        at = range(said.start, said.end)
        here = {compare(said, given) for given in index.readings[claim].quantities}
        giving = index.giving(said)
        if claim in giving:
            same += 1
            bag.add(f"number-same:{said.unit}", 1.0, at)
        elif "other" in here and not giving:
            other += 1
            bag.add(f"number-other:{said.unit}", 1.0, at)
            bag.add("number-other", 1.0, at)
        elif giving:
            bag.add("number-elsewhere", 1.0, at)
        else:
            none += 1
            bag.add(f"number-new:{said.unit}", 1.0, at)
            bag.add("number-new", 1.0, at)
    if same and not other and not none:
        bag.add("numbers-all-same")


def _agreement(bag: Bag, reading: Reading, best: Alignment, claim: Reading) -> None:
    """Whether what the text asserts and denies is what the claim asserts and denies."""
    same = [at for at, link in best.links.items() if reading.signs[at] == claim.signs[link.at]]
    different = [at for at in best.links if at not in same]
    near_same = sum(best.links[at].nearness for at in same)
    near_different = sum(best.links[at].nearness for at in different)
    bag.add("agree", near_same / 4, same)
    bag.add("differ", near_different / 4, different)
    bag.add("flipped", float(near_different > near_same))
    bag.add("claim-denies", float(min(claim.signs, default=1) < 0))
    bag.add("text-denies", float(min(reading.signs, default=1) < 0), turning_at(reading))
    for at, place in best.opposed.items():
        if at not in best.links or best.links[at].nearness <= 0.9:
            straight = reading.signs[at] == claim.signs[place]
            bag.add("opposite" if straight else "opposite-denied", 1.0, [at])


def _marks(reading: Reading) -> Marks:
    """The operators and predicate classes of a reading: the sign each stands under, and its tokens."""
    marks = {
        m.label: (reading.signs[m.start], range(m.start, m.end))
        for m in reading.predicates
        if m.label[-1] != "?"
    }
    return marks | {
        "o" + m.label: (reading.signs[m.start], range(m.start, m.end))
        for m in reading.operators
        if m.label not in TURNING
    }


def _classes(bag: Bag, said: Marks, given: Marks) -> None:
    """What the two say of their topic, by class of predicate and operator."""
    asserted = tuple(other for other, (sign, _) in given.items() if sign > 0)
    denied = tuple(other for other, (sign, _) in given.items() if sign < 0)
    for one, (sign, at) in said.items():
        bag.say(one, sign, 1.0, at)
        if asserted:
            bag.say_all(_beside(one, asserted), sign, at)
        if denied:
            bag.say_all(_beside(one, denied), -sign, at)
        if not given:
            bag.say(f"{one}~", sign, 1.0, at)
        if one in given:
            bag.add("mark-same", sign * given[one][0], at)
    bag.add_all(_each("given:", tuple(given)), ())
    bag.add_all(_each("unsaid:", tuple(other for other in given if other not in said)), ())


@lru_cache(maxsize=_KEPT)
def _beside(said: str, given: tuple[str, ...]) -> Family:
    """A mark of the text beside each of the marks ``given``."""
    return family(said, [(f"{said}~{other}", 0.88) for other in given])


@lru_cache(maxsize=_KEPT)
def _each(start: str, marks: tuple[str, ...]) -> Family:
    return family(start, [(start + mark, _HALF) for mark in marks])


@cache
def opposed_classes() -> frozenset[tuple[str, str]]:
    """Pairs of marks that speak against each other, both ways round (data/class-opposites.txt)."""
    pairs: set[tuple[str, str]] = set()
    for row in lines("class-opposites.txt"):
        left, right = (side.split() for side in row.split("|"))
        pairs |= {(a, b) for a in left for b in right} | {(b, a) for a in left for b in right}
    return frozenset(pairs)


def _stance(bag: Bag, reading: Reading, best: Alignment, index: Index, said: Marks, given: Marks) -> None:
    """All that speaks for agreement less all that speaks against it, in a few strong features."""
    claim, names = index.readings[best.claim], index.names_at[best.claim]
    opposed = opposed_classes()
    classes = 0.0
    for one, (sign, at) in said.items():
        for other, (claim_sign, _) in given.items():
            if (one, other) in opposed:
                classes -= sign * claim_sign
                bag.add("class-against", sign * claim_sign, at)
            elif one == other:
                classes += sign * claim_sign
                bag.add("class-with", sign * claim_sign, at)
    words = sum(
        link.nearness * reading.signs[at] * claim.signs[link.at]
        for at, link in best.links.items()
        if link.at not in names
    )
    against = sum(
        reading.signs[at] * claim.signs[place] for at, place in best.opposed.items() if at not in best.links
    )
    stance = math.tanh(0.5 * classes + 0.3 * words - against)
    bag.add("stance", stance, [*best.links, *best.opposed])
    bag.add(f"stance={round(stance * 2)}")
    bag.add(f"stance={round(stance * 2)} cover={min(int(best.score), 3)}")


def _sequence(bag: Bag, reading: Reading, best: Alignment, known: dict[int, float], claim: Reading) -> None:
    """The text as a sequence of roles and grammar, in runs of one to three; and its words."""
    roles: list[tuple[str, list[int]]] = []
    number_at = {q.start: q for q in reading.quantities}
    inside = {at for q in reading.quantities for at in range(q.start + 1, q.end)}
    turning = turning_at(reading)
    content = set(reading.content)
    for at in range(len(reading.tokens)):
        if at in inside or at in turning:
            continue
        if at in content:
            _word(bag, reading, at, best, claim)
        if at in number_at:
            found = {compare(number_at[at], given) for given in claim.quantities}
            role = "#=" if "same" in found else "#!" if "other" in found else "#?"
        else:
            role = _role(reading, at, best, known, claim)
        if role and (not roles or roles[-1][0] != role):
            roles.append((role, [at]))
        elif role:
            roles[-1][1].append(at)
    roles.append(("$", []))  # the end of the text
    ahead = [*roles, _NO_ROLE, _NO_ROLE]
    for (one, first), (two, second), (three, third) in zip(roles, ahead[1:], ahead[2:], strict=False):
        bag.add_all(_runs(one, two, three), first + second + third)


@lru_cache(maxsize=_KEPT)
def _runs(one: str, two: str, three: str) -> Family:
    """The runs of one to three roles that start with ``one``; behind the last role stand empty ones."""
    runs = [f"1:{one}", f"2:{one} {two}", f"3:{one} {two} {three}"]
    return family(one, [(run, _HALF) for run in runs[: 1 + bool(two) + bool(three)]])


def _word(bag: Bag, reading: Reading, at: int, best: Alignment, claim: Reading) -> None:
    lemma, sign = reading.tokens[at].lemma, reading.signs[at]
    place = best.links[at].at if at in best.links else best.opposed.get(at)
    if place is None:
        bag.say("off:" + lemma, sign, 0.77, (at,))
    else:
        bag.say("on:" + lemma, sign * claim.signs[place], 0.49, (at,))


def _role(reading: Reading, at: int, best: Alignment, known: dict[int, float], claim: Reading) -> str:
    """What part the token at ``at`` plays, '' for one that plays none."""
    token, sign = reading.tokens[at], reading.signs[at]
    if not token.is_word:
        return token.norm if token.norm in "?!:;" else ""
    if at in best.links:
        return "T" if sign == claim.signs[best.links[at].at] else "T-"
    if at in best.opposed:
        return "A" if sign == claim.signs[best.opposed[at]] else "A-"
    if reading.operator_at[at] or token.lemma in FUNCTION_WORDS:
        return token.lemma
    if at in known:
        return "G"
    return reading.predicate_at[at] or "U"
