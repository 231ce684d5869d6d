"""Words that retell each other: groups of near-synonyms and pairs of opposites (data/thesaurus.txt)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from claimcheck.language.lexicon import Lexicon
from claimcheck.language.tables import lines
from claimcheck.language.tokens import tokenise


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """``groups`` and ``sides`` map a single lemma to the groups it is in and the sides of the opposite
    pairs it stands on (side ``12a`` is the opposite of ``12b``); ``phrases`` finds the longer entries."""

    groups: dict[str, frozenset[int]]
    sides: dict[str, frozenset[str]]
    phrases: Lexicon


def opposite(side: str) -> str:
    """The other side of a pair of opposites."""
    return side[:-1] + ("b" if side[-1] == "a" else "a")


@cache
def thesaurus() -> Thesaurus:
    """The compiled thesaurus, read once."""
    groups: dict[str, set[int]] = defaultdict(set)
    sides: dict[str, set[str]] = defaultdict(set)
    phrases: list[tuple[str, str]] = []
    for number, line in enumerate(lines("thesaurus.txt")):
        if line.startswith("!"):
            for letter, side in zip("ab", line[1:].split("|"), strict=False):
                for entry in side.split(","):
                    _enter(entry, f"{number}{letter}", sides, phrases)
        else:
            for entry in line.split(","):
                _enter_group(entry, number, groups, phrases)
    return Thesaurus(
        {lemma: frozenset(found) for lemma, found in groups.items()},
        {lemma: frozenset(found) for lemma, found in sides.items()},
        Lexicon(iter(phrases)),
    )


def _enter(entry: str, side: str, sides: dict[str, set[str]], phrases: list[tuple[str, str]]) -> None:
    tokens = tokenise(entry)
    if len(tokens) == 1:
        sides[tokens[0].lemma].add(side)
    elif tokens:
        phrases.append(("!" + side, entry.strip()))


def _enter_group(
    entry: str, number: int, groups: dict[str, set[int]], phrases: list[tuple[str, str]]
) -> None:
    tokens = tokenise(entry)
    if len(tokens) == 1:
        groups[tokens[0].lemma].add(number)
    elif tokens:
        phrases.append((str(number), entry.strip()))
