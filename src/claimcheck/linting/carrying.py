"""What a sentence leaves to the one before it, put in so that it can be judged alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from claimcheck.linting.draft import Sentence
from claimcheck.result import Explanation, Part, Result, Span
from claimcheck.rulesets.antecedents import possessive
from claimcheck.rulesets.model import Entity, RuleSet
from claimcheck.rulesets.subjects import find_subject

_OPENING = re.compile(
    r"(?P<be>(?:It|He|She)['’]s|They['’]re)\b|(?P<own>Its|Their|His|Her)\b"
    r"|(?P<whose>The (?:company|firm|group|tech giant|software giant|startup|start-up)['’]s)\b"
    r"|(?P<kind>The (?:company|firm|group|tech giant|software giant|startup|start-up))\b(?! [A-Z])"
    r"|(?P<it>It|They|He|She)\b(?!['’])"
)

# 'It' that stands for nothing: 'It is clear that', 'It took years'.
_EMPTY_IT = re.compile(
    r"It(?:['’]s| is| was| will be| remains)(?: not| now| also| still)? (?:clear|unclear|possible|impossible"
    r"|likely|unlikely|important|true|false|wrong|expected|understood|known|unknown|time|too|hard|easy"
    r"|difficult|worth|no)\b|It (?:seems|appears|takes|took|turns|turned|follows|hurts)\b"
)

_COMPANY = re.compile(
    r"\b(?:company|firm|giant|lab|startup|corp|corporation|inc|maker|parent|group)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as it is judged: of the original the slice ``start`` to ``end`` was replaced by
    ``length`` code points of ``text``. Nothing was, where ``start == end`` and ``length == 0``."""

    text: str
    start: int = 0
    end: int = 0
    length: int = 0


class Names:
    """The names that rule sets know, to be found in a text."""

    def __init__(self, rulesets: Iterable[RuleSet]) -> None:
        self._canonical: dict[str, str] = {}
        self._companies: set[str] = set()
        for ruleset in rulesets:
            speaker = ruleset.statement.speaker
            entities = [*ruleset.entities, *([Entity(speaker)] if speaker else [])]
            for entity in entities:
                for name in (entity.name, *entity.aliases):
                    self._canonical.setdefault(name.casefold(), entity.name)
                if entity.name == speaker or any(_COMPANY.search(alias) for alias in entity.aliases):
                    self._companies.add(entity.name)
        longest_first = sorted(self._canonical, key=lambda name: (-len(name), name))
        known = "|".join(map(re.escape, longest_first)) or r"(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?:{known})(?!\w)", re.IGNORECASE)

    def found(self, text: str) -> list[str]:
        """The entities named in ``text``, by their own names, each once."""
        matches = self._pattern.finditer(text)
        return list(dict.fromkeys(self._canonical[match.group().casefold()] for match in matches))

    def is_company(self, name: str) -> bool:
        """Can 'the company' mean this one?"""
        return name in self._companies


def read_on(text: str, before: str, names: Names) -> Reading:
    """``text`` with the pronoun or 'the company' at its start replaced by what it stands for in the
    sentence ``before`` it (itself read on), where there is but one thing that it can stand for."""
    opening = _OPENING.match(text)
    if opening is None or not before or _EMPTY_IT.match(text):
        return Reading(text)
    stands_for = _antecedent(opening.group(), before, names)
    if stands_for is None:
        return Reading(text)
    if opening["be"]:
        been = re.match(r" (?:not |never |now |already )?(?:been|had|got)\b", text[opening.end() :])
        plural = opening["be"].startswith("They")
        stands_for += " has" if been else " are" if plural else " is"
    elif opening["own"] or opening["whose"]:
        stands_for = possessive(stands_for)
    return Reading(stands_for + text[opening.end() :], 0, opening.end(), len(stands_for))


def without_opening(text: str, length: int, before: str, names: Names) -> Reading:
    """``text`` without its first ``length`` code points, then read on from ``before``."""
    rest = text[length : length + 1].upper() + text[length + 1 :]
    read = read_on(rest, before, names)
    return Reading(read.text, 0, length + read.end, read.length)


def with_lead(sentence: Sentence) -> Reading | None:
    """A list item read on from the line that introduces its list, or ``None`` where none does."""
    lead = sentence.segment.lead.rstrip(" :")
    if not lead or sentence.start:
        return None
    first = sentence.text.split(maxsplit=1)[0]
    small = first[:1].lower() + first[1:] if first in ("The", "A", "An", "Its", "Their") else first
    prefix = f"{lead} "
    return Reading(prefix + small + sentence.text[len(first) :], 0, 0, len(prefix))


def restore(result: Result, text: str, reading: Reading) -> Result:
    """The result on ``reading`` told of the original ``text``: every place moved back."""
    if reading.text == text:
        return result

    def moved(told: Explanation) -> Explanation:
        spans = [Span(*_back(span.start, span.end, reading), span.role) for span in told.spans]
        return replace(told, spans=tuple(span for span in spans if span.start < span.end))

    parts = [(*_back(part.start, part.end, reading), part) for part in result.parts]
    kept = tuple(
        Part(text[start:end], start, end, part.verdict, part.claim_id)
        for start, end, part in parts
        if start < end
    )
    whole = (Part(text, 0, len(text), result.verdict, result.claim_id),)
    return result.retold(moved, text=text, parts=kept or whole)


def _back(start: int, end: int, reading: Reading) -> tuple[int, int]:
    """A slice of the reading as a slice of the original; what was put in is the slice it replaced."""
    put_in_end = reading.start + reading.length
    shift = reading.length - (reading.end - reading.start)
    first = start if start < reading.start else reading.start if start < put_in_end else start - shift
    last = end if end <= reading.start else reading.end if end <= put_in_end else end - shift
    return first, last


def _antecedent(pronoun: str, before: str, names: Names) -> str | None:
    word = pronoun.split("'")[0].split("’")[0]
    named = names.found(before)
    if word.startswith("The "):
        companies = [name for name in named if names.is_company(name)]
        return companies[0] if len(companies) == 1 else None
    subject = find_subject(before)
    if word in ("He", "She", "His", "Her"):
        return subject.text if subject and subject.person else None
    if subject is None or subject.person:
        return named[0] if len(named) == 1 and word in ("It", "Its") else None
    others = [name for name in named if name not in names.found(subject.text)]
    if word in ("They", "Their"):
        return subject.text if subject.plural else None
    return subject.text if not subject.plural and not others else None
