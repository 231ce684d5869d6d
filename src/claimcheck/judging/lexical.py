"""A text as its own words, with names and topics of the rule set put for what they stand for.

Every word, pair and run gives two features: that it is there (``there:``, which tells what the text is
about) and whether it is asserted or denied (``is:``, +1 or -1, which tells for or against). Words that
deny are not features themselves: they have turned the signs of what they deny. So a text and its denial
differ in the sign of all their ``is:`` features and in nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.judging.bag import Bag
from claimcheck.judging.features import turning_at
from claimcheck.judging.index import Index
from claimcheck.language.reading import Reading
from claimcheck.language.tables import word_sets
from claimcheck.language.tokens import function_words
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


def lexical_features(reading: Reading, index: Index) -> Bag:
    """The features of ``reading`` on its own; names start with ``there:`` or ``is:``."""
    bag = Bag()

    def add(name: str, sign: int, worth: float, places: tuple[int, ...]) -> None:
        bag.add("there:" + name, worth, places)
        bag.add("is:" + name, sign * worth, places)

    units = units_of(reading, index)
    for unit in units:
        add(unit.name, unit.sign, 1.0, unit.places)
    for at in reading.content:
        lemma, sign = reading.tokens[at].lemma, reading.signs[at]
        entry = word(lemma)
        add("l:" + lemma, sign, 0.5, (at,))
        for sense in sorted(entry.senses):
            add("s:" + sense, sign, 0.5, (at,))
        for parent in sorted(entry.parents):
            add("p:" + parent, sign, 0.35, (at,))
    for match in (*reading.operators, *reading.predicates):
        if match.label[-1] != "?":
            add("m:" + match.label, reading.signs[match.start], 0.7, tuple(range(match.start, match.end)))
    solid = [unit for unit in units if unit.solid]
    for prefix, row, worth in (("r:", units, 1.0), ("k:", solid, 0.7)):
        for size in (2, 3):
            for start in range(len(row) - size + 1):
                run = row[start : start + size]
                add(prefix + _mixed(run), run[0].sign, worth, _places(run))
    for one in range(len(solid)):
        for other in range(one + 2, min(len(solid), one + _REACH)):
            pair = [solid[one], solid[other]]
            add("d:" + _mixed(pair), pair[0].sign, 0.4, _places(pair))
    return bag


def letter_features(reading: Reading) -> Bag:
    """Runs of three to six letters of each word, its ends marked by blanks: they survive misspelling.
    Each is there, and asserted or denied as its word is."""
    bag = Bag()
    for at, token in enumerate(reading.tokens):
        worth, here = 0.3 * reading.signs[at], (at,)
        for run, denied in _runs(token.norm):
            bag.add(run, 0.3, here)
            bag.add(denied, worth, here)
    return bag


@lru_cache(maxsize=10_000)
def _runs(norm: str) -> tuple[tuple[str, str], ...]:
    """The runs of letters of a word, each with the name of its signed twin."""
    text = f" {norm} "
    runs = [text[at : at + size] for size in _LETTERS for at in range(len(text) - size + 1)]
    return tuple((run, "is:" + run) for run in runs)


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
            bag.add("new:" + (pos or ("Name" if token.capital else "?")), worth, (at,))
            if token.capital or not pos:
                bag.add("new-name", worth, (at,))
            bag.add("new", worth, (at,))
    bag.add(f"new={min(int(strange), 4)}")
    bag.add("new-share", strange / max(1, len(reading.content)))
    return bag


def _mixed(run: list[Unit]) -> str:
    """The units of a run by name; one whose sign differs from the first's is marked."""
    return " ".join(unit.name if unit.sign == run[0].sign else "-" + unit.name for unit in run)


def _places(run: list[Unit]) -> tuple[int, ...]:
    return tuple(at for unit in run for at in unit.places)


def units_of(reading: Reading, index: Index) -> list[Unit]:
    """The units of ``reading`` in order, words of denial left out."""
    names = _names(reading, index)
    turning = turning_at(reading)
    number_at = {q.start: q for q in reading.quantities}
    inside = {at for q in reading.quantities for at in range(q.start + 1, q.end)}
    closed = function_words()
    units: list[Unit] = []
    behind = 0
    for at, token in enumerate(reading.tokens):
        sign = reading.signs[at]
        if at in inside or at < behind or at in turning:
            continue
        if at in number_at:
            number = number_at[at]
            units.append(Unit("#" + number.unit, sign, True, tuple(range(at, number.end))))
        elif at in names:
            name, behind = names[at]
            units.append(Unit(name, sign, True, tuple(range(at, behind))))
        elif (token.is_word or token.norm in "?:;") and token.lemma not in _SKIPPED:
            solid = token.is_word and (token.lemma not in closed or bool(reading.operator_at[at]))
            units.append(Unit(token.lemma, sign, solid, (at,)))
    return units


def _names(reading: Reading, index: Index) -> dict[int, tuple[str, int]]:
    """Where a name or topic of the rule set starts: its role and the token behind it."""
    out: dict[int, tuple[str, int]] = {}
    for match in index.names.matches(reading.tokens):
        out.setdefault(match.start, (match.label, match.end))
    return out
