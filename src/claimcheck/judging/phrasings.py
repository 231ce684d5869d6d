"""Phrasings that an editor wrote down: they decide outright on a normalised match."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.language.tokens import tokenise
from claimcheck.result import Verdict
from claimcheck.rulesets.model import Claim, RuleSet


@dataclass(frozen=True, slots=True)
class Phrasings:
    """Normal forms with the claim and the verdict that the rule set gives them."""

    fixed: dict[str, tuple[Claim, Verdict]]

    def verdict_on(self, text: str) -> tuple[Claim, Verdict] | None:
        """The claim and verdict of the phrasing that ``text`` matches, or ``None``."""
        return self.fixed.get(normal_form(text)) if self.fixed else None


def normal_form(text: str) -> str:
    """A text without case, punctuation, contractions and inflection."""
    return " ".join(token.lemma for token in tokenise(text) if token.is_word or token.is_number)


def phrasings_of(ruleset: RuleSet) -> Phrasings:
    """The phrasings under ``supports``, ``contradicts`` and ``silent`` of every claim."""
    fixed: dict[str, tuple[Claim, Verdict]] = {}
    for claim in ruleset.claims:
        listed: tuple[tuple[Verdict, tuple[str, ...]], ...] = (
            ("supported", claim.supports),
            ("contradicted", claim.contradicts),
            ("not_addressed", claim.silent),
        )
        for verdict, wordings in listed:
            for wording in wordings:
                fixed.setdefault(normal_form(wording), (claim, verdict))
    return Phrasings(fixed)
