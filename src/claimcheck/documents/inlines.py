"""The characters of one Markdown block with their places, found by walking its inline tokens.

The parser keeps no offsets within a block. Its inline rules are wrapped so that each token of markup notes
where it ends; text stands in the source as it is, so that between two such ends every place is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claimcheck.documents.document import Comment
from claimcheck.documents.wordlist import words

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NEVER_PROSE = words("code pre kbd samp var script style svg math textarea")


@dataclass(slots=True)
class Walked:
    """What a block holds: its raw text (line breaks as ``\\n``) with a place for each character, the alt
    texts of its images, and its comments."""

    text: str = ""
    places: list[int] = field(default_factory=list)
    captions: list[tuple[str, list[int]]] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)


def mark_ends(parser: MarkdownIt) -> None:
    """Makes the rules of ``parser`` whose markup has no fixed length note where it ends."""
    from markdown_it import rules_inline as rules

    for name, rule in {
        "newline": rules.newline,
        "escape": rules.escape,
        "backticks": rules.backtick,
        "link": rules.link,
        "image": rules.image,
        "autolink": rules.autolink,
        "html_inline": rules.html_inline,
        "entity": rules.entity,
    }.items():
        parser.inline.ruler.at(name, _noting_end(rule))


def _noting_end(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    def noting(state: StateInline, silent: bool) -> bool:
        before = len(state.tokens)
        done = rule(state, silent)
        if done and not silent and len(state.tokens) > before:
            state.tokens[-1].meta["end"] = state.pos
        return done

    return noting


def walk(block: Token, places: Sequence[int]) -> Walked:
    """The prose of an ``inline`` token; ``places`` holds the source offset of each character of its
    content. Entities and escapes go to their first source character, a line break to its line's end."""
    walker = _Walker(block.content, places)
    walker.walk(block.children or [])
    walker.walked.text = "".join(walker.pieces)
    return walker.walked


class _Walker:
    def __init__(self, content: str, places: Sequence[int]) -> None:
        self.content = content
        self.source_places = places
        self.walked = Walked()
        self.pieces: list[str] = []
        self._at = 0
        self._code = ""
        self._code_depth = 0
        self._address = False
        self._has_words = False

    def walk(self, tokens: Sequence[Token]) -> None:
        self._has_words = any(token.type == "text" and _WORD.search(token.content) for token in tokens)
        for token in tokens:
            self._token(token, token.meta)

    def _token(self, token: Token, meta: dict[str, Any]) -> None:
        match token.type:
            case "text":
                self._text(token.content)
            case "text_special":
                self._emit_at(token.content)
            case "softbreak" | "hardbreak":
                self._at = max(self._at, self.content.find("\n", self._at))
                self._emit_at("\n")
            case "code_inline":
                self._inline_code(token)
            case "html_inline":
                self._html(token.content)
            case "image":
                self._image(token)
            case "link_open" if token.markup == "autolink":
                self._address = True
            case "link_open":
                self._skip("[")
            case "link_close":
                self._address = False
            case _ if token.nesting:
                self._skip(token.markup)
        # The end of a link counts from the start of the block, that of an image's alt text from its own.
        if "end" in meta:
            self._at = max(self._at, meta["end"])

    def _skip(self, markup: str) -> None:
        found = self.content.find(markup, self._at)
        if found >= 0:
            self._at = found + len(markup)

    def _text(self, text: str) -> None:
        if self._address or not text:
            return
        found = self._at if self.content.startswith(text, self._at) else self.content.find(text, self._at)
        if found < 0:
            self._emit_at(text)
            return
        if not self._code:
            self.pieces.append(text)
            self.walked.places.extend(self.source_places[found : found + len(text)])
        self._at = found + len(text)

    def _emit_at(self, text: str) -> None:
        """``text`` that stands for one thing of the source, which starts here."""
        if not self._code:
            self.pieces.append(text)
            place = self.source_places[min(self._at, len(self.source_places) - 1)]
            self.walked.places.extend([place] * len(text))

    def _inline_code(self, token: Token) -> None:
        # A word set as code is a word of its sentence (the `stateless` endpoints); other code is none.
        if not self._has_words or not _WORD.fullmatch(token.content):
            self._emit_at(" ")
            return
        self._skip(token.markup)
        self._text(token.content)

    def _html(self, raw: str) -> None:
        start = self._at
        if raw.startswith("<!--"):
            first, last = self.source_places[start], self.source_places[start + len(raw) - 1]
            self.walked.comments.append(Comment(raw[4:].removesuffix("-->"), first, last + 1))
            return
        tag = _TAG.match(raw)
        if tag is None:
            return
        closing, name = bool(tag[1]), tag[2].lower()
        if self._code:
            self._code_depth += (-1 if closing else 1) if name == self._code else 0
            if not self._code_depth:
                self._code = ""
        elif name in _NEVER_PROSE and not closing and not raw.endswith("/>"):
            self._emit_at(" ")
            self._code, self._code_depth = name, 1
        elif name == "br":
            self._emit_at("\n")
        elif name == "q":
            self._emit_at("”" if closing else "“")

    def _image(self, token: Token) -> None:
        start = self.content.find("![", self._at) + 2
        if self._code or not token.children:
            return
        inner = _Walker(token.content, self.source_places[start : start + len(token.content)])
        inner.walk(token.children)
        self.walked.captions.append(("".join(inner.pieces), inner.walked.places))
        self.walked.captions.extend(inner.walked.captions)
