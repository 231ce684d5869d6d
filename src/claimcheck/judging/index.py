"""A rule set made ready for judging: every claim read once, every word findable by all its kin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from rapidfuzz import fuzz, process

from claimcheck.judging.kin import DERIVED, EXACT, SYNONYM, keys_of, lookups, opposites, phrase_keys, weight
from claimcheck.language.comparing import compare
from claimcheck.language.lexicon import Lexicon, Match
from claimcheck.language.quantities import Quantity
from claimcheck.language.reading import Reading, read, read_tokens
from claimcheck.language.thesaurus import opposite
from claimcheck.language.tokens import FUNCTION_WORDS, Token, tokenise
from claimcheck.language.words import word
from claimcheck.rulesets.model import Claim, RuleSet

Key = TypeVar("Key")
Value = TypeVar("Value")

_TYPO_CUTOFF = 80.0  # rapidfuzz ratio; 'Micorsoft' is 89, 'Azuer' 80
_SHORTEST_TYPO = 5

# A name tells little about which assertion is meant: a statement goes on about it as 'it' and 'they'.
_NAME = 0.4
_REMEMBERED = 6_000  # words and amounts of headlines whose finds are kept at hand


@dataclass(frozen=True, slots=True)
class Link:
    """A word of a text speaks of token ``at`` of a claim's reading, this near (0 to 1); ``worth`` is what
    that tells about the claim's being meant: less for common words, names, and words of many claims."""

    at: int
    nearness: float
    worth: float


@dataclass(frozen=True, slots=True)
class Finds:
    """Where a word's kin stands in the claims: how near the nearest is (0 for none), by claim the link to
    it, and by claim a token that says the opposite."""

    known: float
    links: Mapping[int, Link]
    opposed: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Index:
    """A compiled rule set. ``postings`` lead from a key (a lemma, a sense, a group of the thesaurus ...) to
    (claim, token of the claim's reading, nearness); ``names`` finds entities, their alternatives and
    concepts; ``everywhere`` holds the lemmas of title and speaker, which belong to every claim;
    ``names_at`` is where a claim's reading has proper names, ``about`` the names and topics that a claim
    speaks of or lists, ``numbers`` the place of a claim by its id."""

    claims: tuple[Claim, ...]
    readings: tuple[Reading, ...]
    postings: dict[str, list[tuple[int, int, float]]]
    everywhere: frozenset[str]
    claims_with: dict[str, int]
    names: Lexicon
    vocabulary: tuple[str, ...]
    names_at: tuple[frozenset[int], ...]
    about: tuple[frozenset[str], ...]
    numbers: dict[str, int]
    amounts: dict[str, list[tuple[Quantity, int]]]
    # What was looked up before. Headlines repeat their words; a find depends on nothing else.
    _finds: dict[tuple[str, tuple[str, ...]], Finds] = field(default_factory=dict)
    _giving: dict[Quantity, frozenset[int]] = field(default_factory=dict)
    _spelling: dict[str, tuple[str, str]] = field(default_factory=dict)

    def correct(self, text: str, tokens: Sequence[Token]) -> Reading:
        """Read ``text`` from its tokens, misspelt words of the rule set's vocabulary put right."""
        return read_tokens(text, [self._corrected(token) for token in tokens])

    def named(self, reading: Reading) -> list[Match]:
        """The names and topics of the rule set in ``reading``, and what it tells apart from them."""
        return self.names.matches(reading.tokens)

    def find(self, lemma: str, phrases: tuple[str, ...] = ()) -> Finds:
        """What the claims say of a headline's word; ``phrases`` are the keys of thesaurus phrases, names
        and topics that it is part of there."""
        found = self._finds.get((lemma, phrases))
        if found is None:
            found = _remember(self._finds, (lemma, phrases), self._found(lemma, phrases))
        return found

    def giving(self, said: Quantity) -> frozenset[int]:
        """The claims that give the amount ``said``."""
        said = replace(said, start=0, end=0)
        found = self._giving.get(said)
        if found is None:
            units = ("date", "month") if said.unit in ("date", "month") else (said.unit,)
            given = (pair for unit in units for pair in self.amounts.get(unit, ()))
            same = frozenset(claim for amount, claim in given if compare(said, amount) == "same")
            found = _remember(self._giving, said, same)
        return found

    def _found(self, lemma: str, phrases: tuple[str, ...]) -> Finds:
        links: dict[int, Link] = {}
        known = 0.0
        weighs = weight(lemma)
        named = tuple((key, DERIVED if key.startswith("n:") else SYNONYM) for key in phrases)
        for key, worth in lookups(lemma) + named:
            for claim, at, nearness in self.postings.get(key, ()):
                near = min(worth, nearness)
                known = max(known, near)
                if claim not in links or near > links[claim].nearness:
                    links[claim] = Link(at, near, near * weighs * self._telling(claim, at))
        turned = tuple("!" + opposite(key[1:]) for key in phrases if key.startswith("!"))
        opposed: dict[int, int] = {}
        for key in opposites(lemma) + turned:
            for claim, at, _ in self.postings.get(key, ()):
                opposed.setdefault(claim, at)
        return Finds(1.0 if lemma in self.everywhere else known, links, opposed)

    def _telling(self, claim: int, at: int) -> float:
        """How much the word at ``at`` tells this claim from others."""
        spread = self.claims_with.get(self.readings[claim].tokens[at].lemma, 1)
        rarity = max(1 / (1 + 0.25 * (spread - 1)), 0.15)
        return rarity * (_NAME if at in self.names_at[claim] else 1.0)

    def _is_unknown(self, token: Token) -> bool:
        return (
            token.is_word
            and len(token.norm) >= _SHORTEST_TYPO
            and len(token.lemma) > 2
            and not word(token.lemma).pos
            and token.lemma not in self.claims_with
            and token.norm not in FUNCTION_WORDS
        )

    def _corrected(self, token: Token) -> Token:
        if not self._is_unknown(token):
            return token
        known = self._spelling.get(token.norm)
        if known is None:
            near = process.extractOne(
                token.norm, self.vocabulary, scorer=fuzz.ratio, score_cutoff=_TYPO_CUTOFF
            )
            right = tokenise(near[0])[0] if near else token
            known = _remember(self._spelling, token.norm, (right.norm, right.lemma))
        norm, lemma = known
        return token if norm == token.norm else replace(token, norm=norm, lemma=lemma)


def _remember(memory: dict[Key, Value], key: Key, value: Value) -> Value:
    """Keep ``value`` under ``key``, in bounded room."""
    if len(memory) >= _REMEMBERED:
        memory.clear()
    memory[key] = value
    return value


def build_index(ruleset: RuleSet) -> Index:
    """Compile ``ruleset``."""
    readings = tuple(read(claim.says) for claim in ruleset.claims)
    names = list(_names(ruleset))
    lexicon = Lexicon(names)
    postings: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    amounts: dict[str, list[tuple[Quantity, int]]] = defaultdict(list)
    spread: Counter[str] = Counter()
    vocabulary: set[str] = set()
    for number, reading in enumerate(readings):
        seen = set()
        for at in reading.content:
            token = reading.tokens[at]
            seen.add(token.lemma)
            vocabulary.add(token.norm)
            for key, nearness in keys_of(token.lemma):
                postings[key].append((number, at, nearness))
        for key, at in (*phrase_keys(reading), *name_keys(reading, lexicon.matches(reading.tokens))):
            postings[key].append((number, at, EXACT))
        for amount in reading.quantities:
            amounts[amount.unit].append((amount, number))
        spread.update(seen)
    title = read(f"{ruleset.statement.title}. {ruleset.statement.speaker or ''}")
    everywhere = frozenset(title.tokens[at].lemma for at in title.content)
    vocabulary |= {title.tokens[at].norm for at in title.content}
    for _, alias in names:
        vocabulary |= {t.norm for t in tokenise(alias) if t.is_word}
    return Index(
        claims=ruleset.claims,
        readings=readings,
        postings=dict(postings),
        everywhere=everywhere,
        claims_with=dict(spread) | dict.fromkeys(everywhere, len(readings)),
        names=lexicon,
        vocabulary=tuple(sorted(v for v in vocabulary if len(v) >= _SHORTEST_TYPO)),
        names_at=tuple(_names_at(reading) for reading in readings),
        about=tuple(
            frozenset(claim.about)
            | {key[3:] for key, _ in name_keys(reading, lexicon.matches(reading.tokens))}
            for claim, reading in zip(ruleset.claims, readings, strict=True)
        ),
        numbers={claim.id: number for number, claim in enumerate(ruleset.claims)},
        amounts=dict(amounts),
    )


def name_keys(reading: Reading, names: Sequence[Match]) -> list[tuple[str, int]]:
    """The keys of the names and topics (not of what is told apart from them) among the ``names`` found in a
    reading, each with every content word of the name: another name of a thing leads to the claims' words for
    it."""
    matches = [match for match in names if match.label[0] in "=#"]
    if not matches:
        return []
    content = set(reading.content)
    return [
        ("n:" + match.label, at) for match in matches for at in range(match.start, match.end) if at in content
    ]


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
