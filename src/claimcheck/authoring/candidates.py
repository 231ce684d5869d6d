"""Which claims an editor may have meant with a headline; where several come near, the editor chooses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from claimcheck.language.lexicon import Lexicon
from claimcheck.language.reading import read
from claimcheck.language.tokens import Token, tokenise
from claimcheck.language.words import word
from claimcheck.rulesets.model import Claim, Concept, Entity, RuleSet

# Chosen on six rule sets by new users: of their 101 examples with a wrong verdict one claim is clear for 61
# (the right one for 59), the editor is asked for 35 (the right one is offered for 33), 5 share too little.
# The claim that the judge comes nearest to is the right one for 77.
_SHARES_SOMETHING = 0.25
_AS_GOOD = 0.7
_MOST = 3


@dataclass(frozen=True, slots=True)
class Candidates:
    """The claims that a headline may be meant for, the best first, at most three; none where no claim shares
    enough with it. ``clear`` where the first one stands well before all others."""

    claims: tuple[Claim, ...]
    clear: bool


def candidates(text: str, ruleset: RuleSet, cited: str | None) -> Candidates:
    """The claims of ``ruleset`` that share most of the telling words of ``text``, other names of one thing
    counted as the same; ``cited`` is the claim that the judge came nearest to, which knows more of
    synonyms."""
    share = shares(text, ruleset)
    ranked = sorted(ruleset.claims, key=lambda claim: (-share[claim.id], claim.id != cited))
    best = share[ranked[0].id]
    if best < _SHARES_SOMETHING:
        return Candidates((), clear=False)
    near = [claim for claim in ranked if share[claim.id] >= _AS_GOOD * best]
    if len(near) == 1 and cited in (near[0].id, None):
        return Candidates((near[0],), clear=True)
    also = [claim for claim in ranked if claim.id == cited and claim not in near[:_MOST]]
    return Candidates((*near[: _MOST - len(also)], *also), clear=False)


def shares(text: str, ruleset: RuleSet) -> Mapping[str, float]:
    """By claim id, how much of what ``text`` speaks of (0 to 1) the claim speaks of: its words with a
    meaning, each worth the more the fewer claims have it."""
    names = Lexicon(_kinds(ruleset))
    said = _topics(text, names)
    have = {
        claim.id: set().union(*_topics(claim.says, names), {f"#{name}" for name in claim.about})
        for claim in ruleset.claims
    }
    spread: Counter[str] = Counter(form for forms in have.values() for form in forms)
    worth = [
        log(1 + len(have) / max(1, max(spread[form] for form in forms))) if forms else 0.0 for forms in said
    ]
    total = sum(worth) or 1.0
    return {
        claim_id: sum(value for forms, value in zip(said, worth, strict=True) if forms & own) / total
        for claim_id, own in have.items()
    }


def _topics(text: str, names: Lexicon) -> list[set[str]]:
    """For each word with a meaning in ``text`` the forms under which it is known again; the words of one
    name share that name ('#microtransactions')."""
    reading = read(text)
    forms: dict[int, set[str]] = {at: word_forms(reading.tokens[at]) for at in reading.content}
    for match in names.matches(reading.tokens):
        for at in range(match.start, match.end):
            forms.setdefault(at, set()).add(match.label)
    return list(forms.values())


def word_forms(token: Token) -> set[str]:
    """A word as written, in its base form, and its kin of other kinds: 'closure' is one of 'close'."""
    return {token.lemma, token.norm, token.norm.removesuffix("s"), *word(token.lemma).relatives}


def _kinds(ruleset: RuleSet) -> list[tuple[str, str]]:
    named: Sequence[Entity | Concept] = (*ruleset.entities, *ruleset.concepts)
    return [(f"#{one.name}", name) for one in named for name in (one.name, *one.aliases) if tokenise(name)]
