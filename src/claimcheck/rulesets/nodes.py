"""YAML text to a tree whose every node knows its place.

A subset of YAML on purpose: texts, lists and mappings. Scalars stay the texts they are (a day is not a
date object, ``no`` is not ``False``); anchors, aliases and tags are refused, which also takes the sting
out of YAML bombs; nesting is bounded. The tree is built from the parser's events in one pass and without
recursion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from claimcheck.errors import LocatedError, Problem

# A rule set nests five deep: claims, one claim, examples, one verdict, one example.
MAX_DEPTH = 12

# Longer lines are not worth showing under an error.
MAX_SHOWN = 200

QUOTE_FIX = "put the whole text in quotation marks: \"...\" (or '...' where it holds double ones)"

# The line breaks that YAML counts.
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SWALLOWED = re.compile(r"\s+(#\S+)")
_EMPTY = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node starts (1-based line and column, in code points) and how much of that line is meant."""

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text with its white space folded; ``empty`` where nothing (or ``null``) is written."""

    text: str
    place: Place
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in file order, duplicates included."""

    entries: tuple[tuple[Node, Node], ...]
    place: Place


Node = Scalar | Listing | Mapping


class Source:
    """The text of one file, ready to point into."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.lines = _BREAK.split(text)

    def problem(self, place: Place, message: str, fix: str = "") -> Problem:
        """A problem at ``place`` with its source line."""
        line = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        shown = line if len(line) <= MAX_SHOWN else ""
        return Problem(self.path, place.line, place.column, message, shown, place.length, fix)


def compose(text: str, source: Source) -> tuple[Node, list[Problem]]:
    """The tree of a YAML ``text`` and what is doubtful about its spelling.

    Raises ``LocatedError`` where the text is not YAML, or is YAML beyond the subset above.
    """
    import yaml

    if bad := _UNPRINTABLE.search(text):
        before = _BREAK.split(text[: bad.start()])
        message = f"the character U+{ord(bad.group()):04X} cannot be shown and is not allowed"
        raise LocatedError([source.problem(Place(len(before), len(before[-1]) + 1), message, "delete it")])
    # libyaml is many times faster; the parser in Python gives the same events.
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(source)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise LocatedError([_syntax_problem(error, source)]) from error
    except yaml.YAMLError as error:
        raise LocatedError([source.problem(Place(1, 1), f"not YAML: {error}")]) from error
    if builder.root is None:
        raise LocatedError([source.problem(Place(1, 1), "the file is empty")])
    return builder.root, builder.doubts


class _Builder:
    """Collects events into nodes. ``open`` holds the lists and mappings that have not ended yet."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Node | None = None
        self.doubts: list[Problem] = []
        self.open: list[tuple[str, Place, list[Node]]] = []

    def take(self, event: Any) -> None:
        kind = type(event).__name__
        if kind.startswith(("Stream", "DocumentEnd")):
            return
        place = self._place(event)
        if kind == "DocumentStartEvent":
            if self.root is not None:
                self._refuse(place, "a second document starts here", "one file holds one rule set")
        elif kind == "AliasEvent" or getattr(event, "anchor", None):
            self._refuse(place, "a value cannot start with & or * (a YAML anchor)", QUOTE_FIX)
        elif getattr(event, "tag", None) and event.tag != "!":
            self._refuse(place, "a value cannot start with ! (a YAML tag)", QUOTE_FIX)
        elif kind == "ScalarEvent":
            self._add(self._scalar(event, place))
        elif kind.endswith("StartEvent"):
            if len(self.open) == MAX_DEPTH:
                self._refuse(place, f"nested deeper than {MAX_DEPTH} levels", "see 'claimcheck rules schema'")
            self.open.append((kind, place, []))
        else:
            started, place, nodes = self.open.pop()
            if started == "SequenceStartEvent":
                self._add(Listing(tuple(nodes), place))
            else:
                self._add(Mapping(tuple(zip(nodes[::2], nodes[1::2], strict=True)), place))

    def _scalar(self, event: Any, place: Place) -> Scalar:
        plain = event.implicit[0]
        if plain and event.value:
            self._doubt_comment(event)
        return Scalar(" ".join(event.value.split()), place, empty=plain and event.value in _EMPTY)

    def _doubt_comment(self, event: Any) -> None:
        line, column = event.end_mark.line, event.end_mark.column
        if cut := _SWALLOWED.match(self.source.lines[line], column):
            place = Place(line + 1, cut.start(1) + 1, len(cut.group(1)))
            message = f"'{cut.group(1)}' is lost: a # after a space starts a comment"
            self.doubts.append(self.source.problem(place, message, QUOTE_FIX))

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1][2].append(node)
        else:
            self.root = node

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        if start.line == end.line:
            length = end.column - start.column
        else:
            length = len(self.source.lines[start.line]) - start.column
        return Place(start.line + 1, start.column + 1, max(1, length))

    def _refuse(self, place: Place, message: str, fix: str) -> None:
        raise LocatedError([self.source.problem(place, message, fix)])


def _syntax_problem(error: Any, source: Source) -> Problem:
    """What most often lies behind a YAML error, in an editor's words."""
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    column = mark.column if mark else 0
    if line >= len(source.lines):  # libyaml sees one line more where the last one has no line end
        line, column = len(source.lines) - 1, len(source.lines[-1])
    text = source.lines[line]
    said = error.problem or str(error)
    place = Place(line + 1, column + 1)
    if text[: len(text) - len(text.lstrip())].count("\t"):
        return source.problem(place, "a tab indents this line", "indent with spaces")
    if "mapping values are not allowed" in said:
        return source.problem(place, "a second colon in one line", QUOTE_FIX)
    if "cannot start any token" in said:
        return source.problem(place, f"a text cannot start with '{text[column : column + 1]}'", QUOTE_FIX)
    if "unexpected end of stream" in said:
        return source.problem(place, "a quotation mark is opened and never closed", "close it")
    fix = "compare the indentation and the quotation marks with the lines above"
    return source.problem(place, f"not valid YAML here ({said})", fix)
