"""Whose words a sentence's claim is: the draft's own, or someone's in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.linting.draft import Sentence
from claimcheck.result import Result

# Straight marks open where no word or number ends before them (6" is an inch). A curly quotation may be
# left open to the end of its paragraph: the next one opens anew.
_QUOTATION = re.compile(
    r"“(?P<curly>[^“”]*)(?:”|$)|(?<!\w)\"(?P<straight>[^\"]*)\"(?!\w)|«(?P<angled>[^«»]*)»"
    r"|(?<!\w)‘(?P<single>(?:[^‘’]|’(?=\w))*)’"
)

# One word in quotation marks is a doubt of its writer, not a quotation.
_FEWEST_WORDS = 2


@lru_cache(maxsize=4)  # the sentences of one paragraph come one after the other
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """What stands within quotation marks in ``text``, marks left out: slices of at least two words, in
    order and apart."""
    found = []
    for match in _QUOTATION.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        if len(text[start:end].split()) >= _FEWEST_WORDS:
            found.append((start, end))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Split:
    """A sentence cut at its quotation marks: what stands within them, as slices of the sentence's text, and
    what is left without them."""

    inner: tuple[tuple[int, int], ...]
    outside: str


def split_quotations(sentence: Sentence) -> Split:
    """What ``sentence`` quotes, and what it says itself. A quotation may go on from the sentence before or
    into the next."""
    outside = ""
    at = sentence.start
    inner = []
    quoted = quotations(sentence.segment.text)
    for start, end in quoted[bisect_right(quoted, sentence.start, key=lambda one: one[1]) :]:
        if start >= sentence.end:
            break
        first, last = max(start, sentence.start), min(end, sentence.end)
        if first < last:
            outside += sentence.segment.text[at : max(first - 1, at)] + " "
            inner.append((first - sentence.start, last - sentence.start))
            at = min(last + 1, sentence.end)
    outside += sentence.segment.text[at : sentence.end]
    return Split(tuple(inner), " ".join(outside.split()))


def is_quoted(sentence: Sentence, check: Callable[[str], Result]) -> bool:
    """Is what is contradicted in ``sentence`` only quoted?

    In a block quotation, or wholly within quotation marks; or the quotation alone is contradicted and
    what is left of the sentence without it is not. An attribution without marks quotes nothing.
    """
    if sentence.segment.quoted:
        return True
    split = split_quotations(sentence)
    if not split.inner:
        return False
    if not any(char.isalnum() for char in split.outside):
        return True
    return any(check(sentence.text[start:end]).verdict == "contradicted" for start, end in split.inner) and (
        check(split.outside).verdict != "contradicted"
    )
