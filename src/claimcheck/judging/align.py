"""Which words of a text speak of which words of a claim."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from claimcheck.judging.index import (
    PARENT,
    SYNONYM,
    Index,
    lookups,
    opposites,
    phrase_keys,
    weight,
)
from claimcheck.language.comparing import compare
from claimcheck.language.reading import Reading
from claimcheck.language.thesaurus import opposite

# A name tells little about which assertion is meant: a statement goes on about it as 'it' and 'they'.
_NAME = 0.4
_SAME_QUANTITY = 0.8
_OTHER_QUANTITY = 0.3


@dataclass(frozen=True, slots=True)
class Link:
    """A word of the text speaks of token ``at`` of the claim's reading, this near (0 to 1)."""

    at: int
    nearness: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """A text laid beside one claim: ``links`` and ``opposed`` by token of the text, ``score`` how much of
    the claim's topic the text speaks of (0 and up, comparable between claims)."""

    claim: int
    links: dict[int, Link]
    opposed: dict[int, int]
    score: float


def align(reading: Reading, index: Index) -> tuple[list[Alignment], dict[int, float]]:
    """The alignments with every claim touched, the best first, and for each word of the text how near it
    is to anything in the statement."""
    links: dict[int, dict[int, Link]] = defaultdict(dict)
    opposed: dict[int, dict[int, int]] = defaultdict(dict)
    known: dict[int, float] = {}
    phrases: dict[int, list[str]] = defaultdict(list)
    for key, at in phrase_keys(reading):
        phrases[at].append(key)
    for at in reading.content:
        lemma = reading.tokens[at].lemma
        keys = lookups(lemma) + tuple((key, SYNONYM) for key in phrases.get(at, ()))
        for key, worth in keys:
            for claim, place, nearness in index.postings.get(key, ()):
                near = min(worth, nearness)
                if near > known.get(at, 0.0):
                    known[at] = near
                old = links[claim].get(at)
                if old is None or near > old.nearness:
                    links[claim][at] = Link(place, near)
        if lemma in index.everywhere:
            known[at] = 1.0
        against = opposites(lemma) + tuple(
            "!" + opposite(key[1:]) for key in phrases.get(at, ()) if key.startswith("!")
        )
        for key in against:
            for claim, place, _ in index.postings.get(key, ()):
                opposed[claim].setdefault(at, place)
                known[at] = max(known.get(at, 0.0), PARENT)
    alignments = [
        _scored(claim, reading, index, links.get(claim, {}), opposed.get(claim, {}))
        for claim in range(len(index.claims))
        if claim in links or claim in opposed or (reading.quantities and index.readings[claim].quantities)
    ]
    alignments.sort(key=lambda alignment: (-alignment.score, alignment.claim))
    return alignments, known


def _scored(
    claim: int, reading: Reading, index: Index, links: dict[int, Link], opposed: dict[int, int]
) -> Alignment:
    taken: dict[int, float] = {}
    for at, link in links.items():
        lemma = index.readings[claim].tokens[link.at].lemma
        rarity = 1 / (1 + 0.25 * (index.claims_with.get(lemma, 1) - 1))
        worth = link.nearness * weight(reading.tokens[at].lemma) * max(rarity, 0.15)
        if link.at in index.names_at[claim]:
            worth *= _NAME
        taken[link.at] = max(taken.get(link.at, 0.0), worth)
    score = sum(taken.values()) + 0.5 * len(set(opposed) - set(links))
    for said in reading.quantities:
        found = {compare(said, given) for given in index.readings[claim].quantities}
        score += _SAME_QUANTITY if "same" in found else _OTHER_QUANTITY if "other" in found else 0.0
    return Alignment(claim, links, opposed, score / (1 + 0.02 * len(index.readings[claim].content)))
