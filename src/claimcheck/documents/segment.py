"""The value that leaves the documents room: a run of prose with its exact place in the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["paragraph", "heading", "item", "cell", "caption", "field"]


@dataclass(frozen=True, slots=True)
class Segment:
    """Prose of a document with its markup taken out and its white space folded.

    ``places[i]`` is the code-point offset into the source of ``text[i]``, so that any slice of ``text``
    leads back to the source: it starts at ``places[start]`` and ends behind ``places[end - 1]``.
    ``quoted`` is true inside a block quotation. ``lead`` is the line that introduces a list item
    ('The company confirmed that Azure remains:'), or empty.
    """

    text: str
    places: tuple[int, ...]
    kind: Kind
    quoted: bool = False
    lead: str = ""
