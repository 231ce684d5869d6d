"""Names of a rule set that change no verdict of its examples: an editor who relies on them should know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from claimcheck.authoring.examples import Trial, without_phrasings
from claimcheck.checker import Checker
from claimcheck.language.lexicon import Lexicon
from claimcheck.language.tokens import Token, tokenise
from claimcheck.rulesets.model import Concept, Entity, RuleSet


@dataclass(frozen=True, slots=True)
class GivenName:
    """``text``, written under ``key`` (aliases, alternatives or unlike) of ``owner`` in ``section``."""

    section: str
    owner: str
    key: str
    text: str


def idle_names(trials: Sequence[Trial], ruleset: RuleSet) -> Iterator[GivenName]:
    """The given names of ``ruleset`` that stand in at least one example, none of which gets another verdict
    where the rule set has no given names at all. Examples that a phrasing decides do not count.

    To leave out all names at once takes one more judging of the examples, to leave out one at a time would
    take hundreds; names that mend and spoil one and the same example together are taken for idle.
    """
    nameless = Checker([without_phrasings(without_names(ruleset))])
    read = [(trial.result, tokenise(trial.result.text)) for trial in trials if not trial.by_phrasing]
    turned: dict[str, bool] = {}
    for name in given_names(ruleset):
        holding = [result for result, tokens in read if stands_in(name.text, tokens)]
        for result in holding:
            if result.text not in turned:
                turned[result.text] = nameless.check(result.text).verdict != result.verdict
        if holding and not any(turned[result.text] for result in holding):
            yield name


def given_names(ruleset: RuleSet) -> Iterator[GivenName]:
    """Every alias, alternative and look-alike, in file order."""
    for entity in ruleset.entities:
        for key in ("aliases", "alternatives"):
            yield from (GivenName("entities", entity.name, key, text) for text in getattr(entity, key))
    for concept in ruleset.concepts:
        for key in ("aliases", "unlike"):
            yield from (GivenName("concepts", concept.name, key, text) for text in getattr(concept, key))


def stands_in(name: str, tokens: Sequence[Token]) -> bool:
    """Whether a text of ``tokens`` holds ``name``, case and inflection aside."""
    return bool(Lexicon([("", name)]).matches(tokens))


def without_names(ruleset: RuleSet) -> RuleSet:
    """The same rule set with the names of its entities and concepts and no other words for them."""
    return replace(
        ruleset,
        entities=tuple(replace(one, aliases=(), alternatives=()) for one in ruleset.entities),
        concepts=tuple(replace(one, aliases=(), unlike=()) for one in ruleset.concepts),
    )


def without_name(name: GivenName, ruleset: RuleSet) -> RuleSet:
    """The same rule set with ``name`` taken out where it is given."""
    return replace(
        ruleset,
        entities=tuple(_lacking(one, name, "entities") for one in ruleset.entities),
        concepts=tuple(_lacking(one, name, "concepts") for one in ruleset.concepts),
    )


_Named = TypeVar("_Named", Entity, Concept)


def _lacking(one: _Named, name: GivenName, section: str) -> _Named:
    if (section, one.name) != (name.section, name.owner):
        return one
    fewer: dict[str, Any] = {name.key: tuple(text for text in getattr(one, name.key) if text != name.text)}
    return replace(one, **fewer)
