"""A rule set's own examples, judged: what an editor expects against what claimcheck says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.checker import Checker
from claimcheck.judging.phrasings import normal_form, phrasings_of
from claimcheck.result import VERDICTS, Result, Verdict
from claimcheck.rulesets.model import Claim, RuleSet


@dataclass(frozen=True, slots=True)
class Trial:
    """One example of ``claim_id`` with the verdict its editor expects and the result it got.

    ``unaided`` is the verdict that the same text gets without any phrasings (``supports``, ``contradicts``,
    ``silent``), where a phrasing has decided; else ``None``.
    """

    claim_id: str
    expected: Verdict
    result: Result
    unaided: Verdict | None = None

    @property
    def passed(self) -> bool:
        """Whether the verdict is the expected one. Which claim it cites does not count."""
        return self.result.verdict == self.expected

    @property
    def by_phrasing(self) -> bool:
        """Whether a phrasing with the same words decided, so that the example tests nothing."""
        return self.unaided is not None

    @property
    def answered_by(self) -> str | None:
        """The claim that gave the verdict expected, where it is another than that of the example."""
        cites = self.passed and self.expected != "not_addressed"
        return self.result.claim_id if cites and self.result.claim_id != self.claim_id else None


def run_examples(ruleset: RuleSet) -> Iterator[Trial]:
    """Judges every example of ``ruleset`` against that rule set alone, in file order."""
    checker = Checker([ruleset])
    phrasings = phrasings_of(ruleset).fixed
    bare = Checker([without_phrasings(ruleset)]) if phrasings else checker
    for claim in ruleset.claims:
        for expected, text in examples_of(claim):
            unaided = bare.check(text).verdict if normal_form(text) in phrasings else None
            yield Trial(claim.id, expected, checker.check(text), unaided)


def examples_of(claim: Claim) -> Iterator[tuple[Verdict, str]]:
    """The examples of ``claim``, each with its verdict."""
    for verdict in VERDICTS:
        for text in getattr(claim.examples, verdict):
            yield verdict, text


def without_phrasings(ruleset: RuleSet) -> RuleSet:
    """The same rule set with none of the phrasings that decide outright."""
    claims = (replace(claim, supports=(), contradicts=(), silent=()) for claim in ruleset.claims)
    return replace(ruleset, claims=tuple(claims))
