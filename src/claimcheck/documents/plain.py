"""Plain text to segments: paragraphs, hard-wrapped lines joined, list items, quoted mail."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.documents.document import Document
from claimcheck.documents.folding import Characters
from claimcheck.documents.segment import Kind, Segment
from claimcheck.documents.sentences import lead_line

_ITEM = re.compile(r"(?:[-*+•–—▪◦‣]|\d{1,3}[.)]|[a-z]\))[ \t]+(?=\S)")
_QUOTE = re.compile(r"(?:>[ \t]?)+")

# A line this much shorter than it need be was ended on purpose (a heading, a headline), not wrapped.
_SLACK = 15


@dataclass(frozen=True, slots=True)
class _Line:
    """One source line: where its prose begins, the prose, and what its marks say of it."""

    start: int
    text: str
    quoted: bool
    item: bool


def read_plain(source: str) -> Document:
    """The segments of plain text. Blank lines part paragraphs; ``- ``, ``•`` or ``1.`` begin list items,
    which take the line before their list as ``lead`` where it ends in a colon; ``>`` quotes. Plain text
    has no comments."""
    lines = _lines(source)
    width = max((len(line.text) for line in lines), default=0)
    segments: list[Segment] = []
    block: list[_Line] = []
    lead = ""

    def close() -> None:
        nonlocal lead
        if not block:
            return
        first = block[0]
        kind: Kind = "item" if first.item else "paragraph"
        raw = Characters()
        for line in block:
            raw.add(line.text + "\n", range(line.start, line.start + len(line.text) + 1))
        block.clear()
        segment = raw.segment(kind, quoted=first.quoted, lead=lead if first.item else "")
        if segment is not None:
            segments.append(segment)
            if kind != "item":
                lead = lead_line(segment.text)

    for line in lines:
        if not line.text:
            close()
            continue
        if block and not _continues(block[-1], line, width):
            close()
        block.append(line)
    close()
    return Document(tuple(segments))


def _lines(source: str) -> list[_Line]:
    lines = []
    start = 0
    for raw in source.split("\n"):
        at = len(raw) - len(raw.lstrip())
        quote = _QUOTE.match(raw, at)
        at = quote.end() if quote else at
        at += len(raw[at:]) - len(raw[at:].lstrip())
        mark = _ITEM.match(raw, at)
        at = mark.end() if mark else at
        lines.append(_Line(start + at, raw[at:].rstrip(), quote is not None, mark is not None))
        start += len(raw) + 1
    return lines


def _continues(before: _Line, line: _Line, width: int) -> bool:
    """Is ``line`` the rest of a wrapped line, rather than a line of its own?"""
    if line.item or line.quoted != before.quoted:
        return False
    if before.text.endswith(":"):
        return False
    if line.text[0].islower():
        return True
    word = line.text.split(maxsplit=1)[0]
    return len(before.text) + 1 + len(word) + _SLACK > width
