"""A text cut into runs, so that the words that decided stand out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claimcheck.reports.paragraph import Run
from claimcheck.reports.visible import visible
from claimcheck.result import Result, Span

_STYLES = {
    "topic": "underline",
    "predicate": "bold underline",
    "operator": "bold underline",
    "quantity": "bold underline",
    "unexplained": "italic yellow",
}

DECIDING = ("predicate", "operator", "quantity")
MISSING = ("unexplained",)


def marked(result: Result, base: str = "") -> tuple[Run, ...]:
    """``result.text`` with its spans in their styles on top of ``base``; where spans overlap, the one
    given last is on top. Spans outside the text are ignored."""
    text = result.text
    roles: list[str | None] = [None] * len(text)
    for span in result.spans:
        start, end = _inside(span, text)
        roles[start:end] = [span.role] * (end - start)
    return tuple(
        Run(visible(text[start:end]), " ".join(filter(None, (base, _STYLES.get(role or "", "")))))
        for start, end, role in _stretches(roles)
    )


def words(result: Result, roles: Collection[str]) -> list[str]:
    """The words of the text under spans of these ``roles``, in text order, each once; safe to show."""
    spans = sorted((span for span in result.spans if span.role in roles), key=lambda span: span.start)
    found = (result.text[slice(*_inside(span, result.text))].strip() for span in spans)
    return list(dict.fromkeys(visible(word) for word in found if word))


def _inside(span: Span, text: str) -> tuple[int, int]:
    start = min(max(span.start, 0), len(text))
    return start, min(max(span.end, start), len(text))


def _stretches(roles: list[str | None]) -> Iterator[tuple[int, int, str | None]]:
    start = 0
    for place in range(1, len(roles) + 1):
        if place == len(roles) or roles[place] != roles[start]:
            yield start, place, roles[start]
            start = place
