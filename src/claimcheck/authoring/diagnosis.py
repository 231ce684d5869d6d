"""Why a headline got its verdict and not the one expected: the claim that came nearest, the words without
a counterpart, and the edits of the rule set that bring the verdict expected, each of them tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from rapidfuzz import fuzz, process

from claimcheck.judging.judge import Judge
from claimcheck.language.lexicon import Lexicon
from claimcheck.language.reading import Reading, read
from claimcheck.language.tokens import Token, tokenise
from claimcheck.result import Result, Verdict
from claimcheck.rulesets.load import read_source
from claimcheck.rulesets.model import Claim, Concept, Entity, RuleSet
from claimcheck.rulesets.places import Places, find_places

PHRASING_KEYS: dict[Verdict, str] = {
    "supported": "supports",
    "contradicted": "contradicts",
    "not_addressed": "silent",
}

# A trial makes the rule set ready anew, which takes some hundredths of a second.
_MOST_TRIALS = 12


@dataclass(frozen=True, slots=True)
class Edit:
    """Write ``text`` under ``key`` of ``name`` in ``section``, at ``line`` of the file (where the list is,
    or the entry that lacks it)."""

    section: str
    name: str
    key: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What lies between a verdict and the one expected.

    ``claim`` is the nearest one, written in ``line`` of the file. ``unknown`` are words of the headline that
    stand nowhere in the rule set, ``unsaid`` words of the claim that the headline lacks, ``tried`` how many
    names were tried; ``names`` those of them that bring the expected verdict. ``phrasing`` always does.
    """

    claim: Claim
    line: int
    unknown: tuple[str, ...]
    unsaid: tuple[str, ...]
    tried: int
    names: tuple[Edit, ...]
    phrasing: Edit
    example: Edit


def diagnose(result: Result, expected: Verdict, ruleset: RuleSet) -> Diagnosis:
    """What to write into ``ruleset`` (read from a YAML file) so that the text of ``result``, judged by it,
    gets the verdict ``expected``. Raises ``ClaimcheckError`` where the file cannot be read any more."""
    source = ruleset.source or ""
    places = find_places(read_source(Path(source)), source)
    claim = _nearest(result, ruleset)
    reading = read(result.text)
    unknown = tuple(_unknown(reading, ruleset))
    edits = list(islice(_namings(unknown, expected, claim, ruleset, places), _MOST_TRIALS))
    helping = (edit for edit in edits if _verdict_with(edit, ruleset, result.text) == expected)
    text = " ".join(result.text.split())
    return Diagnosis(
        claim=claim,
        line=places.of("claims", claim.id, "says").line,
        unknown=unknown,
        unsaid=tuple(_unsaid(claim, reading, ruleset)),
        tried=len(edits),
        names=tuple(helping),
        phrasing=_edit(places, "claims", claim.id, PHRASING_KEYS[expected], text),
        example=_edit(places, "claims", claim.id, f"examples.{expected}", text),
    )


def _nearest(result: Result, ruleset: RuleSet) -> Claim:
    found = {claim.id: claim for claim in ruleset.claims}.get(result.claim_id or "")
    if found is not None:
        return found
    says = [claim.says for claim in ruleset.claims]
    closest = process.extractOne(result.text, says, scorer=fuzz.token_set_ratio)
    return ruleset.claims[closest[2] if closest else 0]


def _unknown(reading: Reading, ruleset: RuleSet) -> Iterator[str]:
    """Runs of words that neither the claims, the names nor the lexicon of what is said of things hold."""
    known = _lemmas([claim.says for claim in ruleset.claims]) | _lemmas(_all_names(ruleset))
    run: list[int] = []
    for at in [*reading.content, -1]:
        strange = at >= 0 and not (
            known & _forms(reading.tokens[at]) or reading.predicate_at[at] or reading.operator_at[at]
        )
        if run and (not strange or at != run[-1] + 1):
            yield reading.text[reading.tokens[run[0]].start : reading.tokens[run[-1]].end]
            run = []
        if strange:
            run.append(at)


def _unsaid(claim: Claim, reading: Reading, ruleset: RuleSet) -> Iterator[str]:
    """Words of the claim that the headline lacks, other names of the same thing counted as said."""
    said = {form for token in reading.tokens for form in _forms(token)}
    named: list[Entity | Concept] = [*ruleset.entities, *ruleset.concepts]
    for one in named:
        if _words(one).matches(reading.tokens):
            said |= _lemmas([one.name, *one.aliases])
    own = read(claim.says)
    for at in own.content:
        token = own.tokens[at]
        if not said & _forms(token):
            said |= _forms(token)
            yield own.text[token.start : token.end]


def _namings(
    unknown: Sequence[str], expected: Verdict, claim: Claim, ruleset: RuleSet, places: Places
) -> Iterator[Edit]:
    """The names worth a trial: each unknown word as another name of a topic of the claim; as a rival of it
    where 'contradicted' is expected, as a look-alike where 'not addressed' is."""
    for section, named in (("concepts", ruleset.concepts), ("entities", ruleset.entities)):
        for one in named:
            if one.name not in claim.about and not _words(one).matches(tokenise(claim.says)):
                continue
            keys = ["aliases"]
            if expected == "contradicted" and isinstance(one, Entity):
                keys.append("alternatives")
            if expected == "not_addressed" and isinstance(one, Concept):
                keys.insert(0, "unlike")
            for key in keys:
                for text in unknown:
                    yield _edit(places, section, one.name, key, text)


def _verdict_with(edit: Edit, ruleset: RuleSet, text: str) -> Verdict:
    if edit.section == "entities":
        ruleset = replace(ruleset, entities=tuple(_edited(one, edit) for one in ruleset.entities))
    else:
        ruleset = replace(ruleset, concepts=tuple(_edited(one, edit) for one in ruleset.concepts))
    return Judge(ruleset).judge(text).verdict


_Named = TypeVar("_Named", Entity, Concept)


def _edited(one: _Named, edit: Edit) -> _Named:
    if one.name != edit.name:
        return one
    longer: dict[str, Any] = {edit.key: (*getattr(one, edit.key), edit.text)}
    return replace(one, **longer)


def _edit(places: Places, section: str, name: str, key: str, text: str) -> Edit:
    return Edit(section, name, key, text, places.of(section, name, key).line)


def _words(one: Entity | Concept) -> Lexicon:
    return Lexicon(("", name) for name in (one.name, *one.aliases))


def _all_names(ruleset: RuleSet) -> list[str]:
    names = [ruleset.statement.title, ruleset.statement.speaker or ""]
    for entity in ruleset.entities:
        names += [entity.name, *entity.aliases, *entity.alternatives]
    for concept in ruleset.concepts:
        names += [concept.name, *concept.aliases, *concept.unlike]
    return names


def _lemmas(texts: Sequence[str]) -> set[str]:
    return {form for text in texts for token in tokenise(text) for form in _forms(token)}


def _forms(token: Token) -> set[str]:
    """A word as written and in its base form: 'crossing' is one of 'crossings', not only of 'cross'."""
    return {token.lemma, token.norm, token.norm.removesuffix("s")}
