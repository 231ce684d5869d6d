"""What relates words: the keys under which a claim's word is found, and under which a headline's looks."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.language.reading import Reading
from claimcheck.language.tables import columns
from claimcheck.language.thesaurus import opposite, thesaurus
from claimcheck.language.words import word

# How near two words are, by what relates them. The order is what matters: the fitted weights do the rest.
EXACT, DERIVED, SYNONYM, PARENT, PREFIX = 1.0, 0.9, 0.75, 0.5, 0.45

_PREFIX = 5


@lru_cache(maxsize=6_000)
def keys_of(lemma: str) -> tuple[tuple[str, float], ...]:
    """The keys under which a claim's word can be found, always in the same order."""
    parents = [("p:" + parent, PARENT) for parent in sorted(word(lemma).parents)]
    return (*_own_keys(lemma), *parents, *_group_keys(lemma, EXACT))


def phrase_keys(reading: Reading) -> list[tuple[str, int]]:
    """The keys of the thesaurus phrases in a reading, each with every content word of the phrase."""
    matches = thesaurus().phrases.matches(reading.tokens)
    if not matches:
        return []
    content = set(reading.content)
    out = []
    for match in matches:
        key = match.label if match.label.startswith("!") else "t:" + match.label
        out += [(key, at) for at in range(match.start, match.end) if at in content]
    return out


@lru_cache(maxsize=6_000)
def lookups(lemma: str) -> tuple[tuple[str, float], ...]:
    """The keys that a headline's word looks under, with how much a find there is worth."""
    entry = word(lemma)
    parents = [("s:" + parent, PARENT) for parent in sorted(entry.parents)]
    children = [("p:" + sense, PARENT) for sense in sorted(entry.senses)]
    return (*_own_keys(lemma), *parents, *children, *_group_keys(lemma, SYNONYM))


def _own_keys(lemma: str) -> list[tuple[str, float]]:
    """The word itself, what is derived from it, and its senses."""
    entry = word(lemma)
    derived = [("=" + other, DERIVED) for other in sorted(entry.relatives)]
    return [("=" + lemma, EXACT), *derived, *(("s:" + sense, SYNONYM) for sense in sorted(entry.senses))]


def _group_keys(lemma: str, side_worth: float) -> list[tuple[str, float]]:
    """Its groups of the thesaurus, its sides of pairs of opposites, and its first letters."""
    keys = [(f"t:{group}", SYNONYM) for group in thesaurus().groups.get(lemma, ())]
    keys += [("!" + side, side_worth) for side in thesaurus().sides.get(lemma, ())]
    if len(lemma) > _PREFIX:
        keys.append(("x:" + lemma[:_PREFIX], PREFIX))
    return keys


@lru_cache(maxsize=6_000)
def opposites(lemma: str) -> tuple[str, ...]:
    """The keys under which the opposites of a word are found."""
    keys = ["=" + other for other in sorted(word(lemma).antonyms)]
    keys += ["!" + opposite(side) for side in thesaurus().sides.get(lemma, ())]
    return tuple(keys)


@cache
def _common() -> dict[str, float]:
    return {lemma: float(share) for lemma, share in columns("common.tsv").items()}


def weight(lemma: str) -> float:
    """How much a word tells about the topic, 0.3 to 1.3: words that most statements use tell little."""
    return 1.3 - _common().get(lemma, 0.0)
