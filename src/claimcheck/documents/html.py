"""HTML to segments, through the standard library's parser."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from claimcheck.documents.document import Comment, Document
from claimcheck.documents.folding import Characters
from claimcheck.documents.positions import Lines
from claimcheck.documents.segment import Kind, Segment
from claimcheck.documents.sentences import lead_line
from claimcheck.documents.wordlist import words

_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("title", "h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
}

# Tags that end the run of prose before them, and themselves.
_BLOCKS = words(
    "address article aside blockquote body center details dialog div dl fieldset figure footer form head "
    "header hgroup hr html legend main nav ol option p section select summary table tbody tfoot thead tr "
    "ul"
) | frozenset(_KINDS)

# What holds members, and the members, whose end tags may be left out.
_HOLDERS = words("ul ol dl table")
_MEMBERS = words("li dt dd td th")

_NEVER_PROSE = words("script style code pre kbd samp var template svg math textarea")

_VOID = words("area base br col embed hr img input link meta source track wbr")

_DESCRIPTIONS = frozenset(
    ("description", "og:description", "og:title", "twitter:description", "twitter:title")
)

_ATTRIBUTE = re.compile(r"""(?<![^\s"'<>/=])([^\s"'<>/=]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+))""")


def read_html(source: str) -> Document:
    """The segments and comments of an HTML page or fragment.

    Headings, paragraphs, list items, table cells, captions, images' alt text, the page's title and
    description. Never scripts, styles, code, comments or addresses. A list's items take the line before
    the list as ``lead`` where it ends in a colon. Broken HTML is read as far as it goes.
    """
    reader = _Reader(source)
    reader.read()
    return Document(tuple(reader.segments), tuple(reader.comments))


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.lines = Lines(source)
        self.segments: list[Segment] = []
        self.comments: list[Comment] = []
        self._raw = Characters()
        self._kinds: list[tuple[str, Kind]] = []
        self._quotes = 0
        self._skip = ""
        self._skip_depth = 0
        self._breaks = 0
        self._lead = ""
        self._lists: list[tuple[str, int]] = []

    def read(self) -> None:
        """Feeds the source. What no end can close any more is taken out first: an open comment runs to the
        end of the page, as in browsers, and the parser would go over it again and again."""
        text = self.source.replace("<![", "<! ")
        opened = text.find("<!--", text.rfind("-->") + 1)
        body = text[: opened if opened >= 0 else len(text)]
        closed = body.rfind(">") + 1
        tail = body[closed:]
        self.feed(body[:closed])
        self.close()
        if not self._skip:
            self._raw.add_html(tail.split("</")[0], closed)
        self._flush()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._skip:
            self._skip_depth += tag == self._skip
            return
        if tag in _NEVER_PROSE:
            self._skip, self._skip_depth = tag, 1
            self._raw.add_at(" ", self._here())
            return
        if tag == "br":
            self._breaks += 1
            self._raw.add_at(" ", self._here())
            if self._breaks > 1:
                self._flush()
            return
        if tag == "q":
            self._raw.add_at("“", self._here())
        if tag in _BLOCKS:
            self._flush()
            self._open(tag)
        elif tag == "img":
            self._attribute("alt", "caption")
        elif tag == "meta" and (dict(attrs).get("name") or dict(attrs).get("property")) in _DESCRIPTIONS:
            self._attribute("content", "field")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._skip:
            self._skip_depth -= tag == self._skip
            if not self._skip_depth:
                self._skip = ""
            return
        if tag == "q":
            self._raw.add_at("”", self._here())
        if tag in _BLOCKS:
            self._flush()
            self._shut(tag)

    def handle_data(self, data: str) -> None:
        # Read from the source, where nothing was taken out.
        if self._skip:
            return
        here = self._here()
        self._breaks = self._breaks if data.isspace() else 0
        self._raw.add(self.source[here : here + len(data)], range(here, here + len(data)))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def handle_comment(self, data: str) -> None:
        here = self._here()
        if self.source.startswith("<!--", here):
            end = self.source.find("-->", here)
            end = len(self.source) if end < 0 else end + 3
            self.comments.append(Comment(data, here, end))

    def _reference(self, raw: str) -> None:
        if self._skip:
            return
        here = self._here()
        self._breaks = 0
        with_stop = raw + ";" if self.source.startswith(raw + ";", here) else raw
        self._raw.add_html(with_stop, here)

    def _here(self) -> int:
        line, column = self.getpos()
        return self.lines.offset(line, column + 1)

    def _open(self, tag: str) -> None:
        if tag in _VOID:
            return
        if tag in _KINDS:
            if tag in _MEMBERS:
                del self._kinds[self._outside() :]  # '<li>one<li>two': the end tag may be left out
            self._kinds.append((tag, _KINDS[tag]))
        elif tag == "p" and self._kinds and self._kinds[-1][1] == "cell":
            self._kinds.append((tag, "paragraph"))  # mail is laid out in tables
        elif tag == "blockquote":
            self._quotes += 1
        elif tag in _HOLDERS:
            self._lists.append((self._lead, len(self._kinds)))
            self._lead = ""

    def _shut(self, tag: str) -> None:
        if tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif tag in _HOLDERS:
            del self._kinds[self._outside() :]
            if self._lists:
                self._lists.pop()
            self._lead = ""
        else:
            for i in range(len(self._kinds) - 1, max(-1, len(self._kinds) - 9), -1):
                if self._kinds[i][0] == tag:
                    del self._kinds[i:]
                    break

    def _outside(self) -> int:
        """How many of the open kinds lie outside the innermost list or table."""
        return self._lists[-1][1] if self._lists else 0

    def _flush(self) -> None:
        self._breaks = 0
        kind: Kind = self._kinds[-1][1] if self._kinds else "paragraph"
        lead = self._lists[-1][0] if kind == "item" and self._lists else ""
        segment = self._raw.segment(kind, quoted=self._quotes > 0, lead=lead)
        if segment is not None:
            self.segments.append(segment)
            self._lead = lead_line(segment.text)

    def _attribute(self, name: str, kind: Kind) -> None:
        """The value of the current tag's attribute as a segment of its own."""
        tag = self.get_starttag_text() or ""
        for match in _ATTRIBUTE.finditer(tag):
            if match[1].lower() == name:
                value = match.lastindex or 2
                raw = Characters()
                raw.add_html(match[value], self._here() + match.start(value))
                segment = raw.segment(kind, quoted=self._quotes > 0)
                if segment is not None:
                    self.segments.append(segment)
                return
