"""Whether a sentence of a draft is about what the statement speaks of.

A headline that someone asks about is likely to be about the statement; most sentences of a newsletter are
not. So a verdict stands only where the sentence shares enough names and words with the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.judging.index import weight
from claimcheck.language.lexicon import Lexicon
from claimcheck.language.tokens import Token, function_words, tokenise
from claimcheck.language.words import word
from claimcheck.linting.draft import Sentence
from claimcheck.rulesets.model import RuleSet

# How much a sentence must share with the statement (``Subjects.shared``) to be about it: where the draft has
# named something of the statement; where it has not; and where it cannot be told, because a raw statement
# does not say who speaks, so that its names are not all known. bench/lint_other_news.py measures what such
# bars let pass and what they cost.
_NAMED, _UNNAMED, _UNKNOWN = 1.8, 5.0, 3.0
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
        self._coined = frozenset(one for one in self._words if not word(one).pos)
        self.bar = _UNNAMED if all(ruleset.statement.speaker for ruleset in rulesets) else _UNKNOWN
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
        named = {at for match in matches if match.label != _TOPIC for at in range(match.start, match.end)}
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
    """What the draft has named on the way to a sentence: in its title, and in its section."""

    def __init__(self) -> None:
        self._title: bool | None = None
        self._section = False

    def enter(self, sentence: Sentence, named: bool) -> None:
        """Goes on to ``sentence``, which names something of the statement or does not."""
        if sentence.segment.kind in ("heading", "field"):
            self._title = named if self._title is None else self._title
            self._section = False
        self._section |= named

    @property
    def named(self) -> bool:
        """Has the draft named something of the statement in this section so far, or in its title?"""
        return self._section or bool(self._title)


def is_relevant(text: str, around: Surroundings, subjects: Subjects) -> bool:
    """Is ``text``, as it is read (pronouns replaced), about what the statement speaks of?"""
    if _OWN.search(text) and not subjects.names(text):
        return False
    return subjects.shared(text) >= (_NAMED if around.named else subjects.bar)


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


def _words(rulesets: Iterable[RuleSet]) -> Iterator[str]:
    for ruleset in rulesets:
        told = [f"{claim.says} {claim.quote}" for claim in ruleset.claims]
        told += [name for concept in ruleset.concepts for name in (concept.name, *concept.aliases)]
        for text in (ruleset.statement.title, *told):
            yield from _content(tokenise(text))


def _content(tokens: Iterable[Token]) -> Iterator[str]:
    closed = function_words()
    return (token.lemma for token in tokens if token.is_word and token.lemma not in closed)
