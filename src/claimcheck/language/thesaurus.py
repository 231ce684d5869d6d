"""Words that retell each other: groups of near-synonyms and pairs of opposites (data/thesaurus.txt)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from claimcheck.language.lexicon import Lexicon, compile_lexicon
from claimcheck.language.tables import compiled, lines
from claimcheck.language.tokens import tokenise

Mark = TypeVar("Mark", int, str)


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """``groups`` and ``sides`` map a single lemma to the groups it is in and the sides of the opposite
    pairs it stands on (side ``12a`` is the opposite of ``12b``); ``phrases`` finds the longer entries."""

    groups: dict[str, list[int]]
    sides: dict[str, list[str]]
    phrases: Lexicon


def opposite(side: str) -> str:
    """The other side of a pair of opposites."""
    return side[:-1] + ("b" if side[-1] == "a" else "a")


@cache
def thesaurus() -> Thesaurus:
    """The thesaurus, read once."""
    data = compiled("thesaurus.json")
    return Thesaurus(data["groups"], data["sides"], Lexicon.from_trie(data["phrases"]))


def compile_thesaurus() -> dict[str, Any]:
    """The groups and sides of data/thesaurus.txt by lemma, and the trie of its phrases (labelled with the
    number of their group, or '!' and their side)."""
    groups: dict[str, set[int]] = defaultdict(set)
    sides: dict[str, set[str]] = defaultdict(set)
    phrases: list[tuple[str, str]] = []
    for number, line in enumerate(lines("thesaurus.txt")):
        if line.startswith("!"):
            for letter, side in zip("ab", line[1:].split("|"), strict=True):
                for entry in side.split(","):
                    _enter(entry, f"{number}{letter}", f"!{number}{letter}", sides, phrases)
        else:
            for entry in line.split(","):
                _enter(entry, number, str(number), groups, phrases)
    return {
        "groups": {lemma: sorted(found) for lemma, found in groups.items()},
        "sides": {lemma: sorted(found) for lemma, found in sides.items()},
        "phrases": compile_lexicon(phrases),
    }


def _enter(
    entry: str, mark: Mark, label: str, words: dict[str, set[Mark]], phrases: list[tuple[str, str]]
) -> None:
    tokens = tokenise(entry)
    if len(tokens) == 1:
        words[tokens[0].lemma].add(mark)
    elif tokens:
        phrases.append((label, entry.strip()))
