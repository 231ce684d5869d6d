"""Whether a sentence of a draft is about what the statement speaks of.

A headline that someone asks about is likely to be about the statement; most sentences of a newsletter are
not. So a verdict stands only where the sentence shares enough names and words with the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.documents.segment import Segment
from claimcheck.judging.kin import weight
from claimcheck.language.lexicon import Lexicon, covered
from claimcheck.language.tokens import FUNCTION_WORDS, Token, tokenise
from claimcheck.language.words import word
from claimcheck.linting.draft import Sentence
from claimcheck.rulesets.model import RuleSet

# How much a sentence must share with the statement (``Subjects.shared``) to be about it: where it or its
# paragraph names something of the statement; where the section or the title does; where the draft does not.
# A raw statement that does not say who speaks leaves names unknown: there the last bar cannot be held.
# bench/lint_other_news.py measures what such bars let pass and what they cost.
_HERE, _AROUND, _NOWHERE = 1.8, 2.3, 5.0
_NAME = 1.2

# 'Our terms have changed' is news of those who write it, and 'your licence' of those who read it, unless it
# names someone else.
_OWN = re.compile(r"\b(?:ours?|my|mine|yours?)\b", re.IGNORECASE)


class Subjects:
    """The names, topics and claims' words of rule sets, to be found in a text. Built once, only read."""

    def __init__(self, rulesets: Iterable[RuleSet]) -> None:
        rulesets = tuple(rulesets)
        self._lexicon = Lexicon(_entries(rulesets))
        self._words = frozenset(_words(rulesets))
        self._coined = frozenset(_coined(rulesets))
        self.knows_speakers = all(ruleset.statement.speaker for ruleset in rulesets)
        self.name_words = frozenset(
            token.lemma
            for ruleset in rulesets
            for entity in ruleset.entities
            for name in (entity.name, *entity.aliases)
            for token in tokenise(name)
        )

    def names(self, text: str) -> frozenset[str]:
        """The parties and products that ``text`` names, their rivals included, and its words that the
        statement has and no dictionary."""
        tokens = tokenise(text)
        found = {match.label for match in self._lexicon.matches(tokens) if match.label != _TOPIC}
        return frozenset(found | {token.lemma for token in tokens if token.lemma in self._coined})

    def shared(self, text: str) -> float:
        """How much ``text`` shares with the statement: 1.2 for each party or product that it names and each
        topic of several words ('revenue share'), and 0.3 to 1.3 for each word of the claims and topics, the
        less common the more."""
        tokens = tokenise(text)
        matches = self._lexicon.matches(tokens)
        named = covered(match for match in matches if match.label != _TOPIC)
        phrases = {
            match.label if match.label != _TOPIC else tuple(t.lemma for t in tokens[match.start : match.end])
            for match in matches
            if match.label != _TOPIC or match.end - match.start > 1
        }
        words = set(_content(token for at, token in enumerate(tokens) if at not in named))
        known = (one for one in words if one in self._words or self._words & word(one).relatives)
        return _NAME * len(phrases) + sum(
            _NAME if one in self._coined else weight(one) for one in sorted(known)
        )


class Surroundings:
    """What the draft has named on the way to a sentence: in its title, its section and its paragraph."""

    def __init__(self) -> None:
        self._title: bool | None = None
        self._section = False
        self._paragraph = False
        self._segment: Segment | None = None

    def enter(self, sentence: Sentence, *, named: bool) -> None:
        """Goes on to ``sentence``, which names something of the statement or does not."""
        if sentence.segment is not self._segment:
            self._segment, self._paragraph = sentence.segment, False
        if sentence.segment.kind in ("heading", "field"):
            self._title = named if self._title is None else self._title
            self._section = False
        self._section |= named
        self._paragraph |= named

    def bar(self, *, knows_speakers: bool) -> float:
        """How much a sentence must share with the statement here."""
        if self._paragraph:
            return _HERE
        return _AROUND if self._section or self._title or not knows_speakers else _NOWHERE


def is_relevant(text: str, around: Surroundings, subjects: Subjects) -> bool:
    """Is ``text``, as it is read (pronouns replaced), about what the statement speaks of?"""
    if _OWN.search(text) and not subjects.names(text):
        return False
    return subjects.shared(text) >= around.bar(knows_speakers=subjects.knows_speakers)


_TOPIC = "#"


def _entries(rulesets: Iterable[RuleSet]) -> Iterator[tuple[str, str]]:
    for ruleset in rulesets:
        for entity in ruleset.entities:
            for name in (entity.name, *entity.aliases):
                yield f"={entity.name}", name
            for other in entity.alternatives:
                yield f"={other}", other
        for concept in ruleset.concepts:
            for name in (concept.name, *concept.aliases, *concept.unlike):
                yield _TOPIC, name


def _texts(rulesets: Iterable[RuleSet]) -> Iterator[str]:
    for ruleset in rulesets:
        yield ruleset.statement.title
        for claim in ruleset.claims:
            yield f"{claim.says} {claim.quote}"


def _words(rulesets: Iterable[RuleSet]) -> Iterator[str]:
    for text in _texts(rulesets):
        yield from _content(tokenise(text))
    for ruleset in rulesets:
        for concept in ruleset.concepts:
            for name in (concept.name, *concept.aliases):
                yield from _content(tokenise(name))


def _coined(rulesets: Iterable[RuleSet]) -> Iterator[str]:
    """Words with a capital that no dictionary has: names, wherever they stand."""
    for text in _texts(rulesets):
        capital = [token for token in tokenise(text) if token.capital]
        yield from (lemma for lemma in _content(capital) if not word(lemma).pos)


def _content(tokens: Iterable[Token]) -> Iterator[str]:
    return (token.lemma for token in tokens if token.is_word and token.lemma not in FUNCTION_WORDS)
