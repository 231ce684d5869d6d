"""A claim's sentence cut down to one assertion, tried on the headline that it should have answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from claimcheck.authoring.examples import examples_of
from claimcheck.judging.judge import Judge
from claimcheck.language.reading import read
from claimcheck.language.words import word
from claimcheck.result import Verdict
from claimcheck.rulesets.model import Claim, RuleSet

# Where a sentence goes on to a second assertion, or to what only goes along with the first.
_JOINTS = re.compile(
    r"\s*(?:[;:]|,(?:\s+(?:and|but|while|which|who|with|without|after|because|so)\b)?"
    r"|\s(?:and|but|while|after|because|without)\b)\s+",
    re.IGNORECASE,
)
_MOST_TRIALS = 6
_FEWEST_WORDS = 3  # with a meaning; below it a sentence says too little to be one assertion


def shorter_says(text: str, expected: Verdict, claim: Claim, ruleset: RuleSet) -> str | None:
    """A piece of the sentence of ``claim`` with which ``text`` gets the verdict ``expected`` by that claim,
    and no example of the claim fails that passed before; ``None`` where there is none."""
    before = _passing(claim, Judge(ruleset))
    for says in islice(pieces(claim.says), _MOST_TRIALS):
        shorter = replace(claim, says=says)
        judge = Judge(
            replace(ruleset, claims=tuple(shorter if one is claim else one for one in ruleset.claims))
        )
        result = judge.judge(text)
        cited = expected == "not_addressed" or result.claim_id == claim.id
        if result.verdict == expected and cited and before <= _passing(claim, judge):
            return says
    return None


def pieces(says: str) -> Iterator[str]:
    """The beginnings of a sentence that end where it goes on to something else, the longest first, then
    what it goes on to, each a sentence by itself as far as one can see."""
    joints = list(_JOINTS.finditer(says))
    heads = [says[: joint.start()] for joint in reversed(joints)]
    tails = [says[joint.end() :] for joint in joints]
    for piece in (*heads, *tails):
        reading = read(piece)
        says_something = any("v" in word(reading.tokens[at].lemma).pos for at in reading.content[1:])
        if len(reading.content) >= _FEWEST_WORDS and says_something:
            yield f"{piece[:1].upper()}{piece[1:].rstrip(' .')}."


def _passing(claim: Claim, judge: Judge) -> frozenset[str]:
    return frozenset(text for expected, text in examples_of(claim) if judge.judge(text).verdict == expected)
