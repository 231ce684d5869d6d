"""Markdown to segments, through markdown-it-py (CommonMark with tables and strikethrough).

The parser tells the lines of each block and no more; ``inlines`` finds each character from there.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.documents.document import Comment, Document
from claimcheck.documents.folding import Characters
from claimcheck.documents.frontmatter import read_front_matter
from claimcheck.documents.html import read_html
from claimcheck.documents.inlines import mark_ends, walk
from claimcheck.documents.positions import Lines
from claimcheck.documents.segment import Kind, Segment
from claimcheck.documents.sentences import lead_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_NOTE = re.compile(r"\n\[\^[^\]\s]{1,64}\]:")


def read_markdown(source: str) -> Document:
    """The segments and comments of Markdown.

    Title and description of the front matter, headings, paragraphs, list items (with the line before
    their list as ``lead`` where it ends in a colon), table cells, block quotations (``quoted``), images'
    alt text, footnotes, and what HTML blocks hold. Never code, comments, addresses or other front matter.
    """
    fields, start = read_front_matter(source)
    # Blank lines in place of the front matter keep every line number.
    body = "\n" * source.count("\n", 0, start) + source[start:]
    reader = _Reader(source)
    reader.read(_parser().parse(body))
    comments = sorted(reader.comments, key=lambda comment: comment.start)
    return Document((*fields, *reader.segments), tuple(comments))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import reference

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # Joined text would hide which characters came from an entity or an escape.
    parser.disable("text_join")
    parser.block.ruler.at("reference", _but_notes(reference))
    mark_ends(parser)
    return parser


def _but_notes(rule: Callable[[StateBlock, int, int, bool], bool]) -> Callable[..., bool]:
    """'[^1]: text' is a footnote whose text is prose, not the address of a link."""

    def reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if state.src.startswith("[^", state.bMarks[start] + state.tShift[start]):
            return False
        return rule(state, start, end, silent)

    return reference


class _Reader:
    """Goes over the block tokens once. Each handler knows only the block it is in."""

    def __init__(self, source: str) -> None:
        self.lines = Lines(source)
        self.segments: list[Segment] = []
        self.comments: list[Comment] = []
        self._quotes = 0
        self._lists: list[str] = []
        self._kind: Kind | None = None
        self._lead = ""
        self._row = 0
        self._cell_from = 0

    def read(self, tokens: list[Token]) -> None:
        for token in tokens:
            match token.type:
                case "blockquote_open":
                    self._quotes += 1
                    self._lead = ""
                case "blockquote_close":
                    self._quotes -= 1
                    self._lead = ""
                case "bullet_list_open" | "ordered_list_open":
                    self._lists.append(self._lead)
                    self._lead = ""
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                    self._lead = ""
                case "heading_open":
                    self._kind = "heading"
                case "th_open" | "td_open":
                    self._kind = "cell"
                case "heading_close" | "th_close" | "td_close":
                    self._kind = None
                case "tr_open":
                    assert token.map is not None
                    self._row = token.map[0] + 1
                    self._cell_from = self.lines.offset(self._row)
                case "inline":
                    self._inline(token)
                case "html_block":
                    self._html(token)
                case "fence" | "code_block" | "hr" | "table_open":
                    self._lead = ""

    def _inline(self, token: Token) -> None:
        if not token.content or token.map is None:
            return
        kind: Kind = self._kind or ("item" if self._lists else "paragraph")
        lead = self._lists[-1] if kind == "item" else ""
        if kind == "cell":
            places, self._cell_from = cell_places(token.content, self.lines, self._row, self._cell_from)
        else:
            places = line_places(token.content, self.lines, token.map[0] + 1, token.map[1])
        walked = walk(token, places)
        self.comments.extend(walked.comments)
        text, at = walked.text, walked.places
        cuts = [0, *(match.start() for match in _NOTE.finditer(text)), len(text)]
        self._lead = ""
        for start, end in pairwise(cuts):
            raw = Characters()
            raw.add(text[start:end], at[start:end])
            self._keep(raw, kind, lead)
        if self.segments and kind != "cell":
            self._lead = lead_line(self.segments[-1].text)
        for caption, caption_places in walked.captions:
            raw = Characters()
            raw.add(caption, caption_places)
            self._keep(raw, "caption", "")

    def _keep(self, raw: Characters, kind: Kind, lead: str) -> None:
        segment = raw.segment(kind, quoted=self._quotes > 0, lead=lead)
        if segment is not None:
            self.segments.append(segment)

    def _html(self, token: Token) -> None:
        assert token.map is not None
        content = token.content.rstrip("\n")
        places = line_places(content, self.lines, token.map[0] + 1, token.map[1])
        inner = read_html(content)
        for segment in inner.segments:
            self.segments.append(
                Segment(
                    segment.text,
                    tuple(places[place] for place in segment.places),
                    "item" if self._lists and segment.kind == "paragraph" else segment.kind,
                    segment.quoted or self._quotes > 0,
                    segment.lead,
                )
            )
        for comment in inner.comments:
            last = places[comment.end - 1] + 1
            self.comments.append(Comment(comment.text, places[comment.start], last))
        if inner.segments:
            self._lead = ""


def line_places(content: str, lines: Lines, first: int, last: int) -> list[int]:
    """The source offset of every character of the ``content`` of a block in the lines ``first`` to ``last``.

    The parser takes marks and indentation off the front of each line, and closing marks and blanks off
    the end of a heading: what is left stands as it is in the source line. Blanks that the parser made of a
    tab, and line ends, go to the nearest place.
    """
    places: list[int] = []
    written = content.split("\n")
    # The parser also takes off lines that hold nothing but blanks of Unicode (a pasted no-break space).
    top = next((at for at in range(first, last + 1) if written[0].strip() in lines.text(at)), first)
    for number, line in enumerate(written, top):
        source = lines.text(number).rstrip()
        bare = line.strip()
        at = len(source) - len(bare)
        if not source.endswith(bare):
            at = source.rstrip("#").rstrip().rfind(bare)
        start = lines.offset(number) + max(at, 0) - (len(line) - len(line.lstrip()))
        floor, ceiling = lines.offset(number), lines.end(number)
        places.extend(min(max(start + i, floor), ceiling) for i in range(len(line)))
        places.append(ceiling)
    places.pop()
    return places


def cell_places(content: str, lines: Lines, row: int, start: int) -> tuple[list[int], int]:
    """The source offset of every character of a table cell in line ``row`` at or behind offset ``start``,
    and where the next cell is to be looked for. In a cell the parser reads ``\\|`` as ``|``."""
    pattern = re.compile("".join(r"\\?\|" if char == "|" else re.escape(char) for char in content))
    found = pattern.search(lines.source, start, lines.end(row))
    if found is None:
        return [start] * len(content), start
    places = []
    at = found.start()
    for char in content:
        places.append(at)
        at += 2 if char == "|" and lines.source[at] == "\\" else 1
    return places, at
