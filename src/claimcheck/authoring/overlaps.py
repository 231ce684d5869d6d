"""Claims of one statement that say the same or deny each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from claimcheck.judging.judge import Judge
from claimcheck.language.lexicon import Lexicon
from claimcheck.language.reading import read
from claimcheck.language.tokens import tokenise
from claimcheck.result import Verdict
from claimcheck.rulesets.model import Claim, RuleSet

# Two claims are of one matter where so many of the words of both, names aside, are the same. Sentences of one
# statement share many words and still go together: 'Refund texts are fraud', 'We send no refund texts'. Of
# the six rule sets that new users wrote, no pair reaches it.
_SHARED = 0.8
# Below this score the judge is not sure enough to bother an editor.
_SURE = 0.7


@dataclass(frozen=True, slots=True)
class Overlap:
    """``claim`` is ``verdict`` (supported or contradicted) by ``other``, a claim further up."""

    claim: Claim
    other: Claim
    verdict: Verdict


def overlaps(ruleset: RuleSet) -> Iterator[Overlap]:
    """The pairs of claims that speak of the same parties in nearly the same words and say the same or the
    opposite: by their denials where these differ, else as the judge has it. A hundred claims take a second.
    """
    names = _name_lemmas(ruleset)
    words = {claim.id: _content(claim, names) for claim in ruleset.claims}
    lexicon = Lexicon((one.name, name) for one in ruleset.entities for name in (one.name, *one.aliases))
    parties = {claim.id: _parties(claim, lexicon, ruleset) for claim in ruleset.claims}
    for other, claim in combinations(ruleset.claims, 2):
        one, two = words[other.id], words[claim.id]
        shared = one.keys() & two.keys()
        if len(shared) < max(2, _SHARED * len(one.keys() | two.keys())):
            continue
        if parties[other.id] != parties[claim.id]:
            continue  # 'Cars may use the lane', 'Lorries may not use the lane'
        if any(one[word] != two[word] for word in shared):
            yield Overlap(claim, other, "contradicted")
        elif one.keys() == two.keys() and _figures(claim) == _figures(other):
            yield Overlap(claim, other, "supported")
        else:
            result = Judge(replace(ruleset, claims=(other,))).judge(claim.says)
            if result.verdict != "not_addressed" and result.score >= _SURE:
                yield Overlap(claim, other, result.verdict)


def _content(claim: Claim, names: frozenset[str]) -> dict[str, int]:
    """The words that carry meaning, names aside, each with +1 where it is asserted, -1 where denied."""
    reading = read(claim.says)
    lemmas = {reading.tokens[at].lemma: reading.signs[at] for at in reading.content}
    return {word: sign for word, sign in lemmas.items() if word not in names}


def _parties(claim: Claim, names: Lexicon, ruleset: RuleSet) -> set[str]:
    """Who and what is named, the speaker aside, who is often left out."""
    return {match.label for match in names.matches(tokenise(claim.says))} - {ruleset.statement.speaker}


def _figures(claim: Claim) -> list[str]:
    return sorted(token.norm for token in tokenise(claim.says) if token.is_number)


def _name_lemmas(ruleset: RuleSet) -> frozenset[str]:
    names = [name for entity in ruleset.entities for name in (entity.name, *entity.aliases)]
    return frozenset(
        token.lemma for name in (*names, ruleset.statement.speaker or "") for token in tokenise(name)
    )
