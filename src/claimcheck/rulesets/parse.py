"""A rule set file to a ``RuleSet``, or every problem in it at once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any, cast

from claimcheck.errors import LocatedError, Problem
from claimcheck.rulesets.consistency import disagreements, misquotations
from claimcheck.rulesets.format import (
    DAY_PATTERN,
    ID_PATTERN,
    REFERENCE_PATTERN,
    RULESET,
    URL_PATTERN,
    VERSION,
    Key,
    Section,
)
from claimcheck.rulesets.model import VOICES, Claim, Concept, Entity, Examples, RuleSet, Statement
from claimcheck.rulesets.nearest import nearest
from claimcheck.rulesets.nodes import QUOTE_FIX, Listing, Mapping, Node, Scalar, Source, compose

_DAY_SPELLINGS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d.%m.%Y", "%Y/%m/%d", "%Y-%m-%d")


def parse_ruleset(text: str, path: str, *, statement: str | None = None) -> RuleSet:
    """The rule set written in the YAML ``text`` of the file ``path``.

    With the text of the ``statement``, a quote that does not stand there is a problem too. Raises
    ``LocatedError`` with all problems, in file order.
    """
    source = Source(text, path)
    root, doubts = compose(text, source)
    reader = _Reader(source)
    tree = reader.section(root, RULESET, "a rule set")
    problems = [*doubts, *reader.problems]
    if tree is not None:
        found = [*disagreements(tree), *(misquotations(tree, statement) if statement is not None else ())]
        problems += [source.problem(*finding) for finding in found]
    if problems:
        unique = dict.fromkeys(problems)
        raise LocatedError(sorted(unique, key=lambda problem: (problem.line, problem.column)))
    return _build(_plain(tree), path)


class _Reader:
    """Checks nodes against the table of keys, and remembers what is wrong instead of stopping.

    What it returns mirrors the file with the bad parts left out: a dict for a section, a list of nodes or
    dicts for a list, and a ``Scalar`` for a text, so that later checks can still point at the place.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def wrong(self, node: Node, message: str, fix: str = "") -> None:
        self.problems.append(self.source.problem(node.place, message, fix))

    def section(self, node: Node, keys: Section, what: str) -> dict[str, Any] | None:
        if not isinstance(node, Mapping):
            self.wrong(node, f"{what} is expected here, with the keys {', '.join(keys)}")
            return None
        found: dict[str, Any] = {}
        seen: dict[str, int] = {}
        for name, value in self._entries(node, keys, what):
            if name.text in seen:
                self.wrong(name, f"'{name.text}' is here twice (first in line {seen[name.text]})", "keep one")
                continue
            seen[name.text] = name.place.line
            read = self.value(name, value, keys[name.text])
            if read is not None:
                found[name.text] = read
        for key in keys:
            if keys[key].required and key not in seen:
                self.wrong(node, f"{what} lacks '{key}'", f"add '{key}:'. {keys[key].help}")
        return found

    def _entries(self, node: Mapping, keys: Section, what: str) -> Iterator[tuple[Scalar, Node]]:
        for name, value in node.entries:
            if isinstance(name, Scalar) and name.text in keys:
                yield name, value
            else:
                shown = name.text if isinstance(name, Scalar) else "..."
                close = nearest(shown, keys)
                fix = f"write '{close}'" if close else f"{what} takes {', '.join(keys)}"
                self.wrong(name, f"{what} has no key '{shown}'", fix)

    def value(self, name: Scalar, node: Node, key: Key) -> Any:
        if isinstance(node, Scalar) and node.empty:
            self.wrong(name, f"'{name.text}' has no value", _filling(name, key))
            return None
        if key.section is not None and key.kind == "section":
            return self.section(node, key.section, f"'{name.text}'")
        if key.kind in ("texts", "about", "references", "sections"):
            return self.listing(name, node, key)
        return self.text(name, node, key)

    def listing(self, name: Scalar, node: Node, key: Key) -> list[Any] | None:
        if not isinstance(node, Listing):
            shown = node.text if isinstance(node, Scalar) and key.section is None else "..."
            fix = f"write '{name.text}:' and below it '- {shown}'"
            self.wrong(node, f"'{name.text}' takes a list", fix)
            return None
        if not node.items:
            self.wrong(name, f"'{name.text}' is an empty list", _filling(name, key))
        read: list[Any]
        if key.section is not None:
            what = {"entities": "an entity", "concepts": "a concept", "claims": "a claim"}[name.text]
            read = [self.section(item, key.section, what) for item in node.items]
        else:
            read = [self.text(name, item, key) for item in node.items]
        return [item for item in read if item is not None]

    def text(self, name: Scalar, node: Node, key: Key) -> Scalar | None:
        if not isinstance(node, Scalar):
            found = "a list" if isinstance(node, Listing) else "a key with a colon"
            self.wrong(node, f"'{name.text}' takes a text, and {found} stands here", QUOTE_FIX)
            return None
        if not node.text or node.empty:
            self.wrong(node, f"an empty text under '{name.text}'", "write it or delete it")
            return None
        if trouble := _trouble(node.text, key):
            self.wrong(node, *trouble)
            return None
        return node


def _filling(name: Scalar, key: Key) -> str:
    return "write at least one" if key.required else f"write one, or leave '{name.text}' out"


def _trouble(text: str, key: Key) -> tuple[str, str] | None:
    """What is wrong with a text of the key's kind and how to mend it, or ``None``."""
    if key.kind == "version" and text != VERSION:
        return f"format version '{text}' is unknown", f"write 'claimcheck: {VERSION}'"
    if key.kind == "id" and not re.match(ID_PATTERN, text):
        better = "-".join(re.findall(r"[a-z0-9]+", text.lower())) or "my-claim"
        return f"'{text}' cannot be an id: small letters, digits and hyphens only", f"write '{better}'"
    if key.kind == "references" and not re.match(REFERENCE_PATTERN, text):
        return f"'{text}' names no statement or claim", "write statement-id or statement-id/claim-id"
    if key.kind == "voice" and text not in VOICES:
        close = nearest(text, VOICES)
        return f"'{text}' is no voice", f"write {close or ', '.join(VOICES[:-1]) + ' or ' + VOICES[-1]}"
    if key.kind == "day" and not _is_day(text):
        return f"'{text}' is not a day", f"write {_as_day(text) or 'year-month-day: 2026-02-27'}"
    if key.kind == "url" and not re.match(URL_PATTERN, text):
        return f"'{text}' is not a web address", "write the whole address: https://..."
    return None


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return re.match(DAY_PATTERN, text) is not None


def _as_day(text: str) -> str | None:
    for spelling in _DAY_SPELLINGS:
        try:
            return datetime.datetime.strptime(text, spelling).date().isoformat()
        except ValueError:
            continue
    return None


def _plain(tree: Any) -> Any:
    """The tree with every ``Scalar`` replaced by its text and every list by a tuple."""
    if isinstance(tree, Scalar):
        return tree.text
    if isinstance(tree, list):
        return tuple(_plain(item) for item in tree)
    return {key: _plain(value) for key, value in tree.items()}


def _build(data: dict[str, Any], path: str) -> RuleSet:
    claims = (
        Claim(**{**claim, "examples": Examples(**claim["examples"])})
        for claim in cast("tuple[dict[str, Any], ...]", data["claims"])
    )
    return RuleSet(
        statement=Statement(**data["statement"]),
        claims=tuple(claims),
        entities=tuple(Entity(**entity) for entity in data.get("entities", ())),
        concepts=tuple(Concept(**concept) for concept in data.get("concepts", ())),
        source=path,
    )
