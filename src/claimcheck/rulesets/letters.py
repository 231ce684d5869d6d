"""The first letter of a sentence, as it is written within another."""

from __future__ import annotations

from claimcheck.language.tokens import function_words
from claimcheck.language.words import lemma, word


def lowered(sentence: str) -> str:
    """``sentence`` with a small first letter, unless a name or initials begin it."""
    first, _, rest = sentence.partition(" ")
    if rest[:1].isupper():  # 'National Bank of Orsenna'
        return sentence
    common = first.lower() in function_words() or word(lemma(first.lower())).pos
    keeps = not common or not (first[1:].islower() or len(first) == 1)
    return sentence if keeps else sentence[0].lower() + sentence[1:]
