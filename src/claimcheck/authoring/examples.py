"""A rule set's own examples, judged: what an editor expects against what claimcheck says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.checker import Checker
from claimcheck.result import VERDICTS, Result, Verdict
from claimcheck.rulesets.model import Claim, RuleSet


@dataclass(frozen=True, slots=True)
class Trial:
    """One example of ``claim_id`` with the verdict its editor expects and the result it got."""

    claim_id: str
    expected: Verdict
    result: Result

    @property
    def passed(self) -> bool:
        """Whether the verdict is the expected one. Which claim it cites does not count."""
        return self.result.verdict == self.expected


def run_examples(ruleset: RuleSet) -> Iterator[Trial]:
    """Judges every example of ``ruleset`` against that rule set alone, in file order."""
    checker = Checker([ruleset])
    for claim in ruleset.claims:
        for expected, text in examples_of(claim):
            yield Trial(claim.id, expected, checker.check(text))


def examples_of(claim: Claim) -> Iterator[tuple[Verdict, str]]:
    """The examples of ``claim``, each with its verdict."""
    for verdict in VERDICTS:
        for text in getattr(claim.examples, verdict):
            yield verdict, text
