"""A text as the engine reads it: tokens, who denies what, operators, predicates, quantities."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from claimcheck.language.lexicon import Match, operators, predicates
from claimcheck.language.polarity import clause_ids, sentence_ids, settle, signs
from claimcheck.language.quantities import Quantity, quantities
from claimcheck.language.tokens import FUNCTION_WORDS, Token, tokenise, trimmed


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with what the language room knows of it. All sequences but ``quantities``, ``operators`` and
    ``predicates`` run parallel to ``tokens``.

    ``signs``: +1 asserted, -1 denied. ``labels``: the operators and predicate classes a token belongs to.
    ``content``: positions of the words that carry meaning (no numbers, no function words).
    """

    text: str
    tokens: tuple[Token, ...]
    signs: tuple[int, ...]
    clauses: tuple[int, ...]
    sentences: tuple[int, ...]
    operators: tuple[Match, ...]
    predicates: tuple[Match, ...]
    quantities: tuple[Quantity, ...]
    content: tuple[int, ...]
    operator_at: tuple[str, ...]
    predicate_at: tuple[str, ...]


def read(text: str) -> Reading:
    """Read ``text``. Any string is accepted; the empty one gives an empty reading."""
    return read_tokens(text, tokenise(text))


def read_tokens(text: str, tokens: Sequence[Token]) -> Reading:
    """Read ``text`` from tokens made of it (where misspelt topic words were put right)."""
    sentences, clauses = sentence_ids(tokens), clause_ids(tokens)
    amounts = quantities(tokens)
    numeric = {at for amount in amounts for at in range(amount.start, amount.end)}
    months = {amount.start for amount in amounts if amount.unit == "month"}
    found_operators = settle(_outside(operators().matches(tokens), months), sentences)
    found_predicates = _outside(predicates().matches(tokens), months)
    return Reading(
        text=text,
        tokens=tuple(tokens),
        signs=tuple(signs(tokens, found_operators, sentences, clauses)),
        clauses=tuple(clauses),
        sentences=tuple(sentences),
        operators=tuple(found_operators),
        predicates=tuple(found_predicates),
        quantities=amounts,
        content=tuple(
            at
            for at, token in enumerate(tokens)
            if token.is_word and token.lemma not in FUNCTION_WORDS and at not in numeric
        ),
        operator_at=_spread(found_operators, len(tokens)),
        predicate_at=_spread(found_predicates, len(tokens)),
    )


def without(reading: Reading, gone: Set[int]) -> Reading:
    """``reading`` with the tokens ``gone`` taken out; places still refer to the whole text."""
    kept = [token for at, token in enumerate(reading.tokens) if at not in gone]
    return read_tokens(reading.text, trimmed(kept))


def stretch(reading: Reading, start: int, end: int) -> Reading:
    """The tokens ``start`` to ``end`` of ``reading``, read by themselves; places still refer to the whole
    text."""
    return read_tokens(reading.text, trimmed(reading.tokens[start:end]))


def _outside(matches: Sequence[Match], months: set[int]) -> list[Match]:
    """The matches that are not the name of a month ('in May' is no 'may')."""
    return [match for match in matches if match.start not in months]


def _spread(matches: Sequence[Match], length: int) -> tuple[str, ...]:
    """The first label of each token, '' where it has none."""
    out = [""] * length
    for match in matches:
        for at in range(match.start, match.end):
            out[at] = out[at] or match.label
    return tuple(out)
