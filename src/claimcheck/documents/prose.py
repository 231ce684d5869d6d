"""Any source to its prose: the door of this room."""

from __future__ import annotations

from pathlib import PurePath

from claimcheck.documents.document import Document

_MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".mkd", ".mdx"))
_HTML = frozenset((".html", ".htm", ".xhtml"))

# The endings of the drafts that a folder is searched for.
SUFFIXES = frozenset((*_MARKDOWN, *_HTML, ".txt", ".text"))


def read_prose(source: str, name: str = "-") -> Document:
    """The segments and comments of ``source``.

    The ending of ``name`` decides how it is read: Markdown (also ``-``, standard input), HTML, or else
    plain text. Any string is read; places and line ends are those of ``source``.
    """
    # Of the same length, so that every place stays: the parsers take these for other line ends.
    source = source.replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")
    suffix = PurePath(name).suffix.lower()
    if name == "-" or suffix in _MARKDOWN:
        from claimcheck.documents.markdown import read_markdown

        return read_markdown(source)
    if suffix in _HTML:
        from claimcheck.documents.html import read_html

        return read_html(source)
    from claimcheck.documents.plain import read_plain

    return read_plain(source)
