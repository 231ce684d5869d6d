"""Rules that no weight outvotes. 'supported' is a certificate: where one of these speaks, it is withheld."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.judging.features import turning_at
from claimcheck.judging.index import Index
from claimcheck.language.quantities import compare
from claimcheck.language.reading import Reading
from claimcheck.language.tokens import function_words
from claimcheck.language.words import word

_ENGLISH_SHARE = 0.4  # below this share of known words a text of four words or more is not English
_AUXILIARIES = frozenset(
    ["be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "get"]
)


def why_not_judged(reading: Reading, index: Index) -> str | None:
    """Why ``reading`` cannot be judged at all, or ``None``: nothing in it, or not English."""
    words = [token for token in reading.tokens if token.is_word]
    if not words and not reading.quantities:
        return "There is nothing to check in this text."
    known = sum(
        token.lemma in function_words() or bool(word(token.lemma).pos) or token.lemma in index.claims_with
        for token in words
    )
    if len(words) > 3 and known < _ENGLISH_SHARE * len(words):
        return "This text does not look like English; only English is judged."
    return None


def why_not_supported(
    reading: Reading, index: Index, supported: float, supported_when_turned: Callable[[], float]
) -> str | None:
    """Why a text that the weights call supported may not be called so, or ``None``.

    ``supported`` is the probability that it is; ``supported_when_turned`` gives that of the same text with
    everything it asserts denied and everything it denies asserted. Where something is denied and the
    reverse would be the better supported, the weights have not understood who denies what.
    """
    if not _has_predicate(reading):
        return "It names a topic but says nothing of it."
    strange = _strange_quantity(reading, index)
    if strange is not None:
        return f'The statement does not give "{strange}".'
    if turning_at(reading) and supported_when_turned() >= supported:
        return "Its opposite would read as supported just as well, so that it cannot be vouched for."
    return None


def _has_predicate(reading: Reading) -> bool:
    """Whether anything is said: a verb form, or a word that the lexicon knows as saying something."""
    return bool(reading.predicates or reading.operators) or any(
        token.is_word and (token.lemma in _AUXILIARIES or "v" in word(token.lemma).pos)
        for token in reading.tokens
    )


def _strange_quantity(reading: Reading, index: Index) -> str | None:
    given = [quantity for claim in index.readings for quantity in claim.quantities]
    for said in reading.quantities:
        if said.unit == "count" and said.value < 3:
            continue  # 'the two companies'
        if not any(compare(said, other) == "same" for other in given):
            return reading.text[reading.tokens[said.start].start : reading.tokens[said.end - 1].end]
    return None
