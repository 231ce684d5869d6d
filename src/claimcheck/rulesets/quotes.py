"""Does a quotation stand in the statement, word for word?"""

from __future__ import annotations

import re

# Typesetting, not wording: quotation marks, apostrophes, dashes.
_FOLDED = str.maketrans("“”„«»’‘‐‑–—−", '"""""\'\'-----', "\u00ad\u200b")
_JOINT = re.compile(r"\s*(?:\[?\.\.\.\]?|\[?…\]?)\s*")


def stands_in(quote: str, statement: str) -> bool:
    """Whether ``quote`` stands in the text of the ``statement``.

    White space, letter case, and the style of dashes and quotation marks do not count. ``...`` (or ``…``) in
    the quote joins excerpts that follow one another in the statement in this order.
    """
    text = _fold(statement)
    at = 0
    excerpts = [_fold(part).strip(" .,;") for part in _JOINT.split(quote)]
    for excerpt in filter(None, excerpts):
        found = text.find(excerpt, at)
        if found < 0:
            return False
        at = found + len(excerpt)
    return any(excerpts)


def _fold(text: str) -> str:
    return " ".join(text.translate(_FOLDED).casefold().split())
