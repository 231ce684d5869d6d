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
    entry = word(lemma)
    keys = [("=" + lemma, EXACT)]
    keys += [("=" + other, DERIVED) for other in sorted(entry.relatives)]
    keys += [("s:" + sense, SYNONYM) for sense in sorted(entry.senses)]
    keys += [("p:" + parent, PARENT) for parent in sorted(entry.parents)]
    keys += [(f"t:{group}", SYNONYM) for group in thesaurus().groups.get(lemma, ())]
    keys += [("!" + side, EXACT) for side in thesaurus().sides.get(lemma, ())]
    if len(lemma) > _PREFIX:
        keys.append(("x:" + lemma[:_PREFIX], PREFIX))
    return tuple(keys)


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
    keys = [("=" + lemma, EXACT)]
    keys += [("=" + other, DERIVED) for other in sorted(entry.relatives)]
    keys += [("s:" + sense, SYNONYM) for sense in sorted(entry.senses)]
    keys += [("s:" + parent, PARENT) for parent in sorted(entry.parents)]
    keys += [("p:" + sense, PARENT) for sense in sorted(entry.senses)]
    keys += [(f"t:{group}", SYNONYM) for group in thesaurus().groups.get(lemma, ())]
    keys += [("!" + side, SYNONYM) for side in thesaurus().sides.get(lemma, ())]
    if len(lemma) > _PREFIX:
        keys.append(("x:" + lemma[:_PREFIX], PREFIX))
    return tuple(keys)


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
