"""The known word that a mistyped one most likely stands for."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` that ``word`` most resembles, or ``None`` where none comes close."""
    from difflib import get_close_matches  # slow to load, and only mistakes need it

    by_small = {name.casefold(): name for name in known}
    # The cut-off is difflib's own; a very long word is no typing mistake and costs quadratic time.
    close = get_close_matches(word.casefold()[:100], by_small, n=1)
    return by_small[close[0]] if close else None
