"""Raw characters with their places become a segment: white space folded, URLs and note marks left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from claimcheck.documents.segment import Kind, Segment

# Never prose: an address, and the mark of a footnote ('[^1]', or '[^1]:' where the note stands).
_NO_PROSE = re.compile(
    r"""\b(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?"')\]]|\[\^[^\]\s]{1,64}\]:?""", re.IGNORECASE
)

# A named, decimal or hexadecimal character reference, or any one character.
_HTML_UNIT = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});?|.", re.DOTALL)


class Characters:
    """Characters in the making of a segment, each with the offset of the source it came from."""

    __slots__ = ("_pieces", "_places")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._places: list[int] = []

    def add(self, text: str, places: Sequence[int]) -> None:
        """Takes ``text`` over, one place for each character."""
        self._pieces.append(text)
        self._places.extend(places)

    def add_at(self, text: str, place: int) -> None:
        """Takes over what stands for one thing of the source (an entity, an escape): all at ``place``."""
        self._pieces.append(text)
        self._places.extend([place] * len(text))

    def add_html(self, raw: str, place: int) -> None:
        """Takes over ``raw``, which starts at ``place`` and in which character references count as one."""
        for unit in _HTML_UNIT.finditer(raw):
            text = unescape(unit.group())
            if text == unit.group():
                self.add(text, range(place + unit.start(), place + unit.end()))
            else:
                self.add_at(text, place + unit.start())

    def segment(self, kind: Kind, *, quoted: bool = False, lead: str = "") -> Segment | None:
        """The folded segment, or ``None`` where nothing is left of it. Starts anew."""
        text, places = _fold("".join(self._pieces), self._places)
        self._pieces, self._places = [], []
        return Segment(text, tuple(places), kind, quoted, lead) if text else None


def _fold(raw: str, places: Sequence[int]) -> tuple[str, list[int]]:
    kept: list[str] = []
    kept_places: list[int] = []
    at = 0
    gap = -1
    for start, end in [*(match.span() for match in _NO_PROSE.finditer(raw)), (len(raw), len(raw))]:
        for i in range(at, start):
            char = raw[i]
            if char.isspace():
                gap = i if gap < 0 else gap
                continue
            if gap >= 0 and kept:
                kept.append(" ")
                kept_places.append(places[gap])
            gap = -1
            kept.append(char)
            kept_places.append(places[i])
        at = end
    return "".join(kept), kept_places
