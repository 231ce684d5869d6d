"""What is wrong with a rule set though each of its lines is well written: ids used twice, names that lead
nowhere, one example with two verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.language.tokens import tokenise
from claimcheck.rulesets.nearest import nearest
from claimcheck.rulesets.nodes import Place, Scalar
from claimcheck.rulesets.quotes import stands_in

Finding = tuple[Place, str, str]

_PHRASINGS = {"supports": "supported", "contradicts": "contradicted", "silent": "not_addressed"}


def disagreements(tree: dict[str, Any]) -> Iterator[Finding]:
    """Place, message and fix of each contradiction within ``tree``, a rule set as the reader left it
    (sections as dicts, lists, texts as ``Scalar``; bad parts left out)."""
    claims = tree.get("claims", [])
    yield from _repeated((claim["id"] for claim in claims if "id" in claim), "the id", "choose another id")
    for kind in ("entities", "concepts"):
        names = [entry["name"] for entry in tree.get(kind, []) if "name" in entry]
        yield from _repeated(names, "the name", "join the two")
        yield from _shared_aliases(tree.get(kind, []))
        yield from _turncoats(tree.get(kind, []))
        yield from _wordless(tree.get(kind, []))
    yield from _unknown_topics(tree)
    yield from _two_verdicts(_verdicts(claims))


def misquotations(tree: dict[str, Any], statement: str) -> Iterator[Finding]:
    """Place, message and fix of each quote that does not stand in the text of the ``statement``."""
    for claim in tree.get("claims", []):
        if "quote" in claim and not stands_in(claim["quote"].text, statement):
            message = "these words do not stand in the statement"
            yield claim["quote"].place, message, "copy them from there; ... may join two excerpts"


def _repeated(names: Any, what: str, fix: str) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for name in names:
        line = first.setdefault(_key(name), name.place.line)
        if line != name.place.line:
            yield name.place, f"{what} '{name.text}' is already taken in line {line}", fix


def _shared_aliases(entries: list[dict[str, Any]]) -> Iterator[Finding]:
    owner: dict[str, str] = {}
    for entry in entries:
        if "name" in entry:
            for alias in [entry["name"], *entry.get("aliases", [])]:
                other = owner.setdefault(_key(alias), entry["name"].text)
                if _key(entry["name"]) != other.casefold():
                    message = f"'{alias.text}' already stands for '{other}'"
                    yield alias.place, message, "an alias leads to one name: delete one of the two"


def _turncoats(entries: list[dict[str, Any]]) -> Iterator[Finding]:
    """Words listed both as another name of a thing and as something else."""
    for entry in entries:
        names = [entry["name"]] if "name" in entry else []
        own = {_key(alias) for alias in [*names, *entry.get("aliases", [])]}
        for key in ("alternatives", "unlike"):
            for text in entry.get(key, []):
                if _key(text) in own:
                    yield text.place, f"'{text.text}' is an alias too", f"delete it there or under '{key}'"


def _wordless(entries: list[dict[str, Any]]) -> Iterator[Finding]:
    """Names with nothing to look for in a text: an address is never prose."""
    for entry in entries:
        names = [entry["name"]] if "name" in entry else []
        for key in ("aliases", "alternatives", "unlike"):
            names += entry.get(key, [])
        for name in names:
            if not tokenise(name.text):
                yield name.place, f"'{name.text}' holds no word", "write the name as people write it"


# More unknown topics than this are no typing mistakes, and guessing at each of thousands takes long.
_GUESSES = 100


def _unknown_topics(tree: dict[str, Any]) -> Iterator[Finding]:
    entries = [*tree.get("entities", []), *tree.get("concepts", [])]
    known = {_key(entry["name"]): entry["name"].text for entry in entries if "name" in entry}
    guesses = 0
    for claim in tree.get("claims", []):
        for topic in claim.get("about", []):
            if _key(topic) not in known:
                guesses += 1
                close = nearest(topic.text, known.values()) if guesses <= _GUESSES else None
                fix = f"write '{close}'" if close else f"add it under 'concepts:' as '- name: {topic.text}'"
                yield topic.place, f"no concept or entity is named '{topic.text}'", fix
            elif topic.text != known[_key(topic)]:
                name = known[_key(topic)]
                yield topic.place, f"'{topic.text}' is spelt '{name}' above", f"write '{name}'"


def _verdicts(claims: list[dict[str, Any]]) -> Iterator[tuple[Scalar, str]]:
    """Every phrasing and example with the verdict it stands for, in file order."""
    for claim in claims:
        for key, verdict in _PHRASINGS.items():
            yield from ((text, verdict) for text in claim.get(key, []))
        for verdict, texts in claim.get("examples", {}).items():
            yield from ((text, verdict) for text in texts)


def _two_verdicts(texts: Iterator[tuple[Scalar, str]]) -> Iterator[Finding]:
    first: dict[str, tuple[str, int]] = {}
    for text, verdict in texts:
        other, line = first.setdefault(_key(text), (verdict, text.place.line))
        if other != verdict:
            message = f"'{text.text}' is {verdict} here and {other} in line {line}"
            yield text.place, message, "a headline has one verdict: delete one of the two"


def _key(text: Scalar) -> str:
    return text.text.casefold()
