"""A text as its own words, with names and topics of the rule set put for what they stand for.

Every word, pair and run tells by being there what the text is about, and by being asserted or denied
whether the text is for or against. Words that deny are not features themselves: they have turned the signs
of what they deny. So a text and its denial differ in the signs of their features and in nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claimcheck.judging.bag import Bag, Family, family
from claimcheck.judging.features import turning_at
from claimcheck.language.lexicon import Match
from claimcheck.language.reading import Reading
from claimcheck.language.tables import word_sets
from claimcheck.language.tokens import FUNCTION_WORDS
from claimcheck.language.words import word

_REACH = 6
_SKIPPED = word_sets()["unremarked"]
_LETTERS = (3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a name or topic of the rule set, a number: what runs and pairs are made of."""

    name: str
    sign: int
    solid: bool
    places: tuple[int, ...]


def lexical_features(reading: Reading, units: Sequence[Unit]) -> Bag:
    """The features of ``reading`` on its own; ``units`` are its units."""
    bag = Bag()
    say = bag.say
    for unit in units:
        say(unit.name, unit.sign, 1.0, unit.places)
    for at in reading.content:
        bag.say_all(_kin(reading.tokens[at].lemma), reading.signs[at], (at,))
    for match in marks_of(reading):
        say("m:" + match.label, reading.signs[match.start], 0.77, range(match.start, match.end))
    solid = [unit for unit in units if unit.solid]
    for prefix, row, worth in (("r:", [*units, _END], 1.0), ("k:", solid, 0.77)):
        for one, two in pairwise(row):
            sign = one.sign
            say(prefix + one.name + joint(sign, two) + two.name, sign, worth, one.places + two.places)
        for one, two, three in zip(row, row[1:], row[2:], strict=False):
            sign = one.sign
            name = prefix + one.name + joint(sign, two) + two.name + joint(sign, three) + three.name
            say(name, sign, worth, one.places + two.places + three.places)
    for start, one in enumerate(solid):
        sign, name = one.sign, "d:" + one.name
        for two in solid[start + 2 : start + _REACH]:
            say(name + joint(sign, two) + two.name, sign, 0.49, one.places + two.places)
    return bag


def marks_of(reading: Reading) -> list[Match]:
    """The operators and predicates of a reading, secondary senses (marked '?') left out."""
    return [match for match in (*reading.operators, *reading.predicates) if match.label[-1] != "?"]


def joint(sign: int, unit: Unit) -> str:
    """What stands between the names of a run: a unit whose sign differs from the first's is marked (the end
    of the text, which nobody denies, is not)."""
    return " " if unit.sign == sign or unit is _END else " -"


# Behind the last unit: 'leaves Azure' ends there, 'leaves Azure untouched' goes on.
_END = Unit("$", 1, False, ())


@lru_cache(maxsize=6_000)
def _kin(lemma: str) -> Family:
    """A word, its senses and their parents."""
    entry = word(lemma)
    members = [("l:" + lemma, 0.58)]
    members += [("s:" + sense, 0.58) for sense in sorted(entry.senses)]
    members += [("p:" + parent, 0.43) for parent in sorted(entry.parents)]
    return family(lemma, members)


def letter_features(reading: Reading) -> Bag:
    """Runs of three to six letters of each word, its ends marked by blanks: they survive misspelling.
    Each is asserted or denied as its word is."""
    bag = Bag()
    for at, token in enumerate(reading.tokens):
        bag.say_all(_runs(token.norm), reading.signs[at], (at,))
    return bag


@lru_cache(maxsize=4_000)
def _runs(norm: str) -> Family:
    """The runs of letters of a word."""
    text = f" {norm} "
    runs = [text[at : at + size] for size in _LETTERS for at in range(len(text) - size + 1)]
    return family(norm, [(run, 0.3) for run in runs])


def novelty_features(reading: Reading, familiar: Mapping[str, int], own: int = 0) -> Bag:
    """How much of ``reading`` is said in words that sentences about this statement do not use.

    ``familiar`` counts, by lemma, the sentences about the statement known to be supported or contradicted;
    ``own`` is 1 where ``reading`` is itself one of them (in fitting), so that it does not vouch for itself.
    """
    bag = Bag()
    strange = 0.0
    for at in reading.content:
        token = reading.tokens[at]
        seen = familiar.get(token.lemma, 0) - own
        worth = 1.0 if seen <= 0 else 0.5 if seen == 1 else 0.25 if seen == 2 else 0.0
        if worth:
            strange += worth
            pos = word(token.lemma).pos
            bag.add("new:" + (pos or "?"), worth, (at,))
            if not pos:
                bag.add("new-name", worth, (at,))
            bag.add("new", worth, (at,))
    bag.add(f"new={min(int(strange), 4)}")
    bag.add("new-share", strange / max(1, len(reading.content)))
    return bag


def units_of(reading: Reading, names: Sequence[Match]) -> list[Unit]:
    """The units of ``reading`` in order, words of denial left out. ``names`` are those of the rule set that
    stand in it."""
    named = _starts(names)
    turning = turning_at(reading)
    number_at = {q.start: q for q in reading.quantities}
    inside = {at for q in reading.quantities for at in range(q.start + 1, q.end)}
    units: list[Unit] = []
    behind = 0
    for at, token in enumerate(reading.tokens):
        sign = reading.signs[at]
        if at in inside or at < behind or at in turning:
            continue
        if at in number_at:
            number = number_at[at]
            units.append(Unit("#" + number.unit, sign, True, tuple(range(at, number.end))))
        elif at in named:
            name, behind = named[at]
            units.append(Unit(name, sign, True, tuple(range(at, behind))))
        elif (token.is_word or token.norm in "?:;") and token.lemma not in _SKIPPED:
            solid = token.is_word and (token.lemma not in FUNCTION_WORDS or bool(reading.operator_at[at]))
            units.append(Unit(token.lemma, sign, solid, (at,)))
    return units


def _starts(names: Sequence[Match]) -> dict[int, tuple[str, int]]:
    """Where a name or topic of the rule set starts: its role and the token behind it."""
    out: dict[int, tuple[str, int]] = {}
    for match in names:
        out.setdefault(match.start, (match.label, match.end))
    return out
