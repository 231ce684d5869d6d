"""A rule set made ready for judging: every claim read once, every word findable by all its kin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from claimcheck.language.lexicon import Lexicon
from claimcheck.language.reading import Reading, read, read_tokens
from claimcheck.language.tables import columns
from claimcheck.language.thesaurus import opposite, thesaurus
from claimcheck.language.tokens import Token, function_words, tokenise
from claimcheck.language.words import word
from claimcheck.rulesets.model import Claim, RuleSet

# How near two words are, by what relates them. The order is what matters: the fitted weights do the rest.
EXACT, DERIVED, SYNONYM, PARENT, PREFIX = 1.0, 0.9, 0.75, 0.5, 0.45

_TYPO_CUTOFF = 80.0  # rapidfuzz ratio; 'Micorsoft' is 89, 'Azuer' 80
_PREFIX = 5


@dataclass(frozen=True, slots=True)
class Index:
    """A compiled rule set. ``postings`` lead from a key (a lemma, a sense, a group of the thesaurus ...) to
    (claim, token of the claim's reading, nearness); ``names`` finds entities, their alternatives and
    concepts; ``everywhere`` holds the lemmas of title and speaker, which belong to every claim."""

    claims: tuple[Claim, ...]
    readings: tuple[Reading, ...]
    postings: dict[str, list[tuple[int, int, float]]]
    everywhere: frozenset[str]
    claims_with: dict[str, int]
    names: Lexicon
    vocabulary: tuple[str, ...]
    names_at: tuple[frozenset[int], ...]

    def correct(self, text: str) -> Reading:
        """Read ``text`` with misspelt words of the rule set's vocabulary put right."""
        tokens = tokenise(text)
        if not any(self._is_unknown(token) for token in tokens):
            return read_tokens(text, tokens)
        return read_tokens(text, [self._corrected(token) for token in tokens])

    def _is_unknown(self, token: Token) -> bool:
        return (
            token.is_word
            and len(token.norm) > 4
            and len(token.lemma) > 2
            and not word(token.lemma).pos
            and token.lemma not in self.claims_with
            and token.norm not in function_words()
        )

    def _corrected(self, token: Token) -> Token:
        if not self._is_unknown(token):
            return token
        near = process.extractOne(token.norm, self.vocabulary, scorer=fuzz.ratio, score_cutoff=_TYPO_CUTOFF)
        if near is None:
            return token
        right = tokenise(near[0])[0]
        return Token(right.norm, right.lemma, token.start, token.end, True, token.capital)


def build_index(ruleset: RuleSet) -> Index:
    """Compile ``ruleset``."""
    readings = tuple(read(claim.says) for claim in ruleset.claims)
    postings: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    spread: Counter[str] = Counter()
    vocabulary: set[str] = set()
    for number, reading in enumerate(readings):
        seen = set()
        for at in reading.content:
            token = reading.tokens[at]
            seen.add(token.lemma)
            vocabulary.add(token.norm)
            for key, nearness in _keys_of(token.lemma):
                postings[key].append((number, at, nearness))
        for key, at in phrase_keys(reading):
            postings[key].append((number, at, EXACT))
        spread.update(seen)
    title = read(f"{ruleset.statement.title}. {ruleset.statement.speaker or ''}")
    everywhere = frozenset(title.tokens[at].lemma for at in title.content)
    vocabulary |= {title.tokens[at].norm for at in title.content}
    names = list(_names(ruleset))
    for _, alias in names:
        vocabulary |= {t.norm for t in tokenise(alias) if t.is_word and len(t.norm) > 4}
    return Index(
        claims=ruleset.claims,
        readings=readings,
        postings=dict(postings),
        everywhere=everywhere,
        claims_with=dict(spread) | dict.fromkeys(everywhere, len(readings)),
        names=Lexicon(iter(names)),
        vocabulary=tuple(sorted(v for v in vocabulary if len(v) > 4)),
        names_at=tuple(_names_at(reading) for reading in readings),
    )


def _names_at(reading: Reading) -> frozenset[int]:
    """Where a claim's reading has proper names: capitals inside the sentence, or unknown words."""
    return frozenset(
        at
        for at in reading.content
        if reading.tokens[at].capital and (at > 0 or not word(reading.tokens[at].lemma).pos)
    )


def _names(ruleset: RuleSet) -> Iterator[tuple[str, str]]:
    for entity in ruleset.entities:
        for alias in (entity.name, *entity.aliases):
            yield "=" + entity.name, alias
        for other in entity.alternatives:
            yield "/" + entity.name, other
    for concept in ruleset.concepts:
        for alias in (concept.name, *concept.aliases):
            yield "#" + concept.name, alias
        for other in concept.unlike:
            yield "~" + concept.name, other


@lru_cache(maxsize=20_000)
def _keys_of(lemma: str) -> tuple[tuple[str, float], ...]:
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
    content = set(reading.content)
    out = []
    for match in thesaurus().phrases.matches(reading.tokens):
        key = match.label if match.label.startswith("!") else "t:" + match.label
        out += [(key, at) for at in range(match.start, match.end) if at in content]
    return out


@lru_cache(maxsize=100_000)
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


@lru_cache(maxsize=20_000)
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
