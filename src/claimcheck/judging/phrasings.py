"""Phrasings that an editor wrote down: they decide outright on a normalised match."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.language.tokens import Token, tokenise
from claimcheck.result import Verdict
from claimcheck.rulesets.model import Claim, RuleSet


@dataclass(frozen=True, slots=True)
class Phrasings:
    """Normal forms with the claim and the verdict that the rule set gives them."""

    fixed: dict[str, tuple[Claim, Verdict]]

    def verdict_on(self, tokens: Iterable[Token]) -> tuple[Claim, Verdict] | None:
        """The claim and verdict of the phrasing that a text of these ``tokens`` matches, or ``None``."""
        return self.fixed.get(_form(tokens)) if self.fixed else None


def normal_form(text: str) -> str:
    """A text without case, punctuation, contractions and inflection."""
    return _form(tokenise(text))


def _form(tokens: Iterable[Token]) -> str:
    return " ".join(token.lemma for token in tokens if token.is_word or token.is_number)


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
