"""Do a rule set's quotations stand in the statement, word for word?"""

from __future__ import annotations

import re

from claimcheck.rulesets.model import Claim, RuleSet

# Typesetting, not wording: quotation marks, apostrophes, dashes.
_FOLDED = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "‐": "-", "‑": "-",
                         "–": "-", "—": "-", "−": "-", "\u00ad": None, "\u200b": None})  # fmt: skip
_JOINT = re.compile(r"\s*(?:\[?\.\.\.\]?|\[?…\]?)\s*")


def missing_quotes(ruleset: RuleSet, statement: str) -> list[Claim]:
    """The claims whose quote is not found in the text of the ``statement``.

    White space, letter case, and the style of dashes and quotation marks do not count. ``...`` (or ``…``) in
    a quote joins excerpts that follow one another in the statement in this order.
    """
    text = _fold(statement)
    return [claim for claim in ruleset.claims if not _holds(text, claim.quote)]


def _holds(text: str, quote: str) -> bool:
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
