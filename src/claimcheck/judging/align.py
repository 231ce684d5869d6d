"""Which words of a text speak of which words of a claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.judging.index import Finds, Index, Link, name_keys
from claimcheck.judging.kin import PARENT, phrase_keys
from claimcheck.language.comparing import compare
from claimcheck.language.lexicon import Match
from claimcheck.language.reading import Reading

_SAME_QUANTITY = 0.8
_OTHER_QUANTITY = 0.3
_OPPOSED = 0.5

# So many claims are laid beside a text word by word. A word found in more claims than the second figure
# does not help to choose them: so the cost does not grow with the number of claims.
_CANDIDATES = 8
_WIDE = 64


@dataclass(frozen=True, slots=True)
class Alignment:
    """A text laid beside one claim: ``links`` and ``opposed`` by token of the text, ``score`` how much of
    the claim's topic the text speaks of (0 and up, comparable between claims)."""

    claim: int
    links: dict[int, Link]
    opposed: dict[int, int]
    score: float


def align(reading: Reading, names: Sequence[Match], index: Index) -> tuple[list[Alignment], dict[int, float]]:
    """The alignments with the claims that come nearest, the best first, and for each word of the text how
    near it is to anything in the statement. ``names`` are those that ``index`` finds in the text."""
    phrases: dict[int, tuple[str, ...]] = {}
    for key, at in (*phrase_keys(reading), *name_keys(reading, names)):
        phrases[at] = (*phrases.get(at, ()), key)
    finds = {at: index.find(reading.tokens[at].lemma, phrases.get(at, ())) for at in reading.content}
    known = {}
    for at, found in finds.items():
        near = max(found.known, PARENT) if found.opposed else found.known
        if near:
            known[at] = near
    linked = [(at, found.links) for at, found in finds.items() if found.links]
    opposed = [(at, found.opposed) for at, found in finds.items() if found.opposed]
    alignments = [
        _aligned(claim, reading, index, linked, opposed) for claim in _candidates(reading, index, finds)
    ]
    alignments.sort(key=lambda alignment: (-alignment.score, alignment.claim))
    return alignments, known


def _candidates(reading: Reading, index: Index, finds: dict[int, Finds]) -> list[int]:
    """The claims that the words and amounts of a text lead to most, by a sum that is quick to make."""
    totals: dict[int, float] = defaultdict(float)
    widest = max(_WIDE, min((len(found.links) for found in finds.values() if found.links), default=0))
    for found in finds.values():
        if len(found.links) <= widest:
            for claim, link in found.links.items():
                totals[claim] += link.worth
        if len(found.opposed) <= _WIDE:
            for claim in found.opposed:
                totals[claim] += _OPPOSED
    for said in reading.quantities:
        given = index.giving(said)
        if len(given) <= _WIDE:
            for claim in given:
                totals[claim] += _SAME_QUANTITY
    return sorted(totals, key=lambda claim: (-totals[claim], claim))[:_CANDIDATES]


def _aligned(
    claim: int,
    reading: Reading,
    index: Index,
    linked: Sequence[tuple[int, Mapping[int, Link]]],
    against: Sequence[tuple[int, Mapping[int, int]]],
) -> Alignment:
    links = {at: by_claim[claim] for at, by_claim in linked if claim in by_claim}
    opposed = {at: by_claim[claim] for at, by_claim in against if claim in by_claim}
    taken: dict[int, float] = {}
    for link in links.values():
        if link.worth > taken.get(link.at, 0.0):
            taken[link.at] = link.worth
    score = sum(taken.values()) + _OPPOSED * len(opposed.keys() - links.keys())
    for said in reading.quantities:
        answers = {compare(said, given) for given in index.readings[claim].quantities}
        score += _SAME_QUANTITY if "same" in answers else _OTHER_QUANTITY if "other" in answers else 0.0
    return Alignment(claim, links, opposed, score / (1 + 0.02 * len(index.readings[claim].content)))
