"""Why a headline got its verdict and not the one expected: the claim that came nearest, the words without
a counterpart, and the edits of the rule set that bring the verdict expected, each of them tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from claimcheck.authoring.candidates import Candidates, candidates, word_forms
from claimcheck.authoring.examples import examples_of
from claimcheck.authoring.idle_names import GivenName, given_names, stands_in, without_name
from claimcheck.authoring.shortening import shorter_says
from claimcheck.judging.judge import Judge
from claimcheck.judging.phrasings import normal_form, phrasings_of
from claimcheck.language.lexicon import Lexicon
from claimcheck.language.reading import Reading, read
from claimcheck.language.tokens import tokenise
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
class KnownName:
    """A name of the rule set that stands in the headline: ``heard`` where the claim is about its owner, and
    ``acts`` where the headline would get another verdict without it."""

    name: GivenName
    heard: bool
    acts: bool


@dataclass(frozen=True, slots=True)
class Repair:
    """How ``claim``, written in ``line`` of the file, can come to give the verdict expected.

    ``unsaid`` are words of the claim that the headline lacks, ``known`` the names in the headline, ``tried``
    how many names were tried and ``names`` those of them that bring the verdict; ``says`` is a shorter
    sentence that does. ``phrasing`` always does, for this wording alone; ``listed`` is the phrasing that
    decides now, if one does. ``example`` is ``None`` where the headline is an example of the claim already.
    """

    claim: Claim
    line: int
    unsaid: tuple[str, ...]
    known: tuple[KnownName, ...]
    tried: int
    names: tuple[Edit, ...]
    says: str | None
    phrasing: Edit
    listed: Edit | None
    example: Edit | None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What lies between a verdict and the one expected.

    ``claims`` are those that the headline may be meant for, each with its line in the file: one where that
    is clear, several for the editor to choose from, none where no claim shares enough with the headline.
    ``repair`` is there where it is clear. ``unknown`` are words of the headline that stand nowhere in the
    rule set.
    """

    claims: tuple[tuple[Claim, int], ...]
    unknown: tuple[str, ...]
    repair: Repair | None


def diagnose(result: Result, expected: Verdict, ruleset: RuleSet, meant: Claim | None = None) -> Diagnosis:
    """What to write into ``ruleset`` (read from a YAML file) so that the text of ``result``, judged by it,
    gets the verdict ``expected`` from the claim ``meant``, or from the one that it is plainly about. Raises
    ``ClaimcheckError`` where the file cannot be read any more."""
    source = ruleset.source or ""
    places = find_places(read_source(Path(source)), source)
    found = _meant(result, expected, ruleset, meant)
    reading = read(result.text)
    unknown = tuple(_unknown(reading, ruleset))
    return Diagnosis(
        claims=tuple((claim, places.of("claims", claim.id, "says").line) for claim in found.claims),
        unknown=unknown,
        repair=_repair(found.claims[0], reading, unknown, expected, ruleset, places) if found.clear else None,
    )


def _meant(result: Result, expected: Verdict, ruleset: RuleSet, meant: Claim | None) -> Candidates:
    if meant is None and expected == "not_addressed":
        # What answers and should not is the claim to mend, whatever it is about.
        meant = next((claim for claim in ruleset.claims if claim.id == result.claim_id), None)
    if meant is not None:
        return Candidates((meant,), clear=True)
    return candidates(result.text, ruleset, result.claim_id)


def _repair(
    claim: Claim,
    reading: Reading,
    unknown: Sequence[str],
    expected: Verdict,
    ruleset: RuleSet,
    places: Places,
) -> Repair:
    text = " ".join(reading.text.split())
    known = tuple(islice(_known(reading.text, claim, ruleset), _MOST_TRIALS))
    listed = _listed(reading.text, ruleset, places)
    edits = list(islice(_namings(unknown, known, expected, claim, ruleset, places), _MOST_TRIALS))
    helping = () if listed else (edit for edit in edits if _verdict_with(edit, ruleset, text) == expected)
    phrasing = _edit(places, "claims", claim.id, PHRASING_KEYS[expected], text)
    is_example = any(normal_form(text) == normal_form(one) for _, one in examples_of(claim))
    return Repair(
        claim=claim,
        line=places.of("claims", claim.id, "says").line,
        unsaid=tuple(_unsaid(claim, reading, ruleset)),
        known=known,
        tried=0 if listed else len(edits),
        names=tuple(helping),
        says=None if listed else shorter_says(text, expected, claim, ruleset),
        phrasing=phrasing,
        listed=listed,
        example=None if is_example else _edit(places, "claims", claim.id, f"examples.{expected}", text),
    )


def _known(text: str, claim: Claim, ruleset: RuleSet) -> Iterator[KnownName]:
    """The given names in ``text``, each taken out once to see whether it does anything there."""
    verdict = Judge(ruleset).judge(text).verdict
    tokens = tokenise(text)
    for name in given_names(ruleset):
        if stands_in(name.text, tokens):
            acts = Judge(without_name(name, ruleset)).judge(text).verdict != verdict
            yield KnownName(name, name.owner in claim.about, acts)


def _listed(text: str, ruleset: RuleSet, places: Places) -> Edit | None:
    fixed = phrasings_of(ruleset).verdict_on(tokenise(text))
    if fixed is None:
        return None
    claim, verdict = fixed
    key = PHRASING_KEYS[verdict]
    wording = next(one for one in getattr(claim, key) if normal_form(one) == normal_form(text))
    return Edit("claims", claim.id, key, wording, places.of("claims", claim.id, key, wording).line)


def _unknown(reading: Reading, ruleset: RuleSet) -> Iterator[str]:
    """Runs of words that neither the claims, the names nor the lexicon of what is said of things hold."""
    known = _lemmas([claim.says for claim in ruleset.claims]) | _lemmas(_all_names(ruleset))
    run: list[int] = []
    for at in [*reading.content, -1]:
        strange = at >= 0 and not (
            known & word_forms(reading.tokens[at]) or reading.predicate_at[at] or reading.operator_at[at]
        )
        if run and (not strange or at != run[-1] + 1):
            yield reading.text[reading.tokens[run[0]].start : reading.tokens[run[-1]].end]
            run = []
        if strange:
            run.append(at)


def _unsaid(claim: Claim, reading: Reading, ruleset: RuleSet) -> Iterator[str]:
    """Words of the claim that the headline lacks, other names of the same thing counted as said."""
    said = {form for token in reading.tokens for form in word_forms(token)}
    named: list[Entity | Concept] = [*ruleset.entities, *ruleset.concepts]
    for one in named:
        if _words(one).matches(reading.tokens):
            said |= _lemmas([one.name, *one.aliases])
    own = read(claim.says)
    for at in own.content:
        token = own.tokens[at]
        if not said & word_forms(token):
            said |= word_forms(token)
            yield own.text[token.start : token.end]


def _namings(
    unknown: Sequence[str],
    known: Sequence[KnownName],
    expected: Verdict,
    claim: Claim,
    ruleset: RuleSet,
    places: Places,
) -> Iterator[Edit]:
    """The names worth a trial: the owners of known names that the claim is not about; each unknown word as
    another name of a topic of the claim, as a rival of it where 'contradicted' is expected, as a look-alike
    where 'not addressed' is."""
    for owner in dict.fromkeys(one.name.owner for one in known if not one.heard):
        yield _edit(places, "claims", claim.id, "about", owner)
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
    changed = replace(
        ruleset,
        entities=tuple(_edited(one, one.name, "entities", edit) for one in ruleset.entities),
        concepts=tuple(_edited(one, one.name, "concepts", edit) for one in ruleset.concepts),
        claims=tuple(_edited(one, one.id, "claims", edit) for one in ruleset.claims),
    )
    return Judge(changed).judge(text).verdict


_Entry = TypeVar("_Entry", Entity, Concept, Claim)


def _edited(one: _Entry, name: str, section: str, edit: Edit) -> _Entry:
    if (section, name) != (edit.section, edit.name):
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
    return {form for text in texts for token in tokenise(text) for form in word_forms(token)}
