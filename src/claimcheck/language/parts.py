"""A text becomes its parts: stretches that each say one thing and can have a verdict of their own."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.language.lexicon import covered
from claimcheck.language.reading import Reading
from claimcheck.language.tables import word_sets

_ENDS = frozenset("?!.;…")
_BEFORE_JOINS = frozenset(",;-")
_JOINS = word_sets()["part-starts"]
_SMALLEST = 3  # words of content that a part needs to stand alone


def split_parts(reading: Reading) -> list[tuple[int, int]]:
    """The parts of ``reading`` as token ranges that cover it in order, at least one.

    A text is split at sentence ends and semicolons, and at a comma before 'but', 'while', 'and' ... Where
    a piece is too short to stand alone, or only comments on its neighbour ('Not so, the company says'), it
    stays with it.
    """
    tokens = reading.tokens
    cuts = [0]
    for at in range(1, len(tokens)):
        before, here = tokens[at - 1].norm, tokens[at].norm
        if (before in _ENDS and here not in _ENDS and here != ")") or (
            here in _JOINS and (before in _BEFORE_JOINS or here == "but") and not reading.operator_at[at]
        ):
            cuts.append(at)
    cuts.append(len(tokens))
    pieces = list(pairwise(cuts))
    content = set(reading.content)
    comment = covered(match for match in reading.operators if match.label in ("FALSE", "TRUE"))
    merged: list[tuple[int, int]] = []
    for start, end in pieces:
        words = sum(at in content for at in range(start, end))
        comments = any(at in comment for at in range(start, end))
        if merged and (words < _SMALLEST or (comments and words < 2 * _SMALLEST)):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    if len(merged) > 1 and sum(at in content for at in range(*merged[0])) < _SMALLEST:
        merged[:2] = [(merged[0][0], merged[1][1])]
    return merged or [(0, 0)]
