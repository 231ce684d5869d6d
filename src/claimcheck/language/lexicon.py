"""The lexicon: English knowledge in data files, compiled into tries of base forms.

A section is headed ``[LABEL]`` or ``[LABEL pos]``; ``~`` in an entry is a gap of one to three words. The
longest match at a place wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from claimcheck.language.tables import compiled
from claimcheck.language.tokens import Token, tokenise

_END = ""  # the key under which a trie node holds the labels of an entry that ends there
_GAP = "~"
_LONGEST_GAP = 3


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found in a text: tokens ``start`` to ``end`` (exclusive), what the lexicon calls it, and the
    words of the text that it was found in."""

    label: str
    start: int
    end: int
    entry: str = ""


def covered(matches: Iterable[Match]) -> set[int]:
    """The tokens that ``matches`` take up."""
    return {at for match in matches for at in range(match.start, match.end)}


def compile_lexicon(entries: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """A trie of the (label, entry) pairs: base form to node, and under '' the labels of what ends there."""
    root: dict[str, Any] = {}
    for label, entry in entries:
        keys = keys_of(entry)
        if not keys:
            continue  # nothing that a text could hold, such as a bare address
        node = root
        for key in keys:
            node = node.setdefault(key, {})
        labels = node.setdefault(_END, [])
        if label not in labels:
            labels.append(label)
    return root


class Lexicon:
    """(label, entry) pairs, ready to be found in token sequences."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._root = compile_lexicon(entries)

    @classmethod
    def from_trie(cls, trie: dict[str, Any]) -> Lexicon:
        """The lexicon that ``compile_lexicon`` made ``trie`` for."""
        lexicon = cls(())
        lexicon._root = trie
        return lexicon

    def matches(self, tokens: Sequence[Token]) -> list[Match]:
        """Every entry in ``tokens``, left to right, none overlapping (an entry with several labels gives
        one match for each)."""
        out: list[Match] = []
        root = self._root
        behind = 0
        for at, token in enumerate(tokens):
            if at < behind or (token.lemma not in root and token.norm not in root):
                continue
            end, labels = self._longest(root, tokens, at)
            if labels:
                entry = " ".join([token.norm for token in tokens[at:end]])
                out += [Match(label, at, end, entry) for label in labels]
                behind = end
        return out

    def _longest(self, node: dict[str, Any], tokens: Sequence[Token], at: int) -> tuple[int, list[str]]:
        best: tuple[int, list[str]] = (at, node.get(_END, []))
        if at < len(tokens):
            token = tokens[at]
            for key in (token.lemma, token.norm) if token.lemma != token.norm else (token.norm,):
                child = node.get(key)
                if child is not None:
                    found = self._longest(child, tokens, at + 1)
                    if found[1] and found[0] > best[0]:
                        best = found
            gap = node.get(_GAP)
            if gap is not None:
                for width in range(1, _LONGEST_GAP + 1):
                    if at + width > len(tokens) or not tokens[at + width - 1].is_word:
                        break
                    found = self._longest(gap, tokens, at + width)
                    if found[1] and found[0] > best[0]:
                        best = found
        return best


@lru_cache(maxsize=2_000)  # the names of a rule set are entered in several lexicons
def keys_of(entry: str) -> tuple[str, ...]:
    """The base forms that an entry is looked up by, with its gaps."""
    keys: list[str] = []
    for piece in entry.split(_GAP):
        keys += [token.lemma for token in tokenise(piece)]
        keys.append(_GAP)
    return tuple(keys[:-1])


@cache
def operators() -> Lexicon:
    """Negation, denial, only, except, still ... (data/operators.txt)."""
    return Lexicon.from_trie(compiled("operators.json"))


@cache
def predicates() -> Lexicon:
    """What is said of a thing: it ends, goes on, changes, is allowed ... (data/predicates.txt)."""
    return Lexicon.from_trie(compiled("predicates.json"))
