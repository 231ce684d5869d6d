"""The value that leaves the records room: one item to check, with what came along with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# An item is a headline, a rumour or a sentence. Beyond this it is surely a whole file given by mistake,
# and one item could keep the machine busy for seconds.
MAX_CHARACTERS = 10_000

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One item: its ``text``, the 1-based ``line`` it starts on, and all ``cells`` of its row by column
    name in the order of the file; the text is the one named ``column``."""

    line: int
    text: str
    cells: Mapping[str, Any]
    column: str

    @property
    def id(self) -> Any:
        """The cell of that name, or ``None``."""
        return self.cells.get("id")

    @property
    def others(self) -> dict[str, Any]:
        """The cells that came along with the text."""
        return {name: value for name, value in self.cells.items() if name != self.column}


def refusal(text: str) -> str | None:
    """Why ``text`` cannot be an item, in plain words, or ``None`` where it can."""
    if not text.strip():
        return "the text is empty"
    if len(text) > MAX_CHARACTERS:
        return f"the text is longer than {MAX_CHARACTERS:,} characters; fix: one headline or sentence an item"
    return None


def undecodable(text: str) -> bool:
    """Whether ``text`` was decoded from bytes that were not text (PEP 383's surrogates)."""
    return _SURROGATE.search(text) is not None
