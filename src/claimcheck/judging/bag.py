"""Named numbers with the words they come from: what the model weighs and the explanation points at."""

from __future__ import annotations

import math
from collections.abc import Iterable


class Bag:
    """A bag of features being filled: ``values`` by name."""

    __slots__ = ("_origins", "values")

    def __init__(self) -> None:
        self.values: dict[str, float] = {}
        self._origins: list[tuple[str, Iterable[int]]] = []

    def add(self, name: str, worth: float = 1.0, places: Iterable[int] = ()) -> None:
        """Add ``worth`` to the feature ``name`` on account of the tokens at ``places``."""
        self.values[name] = self.values.get(name, 0.0) + worth
        if places:
            self._origins.append((name, places))

    @property
    def places(self) -> dict[str, set[int]]:
        """By name, the tokens of the text that a feature comes from; a feature of the text as a whole is
        left out. Gathered on demand: few judgements are asked for their reasons."""
        out: dict[str, set[int]] = {}
        for name, places in self._origins:
            out.setdefault(name, set()).update(places)
        return out

    def scaled(self, scale: float) -> dict[str, float]:
        """The features damped (sign(x) log(1 + |x|)) and brought to length ``scale``, so that a long text
        does not speak louder than a short one."""
        log1p = math.log1p
        damped = {name: log1p(value) if value >= 0 else -log1p(-value) for name, value in self.values.items()}
        length = math.sqrt(sum([value * value for value in damped.values()]))
        factor = scale / length if length else 0.0
        return {name: value * factor for name, value in damped.items()}
