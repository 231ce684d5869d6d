"""The data files: English knowledge is written in plain text under data/, code only reads it.

A file has sections ``[label]`` of comma separated entries; ``#`` starts a line of comment. Where an entry
stands for something, that is its last word: ``thousand 1000``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "data"
COMPILED = DATA / "compiled"


def lines(name: str) -> list[str]:
    """The lines of a data file but for blank ones and comments."""
    rows = (DATA / name).read_text("utf-8").splitlines()
    return [row for row in rows if row.strip() and not row.startswith("#")]


def sections(name: str) -> Iterator[tuple[str, str]]:
    """The (label, entry) pairs of a data file. A label is the first word in the section's brackets; a '?'
    behind it, the mark of a secondary sense, is kept."""
    label = ""
    for line in lines(name):
        if line.startswith("["):
            label = line.strip().strip("[]").split()[0]
            continue
        for entry in line.split(","):
            if entry.strip():
                yield label, entry.strip()


@cache
def word_sets() -> dict[str, frozenset[str]]:
    """The sets of data/word-sets.txt by label."""
    sets: dict[str, set[str]] = {}
    for label, entry in sections("word-sets.txt"):
        sets.setdefault(label, set()).add(entry)
    return {label: frozenset(entries) for label, entries in sets.items()}


@cache
def values(name: str) -> dict[str, dict[str, str]]:
    """By label, what each entry of a data file stands for, in the order of the file."""
    out: dict[str, dict[str, str]] = {}
    for label, entry in sections(name):
        word, value = entry.rsplit(maxsplit=1)
        out.setdefault(label, {})[word] = value
    return out


def compiled(name: str) -> Any:
    """What bench/compile_lexicon.py made of a data file."""
    return json.loads((COMPILED / name).read_text("utf-8"))


def columns(name: str) -> dict[str, str]:
    """A table of two columns with a tab between them."""
    return dict(line.split("\t", 1) for line in lines(name))
