"""The first letter of a sentence, as it is written within another."""

from __future__ import annotations

from claimcheck.language.tokens import FUNCTION_WORDS
from claimcheck.language.words import lemma, word


def lowered(sentence: str) -> str:
    """``sentence`` with a small first letter, unless a name or initials begin it."""
    first, _, rest = sentence.partition(" ")
    if first.lower() in FUNCTION_WORDS:
        common = first != "I"
    else:  # 'National Bank of Orsenna' keeps its capital, 'National parks' does not
        common = bool(word(lemma(first.lower())).pos) and first[1:].islower() and not rest[:1].isupper()
    return sentence[0].lower() + sentence[1:] if common else sentence
