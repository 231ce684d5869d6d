"""What a text says of the claim that it is about.

'Another cloud' speaks against a claim on hosting and for one on revenue terms: with a claim's name before
them, the same words are told apart. Only a rule set with fitted weights of its own can use this.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.judging.bag import Bag
from claimcheck.judging.lexical import Unit, joint, marks_of
from claimcheck.language.reading import Reading

_MARK = 1.5  # operators and predicates are few, and say most


def claimwise_features(reading: Reading, units: Sequence[Unit], claim: str | None) -> Bag:
    """The words, pairs of words, operators and predicates of ``reading`` (``units`` are its units), each
    under the name of the ``claim`` that it is about; none where it is about none."""
    bag = Bag()
    if claim is None:
        return bag
    start = claim + "|"
    for unit in units:
        bag.say(start + unit.name, unit.sign, 1.0, unit.places)
    for one, two in pairwise(units):
        name = start + one.name + joint(one.sign, two) + two.name
        bag.say(name, one.sign, 1.0, one.places + two.places)
    for match in marks_of(reading):
        places = range(match.start, match.end)
        bag.say(start + "m:" + match.label, reading.signs[match.start], _MARK, places)
    return bag
