"""Which claims of the statement the drafts speak of, and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claimcheck.linting.finding import Coverage
from claimcheck.result import Result, Verdict
from claimcheck.rulesets.model import RuleSet


def cover(rulesets: Iterable[RuleSet], results: Iterable[Result]) -> tuple[Coverage, ...]:
    """How ``results`` treat each claim, in the order of the rule sets. A sentence of several parts counts
    for the claim of each part."""
    counts: Counter[tuple[str, str, Verdict]] = Counter()
    for result in results:
        # A part that is the whole text keeps its verdict where the result's is not sure enough.
        whole = (0, len(result.text))
        parts = (part for part in result.parts if (part.start, part.end) != whole)
        touched = {(part.claim_id, part.verdict) for part in parts}
        touched.add((result.claim_id, result.verdict))
        for claim_id, verdict in touched:
            if claim_id is not None:
                counts[result.statement_id, claim_id, verdict] += 1
    return tuple(
        Coverage(
            claim.id,
            claim.says,
            right=counts[ruleset.statement.id, claim.id, "supported"],
            wrong=counts[ruleset.statement.id, claim.id, "contradicted"],
            near=counts[ruleset.statement.id, claim.id, "not_addressed"],
        )
        for ruleset in rulesets
        for claim in ruleset.claims
    )
