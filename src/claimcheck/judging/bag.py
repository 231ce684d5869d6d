"""Named numbers with the words they come from: what the model weighs and the explanation points at."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

Places = Collection[int]


@dataclass(frozen=True, slots=True, eq=False)  # made once for each key: itself is its identity
class Family:
    """Features that always come together, such as the runs of letters of a word: ``members`` are their
    names with what each is worth, ``square`` is the sum of the squares of these. ``key`` names them all."""

    key: str
    members: tuple[tuple[str, float], ...]
    square: float


def family(key: str, members: Sequence[tuple[str, float]]) -> Family:
    """The family of ``members`` under ``key``."""
    return Family(key, tuple(members), sum(worth * worth for _, worth in members))


class Bag:
    """A bag of features being filled.

    A feature is *there* to some worth; one that can be denied is *asserted* (sign 1) or *denied* (sign -1)
    besides, and the sign of one that cannot is 0. ``entries`` are (name, worth, sign, places), ``families``
    (family, sign, places); ``places`` are the tokens of the text that they come from.
    """

    __slots__ = ("entries", "families", "square")

    def __init__(self) -> None:
        self.entries: list[tuple[str, float, int, Places]] = []
        self.families: list[tuple[Family, int, Places]] = []
        self.square = 0.0

    def add(self, name: str, worth: float = 1.0, places: Places = ()) -> None:
        """The feature ``name``, which can't be denied, is there to the ``worth`` given, damped: 1 stays 1,
        7 becomes 3."""
        if worth != 1.0:
            worth = math.copysign(math.log2(1 + abs(worth)), worth)
        self.entries.append((name, worth, 0, places))
        self.square += worth * worth

    def say(self, name: str, sign: int, worth: float = 1.0, places: Places = ()) -> None:
        """The feature ``name`` is asserted (``sign`` 1) or denied (-1)."""
        self.entries.append((name, worth, sign, places))
        self.square += 2 * worth * worth

    def add_all(self, features: Family, places: Places) -> None:
        """All of ``features``, which can't be denied, are there."""
        self.families.append((features, 0, places))
        self.square += features.square

    def say_all(self, features: Family, sign: int, places: Places) -> None:
        """All of ``features`` are asserted or denied."""
        self.families.append((features, sign, places))
        self.square += 2 * features.square

    def factor(self, scale: float) -> float:
        """What brings the features to length ``scale``, so that a long text does not speak louder than a
        short one. (The length is taken as if no feature came twice, which few do.)"""
        return scale / math.sqrt(self.square) if self.square else 0.0

    def simple(self) -> Iterator[tuple[str, float, float]]:
        """Every feature by itself, families taken apart: name, there, signed. Names may come twice."""
        for name, worth, sign, _ in self.entries:
            yield name, worth, sign * worth
        for features, sign, _ in self.families:
            for name, worth in features.members:
                yield name, worth, sign * worth
