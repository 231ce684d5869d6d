"""A draft cut into sentences that know their places."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.documents.document import Comment
from claimcheck.documents.positions import Lines
from claimcheck.documents.prose import read_prose
from claimcheck.documents.segment import Segment
from claimcheck.documents.sentences import sentences


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a source: 1-based lines and columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: the slice ``start`` to ``end`` of its segment's text, as it is in ``text``."""

    text: str
    start: int
    end: int
    segment: Segment
    place: Place


@dataclass(frozen=True, slots=True)
class Draft:
    """A source ready to be judged. ``path`` is what the user calls it, ``project_path`` where it lies
    below the root of its project, with forward slashes."""

    path: str
    project_path: str
    lines: Lines
    sentences: tuple[Sentence, ...]
    comments: tuple[Comment, ...]


def read_draft(source: str, path: str, project_path: str = "", *, kind: str = "") -> Draft:
    """The sentences of ``source`` (as ``read_text`` gives it), read as the ending of ``kind`` (without it
    of ``path``) says; what has no letter in it is no sentence."""
    document = read_prose(source, kind or path)
    lines = Lines(source)
    found = tuple(
        Sentence(segment.text[start:end], start, end, segment, _place(segment, start, end, lines))
        for segment in document.segments
        for start, end in sentences(segment.text)
        if any(char.isalpha() for char in segment.text[start:end])
    )
    return Draft(path, project_path or path, lines, found, document.comments)


def _place(segment: Segment, start: int, end: int, lines: Lines) -> Place:
    line, column = lines.position(segment.places[start])
    end_line, end_column = lines.position(segment.places[end - 1])
    return Place(line, column, end_line, end_column + 1)
