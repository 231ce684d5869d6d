"""A text as its own words, with names and topics of the rule set put for what they stand for.

Every word, pair and run gives two features: that it is there (``there:``, which tells what the text is
about) and whether it is asserted or denied (``is:``, +1 or -1, which tells for or against). Words that
deny are not features themselves: they have turned the signs of what they deny. So a text and its denial
differ in the sign of all their ``is:`` features and in nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from claimcheck.judging.features import TURNING, Features
from claimcheck.judging.index import Index
from claimcheck.language.reading import Reading
from claimcheck.language.tokens import function_words
from claimcheck.language.words import word

_REACH = 6
_SKIPPED = frozenset("a an the be that it is of to in for with by on at its their his this".split())


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a name or topic of the rule set, a number: what runs and pairs are made of."""

    name: str
    sign: int
    solid: bool


def lexical_features(reading: Reading, index: Index) -> Features:
    """The features of ``reading`` on its own; names start with ``there:`` or ``is:``."""
    out: defaultdict[str, float] = defaultdict(float)

    def add(name: str, sign: int, worth: float) -> None:
        out["there:" + name] += worth
        out["is:" + name] += sign * worth

    units = _units(reading, index)
    for unit in units:
        add(unit.name, unit.sign, 1.0)
    for at in reading.content:
        lemma, sign = reading.tokens[at].lemma, reading.signs[at]
        entry = word(lemma)
        add("l:" + lemma, sign, 0.5)
        for sense in entry.senses:
            add("s:" + sense, sign, 0.5)
        for parent in entry.parents:
            add("p:" + parent, sign, 0.35)
    for match in (*reading.operators, *reading.predicates):
        if match.label[-1] != "?":
            add("m:" + match.label, reading.signs[match.start], 0.7)
    for size in (2, 3):
        for start in range(len(units) - size + 1):
            run = units[start : start + size]
            add("r:" + _mixed(run), run[0].sign, 1.0)
    solid = [unit for unit in units if unit.solid]
    for size in (2, 3):
        for start in range(len(solid) - size + 1):
            run = solid[start : start + size]
            add("k:" + _mixed(run), run[0].sign, 0.7)
    for one in range(len(solid)):
        for other in range(one + 2, min(len(solid), one + _REACH)):
            add("d:" + _mixed([solid[one], solid[other]]), solid[one].sign, 0.4)
    return dict(out)


def _mixed(run: list[Unit]) -> str:
    """The units of a run by name; one whose sign differs from the first's is marked."""
    return " ".join(unit.name if unit.sign == run[0].sign else "-" + unit.name for unit in run)


def _units(reading: Reading, index: Index) -> list[Unit]:
    names = _names(reading, index)
    turning = {
        at for match in reading.operators if match.label in TURNING for at in range(match.start, match.end)
    }
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
            units.append(Unit("#" + number_at[at].unit, sign, True))
        elif at in names:
            name, behind = names[at]
            units.append(Unit(name, sign, True))
        elif token.is_word or token.norm in "?:;":
            solid = token.is_word and (token.lemma not in closed or bool(reading.operator_at[at]))
            if token.lemma not in _SKIPPED:
                units.append(Unit(token.lemma, sign, solid))
    return units


def _names(reading: Reading, index: Index) -> dict[int, tuple[str, int]]:
    """Where a name or topic of the rule set starts: its role and the token behind it."""
    out: dict[int, tuple[str, int]] = {}
    for match in index.names.matches(reading.tokens):
        out.setdefault(match.start, (match.label, match.end))
    return out
