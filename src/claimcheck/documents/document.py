"""The value that a reader makes of a whole source: its prose and its comments."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.documents.segment import Segment


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment: what stands between its marks, and its offsets in the source, marks included."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """The prose and the comments of one source, both in the order of the source."""

    segments: tuple[Segment, ...]
    comments: tuple[Comment, ...] = ()
