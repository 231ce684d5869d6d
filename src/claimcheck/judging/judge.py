"""One text against one rule set."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from claimcheck.result import Part, Result, Verdict
from claimcheck.rulesets.model import RuleSet


class Judge:
    """A rule set made ready to judge texts: built once, then only read."""

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset

    def judge(self, text: str) -> Result:
        """The verdict on ``text``. For now only the nearest claim is found; nothing is decided."""
        nearest = process.extractOne(text, [claim.says for claim in self.ruleset.claims], scorer=fuzz.WRatio)
        claim = self.ruleset.claims[nearest[2]] if nearest and nearest[1] > 50 else None
        verdict: Verdict = "not_addressed"
        return Result(
            text=text,
            verdict=verdict,
            score=0.5,
            scores={"supported": 0.25, "contradicted": 0.25, "not_addressed": 0.5},
            claim_id=claim.id if claim else None,
            claim=claim.says if claim else None,
            quote=claim.quote if claim else None,
            voice=claim.voice if claim else None,
            statement_id=self.ruleset.statement.id,
            statement_date=self.ruleset.statement.date,
            reason="The statement does not say this.",
            spans=(),
            parts=(Part(text, 0, len(text), verdict, claim.id if claim else None),),
        )


def choose(results: Sequence[Result]) -> Result:
    """Of the results of several statements on one text, the one that the answer rests on."""
    decided = [result for result in results if result.verdict != "not_addressed"]
    return max(decided or results, key=lambda result: result.score)
