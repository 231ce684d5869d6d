"""What is allowed in a rule set and yet likely a mistake: names that collide or never match, claims
without examples of the editor's own, references that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.authoring.looks import PLACEHOLDER
from claimcheck.authoring.overlaps import overlaps
from claimcheck.authoring.silencing import is_silenced
from claimcheck.errors import Problem
from claimcheck.judging.phrasings import normal_form
from claimcheck.language.lexicon import Lexicon
from claimcheck.language.tokens import tokenise
from claimcheck.rulesets.load import RULESET_SUFFIXES, read_source
from claimcheck.rulesets.model import Claim, Concept, Entity, RuleSet
from claimcheck.rulesets.nearest import nearest
from claimcheck.rulesets.places import Places, find_places
from claimcheck.rulesets.succession import as_reference, named_by, precedes


@dataclass(frozen=True, slots=True)
class _File:
    """A valid rule set with the places of its file."""

    ruleset: RuleSet
    places: Places

    @property
    def path(self) -> str:
        return self.places.source.path


def doubts(rulesets: Sequence[RuleSet]) -> Iterator[Problem]:
    """Warnings on ``rulesets``, each read from a file and valid, file by file and in line order, but for
    lines that end in ``# claimcheck: ignore``; plain statements have no file to mend and are passed over."""
    files = [
        _File(ruleset, find_places(read_source(Path(ruleset.source)), ruleset.source))
        for ruleset in rulesets
        if ruleset.source and ruleset.source.endswith(RULESET_SUFFIXES)
    ]
    for number, file in enumerate(files):
        found = [
            *_unmatched(file),
            *_shared_names(file),
            *_drafted_examples(file),
            *_overlapping(file),
            *_twins(file, files[:number]),
            *_references(file, files),
        ]
        told = [problem for problem in found if not is_silenced(file.places, problem.line)]
        yield from sorted(told, key=lambda problem: (problem.line, problem.column))


def _unmatched(file: _File) -> Iterator[Problem]:
    """Topics whose words stand in none of the claims that are about them."""
    kinds: tuple[tuple[str, Sequence[Entity | Concept]], ...] = (
        ("entities", file.ruleset.entities),
        ("concepts", file.ruleset.concepts),
    )
    for section, named in kinds:
        for one in named:
            about = [claim for claim in file.ruleset.claims if one.name in claim.about]
            words = Lexicon(("", name) for name in (one.name, *one.aliases))
            if about and not any(words.matches(tokenise(claim.says)) for claim in about):
                yield file.places.problem(
                    file.places.of(section, one.name, "aliases"),
                    f"warning: none of the words for '{one.name}' stands in the claims about it "
                    f"({_listed(claim.id for claim in about)})",
                    "add the words that 'says' has for it to 'aliases', or name it in 'says'",
                )
            elif not about and section == "concepts":
                yield file.places.problem(
                    file.places.of(section, one.name, ""),
                    f"warning: no claim is about '{one.name}'",
                    "name it under 'about' of a claim, or delete it",
                )


def _shared_names(file: _File) -> Iterator[Problem]:
    """A word that stands for a name here and for something else there, inflection and case aside."""
    owner: dict[str, str] = {}
    for section, named in (("entities", file.ruleset.entities), ("concepts", file.ruleset.concepts)):
        for one in named:
            for word in dict.fromkeys((one.name, *one.aliases)):
                form = normal_form(word)
                if not form:
                    message, fix = f"warning: '{word}' has no word or number to match", "delete it"
                elif owner.setdefault(form, one.name) != one.name:
                    message = f"warning: '{word}' stands for '{one.name}' and for '{owner[form]}'"
                    fix = "delete one of the two, or make them longer"
                else:
                    continue
                yield file.places.problem(file.places.of(section, one.name, "aliases", word), message, fix)


def _drafted_examples(file: _File) -> Iterator[Problem]:
    """Claims whose examples test nothing, as they only repeat the claim."""
    bare = [claim for claim in file.ruleset.claims if not _has_own_examples(claim)]
    if bare:
        yield file.places.problem(
            file.places.of("claims", bare[0].id, "examples"),
            f"warning: {_listed(claim.id for claim in bare)}: the examples only repeat the claim",
            "add headlines as people would write them",
        )


def _has_own_examples(claim: Claim) -> bool:
    says = normal_form(claim.says)
    examples = claim.examples
    given = (*examples.supported, *examples.contradicted)
    return any(says not in normal_form(text) for text in given if text not in PLACEHOLDER.values())


def _overlapping(file: _File) -> Iterator[Problem]:
    for overlap in overlaps(file.ruleset):
        what = "contradict each other" if overlap.verdict == "contradicted" else "say the same"
        fix = (
            "if they do, mend 'says'; if both may stand, end this line in '# claimcheck: ignore'"
            if overlap.verdict == "contradicted"
            else "join the two, or make plain in 'says' how they differ, or end this line in "
            "'# claimcheck: ignore'"
        )
        line = file.places.of("claims", overlap.other.id).line
        yield file.places.problem(
            file.places.of("claims", overlap.claim.id, "says"),
            f"warning: '{overlap.claim.id}' and '{overlap.other.id}' (line {line}) seem to {what}",
            fix,
        )


def _twins(file: _File, before: Sequence[_File]) -> Iterator[Problem]:
    """A statement's id that another file has taken."""
    for other in before:
        if other.ruleset.statement.id == file.ruleset.statement.id:
            yield file.places.problem(
                file.places.of("statement", "", "id"),
                f"warning: the id '{file.ruleset.statement.id}' is also that of {other.path}",
                "choose another id, so that a verdict tells which statement it rests on",
            )


def _references(file: _File, files: Sequence[_File]) -> Iterator[Problem]:
    """References under ``supersedes`` that retire nothing."""
    known = {name for other in files if other is not file for name in _names_in(other.ruleset)}
    for text, heir in named_by(file.ruleset):
        section, name = ("claims", heir.claim.id) if heir.claim else ("statement", "")
        message, fix = "", ""
        statement_id, _ = as_reference(text)
        targets = [
            other for other in files if other is not file and other.ruleset.statement.id == statement_id
        ]
        if statement_id == file.ruleset.statement.id:
            message, fix = "is of this statement itself", "name an earlier statement"
        elif not targets and len(files) > 1:
            close = nearest(text, known)
            message = "names no statement here"
            fix = f"write '{close}'" if close else "put that rule set beside this one"
        elif targets and text not in known:
            close = nearest(text, known)
            message, fix = "names no claim there", f"write '{close}'" if close else "look the id up there"
        elif targets and all(precedes(file.ruleset, other.ruleset) for other in targets):
            message, fix = "is of a later day than this statement, so it is not retired", "compare the dates"
        if message:
            place = file.places.of(section, name, "supersedes", text)
            yield file.places.problem(place, f"warning: '{text}' {message}", fix)


def _names_in(ruleset: RuleSet) -> Iterator[str]:
    yield ruleset.statement.id
    for claim in ruleset.claims:
        yield f"{ruleset.statement.id}/{claim.id}"


def _listed(ids: Iterator[str]) -> str:
    shown = list(ids)
    more = len(shown) - 4
    return ", ".join(shown[:4]) + (f" and {more} more" if more > 0 else "")
