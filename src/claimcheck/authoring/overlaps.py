"""Claims of one statement that say the same or deny each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from claimcheck.judging.judge import Judge
from claimcheck.language.reading import read
from claimcheck.language.tokens import tokenise
from claimcheck.result import Verdict
from claimcheck.rulesets.model import Claim, RuleSet

# Two claims are of one matter where so much of the shorter one's words, names aside, stands in the other;
# of the 19 plain statements and rule sets looked at, one or two pairs each reach half of it.
_SHARED = 0.7
# Below this score the judge is not sure enough to bother an editor.
_SURE = 0.7


@dataclass(frozen=True, slots=True)
class Overlap:
    """``claim`` is ``verdict`` (supported or contradicted) by ``other``, a claim further up."""

    claim: Claim
    other: Claim
    verdict: Verdict


def overlaps(ruleset: RuleSet) -> Iterator[Overlap]:
    """The pairs of claims of one matter that the judge takes for the same or for opposites.

    Only pairs that share most of their words are judged, so that a hundred claims take a second.
    """
    names = _name_lemmas(ruleset)
    words = {claim.id: _content(claim) - names for claim in ruleset.claims}
    for other, claim in combinations(ruleset.claims, 2):
        one, two = words[other.id], words[claim.id]
        if min(len(one), len(two)) < 2 or len(one & two) < _SHARED * min(len(one), len(two)):
            continue
        result = Judge(replace(ruleset, claims=(other,))).judge(claim.says)
        if result.verdict != "not_addressed" and result.score >= _SURE:
            yield Overlap(claim, other, result.verdict)


def _content(claim: Claim) -> frozenset[str]:
    reading = read(claim.says)
    return frozenset(reading.tokens[at].lemma for at in reading.content)


def _name_lemmas(ruleset: RuleSet) -> frozenset[str]:
    names = [name for entity in ruleset.entities for name in (entity.name, *entity.aliases)]
    return frozenset(
        token.lemma for name in (*names, ruleset.statement.speaker or "") for token in tokenise(name)
    )
