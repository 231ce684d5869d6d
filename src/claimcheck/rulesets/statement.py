"""A plain statement to a rule set: its sentences serve as the claims."""

from __future__ import annotations

import re

from claimcheck.errors import ClaimcheckError
from claimcheck.rulesets.model import Claim, RuleSet, Statement


def read_statement(text: str, name: str) -> RuleSet:
    """The sentences of ``text`` as claims. Raises ``ClaimcheckError`` where there is none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = [s for line in lines for s in re.split(r"(?<=[.!?])\s+", line) if " " in s]
    if not found:
        raise ClaimcheckError(f"{name}: no sentence in this statement")
    claims = tuple(Claim(id=f"s{i:02}", says=s, quote=s, voice="paraphrased") for i, s in enumerate(found, 1))
    return RuleSet(statement=Statement(id=name, title=lines[0]), claims=claims)
