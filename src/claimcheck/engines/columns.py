"""What every engine shares: a column of texts becomes columns of verdicts."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.checker import Checker
from claimcheck.errors import ClaimcheckError
from claimcheck.result import Result, Successor

# The fields of the struct that a text becomes, named as the keys of ``--format json`` are. ``score`` is in
# 0..1, ``conflict`` true or false, all others are texts (``superseded_by`` the ids of the later claim). A key
# that the result does not know is null.
FIELDS = (
    "verdict",
    "score",
    "claim_id",
    "claim",
    "quote",
    "voice",
    "reason",
    "statement_id",
    "statement_date",
    "conflict",
    "superseded_by",
)

Answer = tuple[str | float | bool | None, ...]


def answers(checker: Checker, texts: Iterable[object]) -> list[Answer | None]:
    """For each of ``texts`` the values of ``FIELDS``, and ``None`` for ``None``; the same text is judged
    once. Raises ``ClaimcheckError`` where something is neither a text nor ``None``."""
    known: dict[object, Answer | None] = {None: None}
    column = list(texts)
    for text in column:
        if not isinstance(text, str | None):
            kind = type(text).__name__
            raise ClaimcheckError(
                f"the column holds {kind} where texts are expected; fix: name the column with the headlines, "
                "or cast it to text"
            )
        if text not in known:
            result = checker.check(text)  # type: ignore[arg-type]
            known[text] = tuple(_value(result, field) for field in FIELDS)
    return [known[text] for text in column]


def _value(result: Result, field: str) -> str | float | bool | None:
    value = getattr(result, field)
    return value.reference if isinstance(value, Successor) else value
