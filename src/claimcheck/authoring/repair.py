"""What to write into a rule set so that a headline gets the verdict that its editor expects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.reports.paragraph import Paragraph, Run
from claimcheck.reports.visible import visible
from claimcheck.reports.words import VERDICT_STYLES, VERDICT_WORDS
from claimcheck.result import Result, Verdict
from claimcheck.rulesets.model import RuleSet
from claimcheck.rulesets.scalars import scalar

PHRASING_KEYS: dict[Verdict, str] = {
    "supported": "supports",
    "contradicted": "contradicts",
    "not_addressed": "silent",
}


def advice(result: Result, expected: Verdict, rulesets: Sequence[RuleSet]) -> Iterator[Paragraph]:
    """How to bring ``result`` to the verdict ``expected``; one line where it has it already."""
    verdict = Run(VERDICT_WORDS[expected].lower(), VERDICT_STYLES[expected])
    if result.verdict == expected:
        yield Paragraph((Run("As expected: "), verdict, Run(".")))
        return
    ruleset = next((one for one in rulesets if one.statement.id == result.statement_id), rulesets[0])
    source = visible(ruleset.source) if ruleset.source else "the rule set"
    if ruleset.source and not ruleset.source.endswith((".yaml", ".yml")):
        yield Paragraph(
            (Run("Expected "), verdict, Run(f". {source} is a plain statement; first make it a rule set:"))
        )
        yield Paragraph(
            (Run(f"claimcheck rules draft {source} -o claims/{ruleset.statement.id}.yaml", "bold"),), indent=2
        )
        return
    claim = f"claim '{visible(result.claim_id)}'" if result.claim_id else "the claim that it touches"
    yield Paragraph((Run("Expected "), verdict, Run(f". To settle it, add to {claim} in {source}:")))
    yield Paragraph((Run(f"{PHRASING_KEYS[expected]}:", "bold"),), indent=4)
    yield Paragraph((Run(f"- {visible(scalar(' '.join(result.text.split())))}", "bold"),), indent=6)
    yield Paragraph(
        (Run("A name or a word it missed is better added to 'aliases': that mends its kin too."),)
    )
