"""Where things stand in a rule set file, to point an editor at the line to touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.errors import Problem
from claimcheck.rulesets.nodes import Listing, Mapping, Node, Place, Scalar, Source, compose

# A section of the file, the id or name of an entry in it, a key of that entry ('examples.supported' for one
# within another, '' for the entry itself), and a text of that key's list ('' for the whole).
Address = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one file by address: ``("claims", "fares-stay", "supports", "fares are the same")``,
    ``("statement", "", "date", "")``."""

    source: Source
    by_address: dict[Address, Place]

    def of(self, section: str, name: str = "", key: str = "", text: str = "") -> Place:
        """The place of a text in a list; where it is not written there, that of the list or the value, of
        the entry, of the section, of the file."""
        addresses = [(section, name, key, text), (section, name, key, ""), (section, name, "", "")]
        for address in [*addresses, (section, "", "", "")]:
            if address in self.by_address:
                return self.by_address[address]
        return Place(1, 1)

    def has(self, section: str, name: str, key: str) -> bool:
        """Whether the key is written there."""
        return (section, name, key, "") in self.by_address

    def problem(self, place: Place, message: str, fix: str = "") -> Problem:
        """A problem at ``place`` of this file."""
        return self.source.problem(place, message, fix)


def find_places(text: str, path: str) -> Places:
    """The places of the valid rule set file ``path`` with this ``text``. Raises ``LocatedError`` where it
    is no YAML of ours."""
    source = Source(text, path)
    root, _ = compose(text, source)
    return Places(source, dict(_addresses(root)))


def _addresses(root: Node) -> Iterator[tuple[Address, Place]]:
    for section, value in _entries(root):
        yield (section.text, "", "", ""), section.place
        for key, inner in _entries(value):
            yield from _of_key(section.text, "", key.text, inner)
        for item in value.items if isinstance(value, Listing) else ():
            fields = list(_entries(item))
            named = next((inner for key, inner in fields if key.text in ("id", "name")), None)
            if isinstance(named, Scalar):
                yield (section.text, named.text, "", ""), named.place
                for key, inner in fields:
                    yield from _of_key(section.text, named.text, key.text, inner)


def _of_key(section: str, name: str, key: str, value: Node) -> Iterator[tuple[Address, Place]]:
    items = value.items if isinstance(value, Listing) else ()
    # A list's first item tells better where it is than its bracket or dash.
    yield (section, name, key, ""), items[0].place if items else value.place
    for item in items:
        if isinstance(item, Scalar):
            yield (section, name, key, item.text), item.place
    for inner, below in _entries(value):
        yield from _of_key(section, name, f"{key}.{inner.text}", below)


def _entries(node: Node) -> Iterator[tuple[Scalar, Node]]:
    if isinstance(node, Mapping):
        for key, value in node.entries:
            if isinstance(key, Scalar):
                yield key, value
