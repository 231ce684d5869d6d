"""What stands above the matter of a notice, a letter or a post: which of the lines is its headline, which
day it gives, and which organisation sends it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.rulesets.days import DAY, iso_day
from claimcheck.rulesets.wordlist import wordlist


@dataclass(frozen=True, slots=True)
class Head:
    """The lines above the matter. ``title`` is the headline among them, ``date`` an ISO day, ``sender`` the
    organisation; each ``None`` where the lines do not tell."""

    title: str | None
    date: str | None
    sender: str | None


# 'To: all pharmacies', 'Our ref: SD/2025', but not 'Orrin Rail: fares', which is a headline.
_FIELD = re.compile(
    r"(?:to|from|cc|date|dated|our ref|your ref|ref|reference|contact|tel|phone|e-?mail|web|issued|page)\b"
    r"[ \w]{0,20}[:.] ?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:re|subject|concerning)\s?:\s+", re.IGNORECASE)
_GREETING = re.compile(r"(?:dear|hi|hello|to whom)\b", re.IGNORECASE)
# A line that tells when and by whom: 'Published 12 March 2026', 'Posted by Ann Lee | 6 May 2026'.
_BYLINE = re.compile(
    r"(?:published|posted|issued|updated|last updated|released|dated|date|written|by)\b", re.IGNORECASE
)
_PARTING = re.compile(r"[|·]|(?<=\w)[.,;] ")
_FROM = re.compile(
    r"\b(?:at|of|for|from|by) (?:the )?(?P<house>[A-Z][\w&'’-]*(?:(?: of| and| &)?(?: the)? [A-Z][\w&'’-]*)+)"
    r"(?=\s*(?:[|,.·–—-]|$))"
)
# The last word of an organisation's name, as it stands in a letterhead.
_HOUSES = wordlist(
    "authority agency ministry department council commission committee board office bank university college "
    "school institute association federation union trust foundation society company group limited ltd plc "
    "inc corporation hospital museum service services club airlines railways energy pharma games studios"
)
_PARTS = wordlist("division department directorate section unit team branch desk office")

_SMALL = wordlist("of the and for in on at to de la du des und von")
_LONGEST_LETTERHEAD = 6  # words
_SHORTEST_HEADLINE = 5  # words
_LONGEST_BYLINE = 150


def read_head(lines: Sequence[str]) -> Head:
    """Reads the ``lines`` without an end mark that stand above a statement's first sentence."""
    date = next((day for line in lines if (day := _given_day(line, first=line == lines[0]))), None)
    heads = [line for line in lines if not _FIELD.match(line) and not _is_byline(line)]
    sender = _sender(lines, heads)
    return Head(_headline(lines, heads), date, sender)


def _given_day(line: str, *, first: bool) -> str | None:
    """The day of a byline, or of a short line that is little more than a day."""
    if len(line) > _LONGEST_BYLINE:
        return None
    for found in DAY.finditer(line):
        rest = line[: found.start()] + line[found.end() :]
        day = iso_day(found)
        if day and (_is_byline(line) or _FIELD.match(line) or (not first and len(rest.split()) <= 3)):
            return day
    return None


def sent_by(line: str) -> str | None:
    """The organisation that a byline names: 'Orrin Rail. Published 12 March 2026'."""
    if len(line) > _LONGEST_BYLINE or not _is_byline(line):
        return None
    if house := _FROM.search(line):
        return house["house"]
    first = _PARTING.split(line)[0].strip()
    return first if not _BYLINE.match(first) and not DAY.search(first) and _is_name(first) else None


def _is_byline(line: str) -> bool:
    """Whether a line tells when or by whom, and nothing of the matter."""
    return any(
        _BYLINE.match(part.strip()) and (DAY.search(line) or " by " in f" {part.lower()}")
        for part in _PARTING.split(line)
    )


def _headline(lines: Sequence[str], heads: Sequence[str]) -> str | None:
    """The line that tells what the statement is about: a subject line; in a letter the last above the
    greeting; else the first, unless that is a letterhead or a kicker above a headline."""
    for line in lines:
        if subject := _SUBJECT.match(line):
            return line[subject.end() :]
    greeting = next((at for at, line in enumerate(heads) if at and _GREETING.match(line)), None)
    if greeting is not None:
        return heads[greeting - 1]
    if not heads:
        return None
    first = heads[0]
    if len(first.split()) <= _LONGEST_LETTERHEAD and (first.isupper() or _is_house(first)):
        for line in heads[1:]:
            if not line.isupper() and len(line.split()) >= _SHORTEST_HEADLINE and not _is_part(line):
                return line
    return first


def _sender(lines: Sequence[str], heads: Sequence[str]) -> str | None:
    for line in lines:
        if sender := sent_by(line):
            return sender
    if len(heads) > 1 and _is_house(heads[0]) and _headline(lines, heads) != heads[0]:
        return _cased(heads[0])
    return None


def _is_house(line: str) -> bool:
    words = line.split()
    return (
        2 <= len(words) <= _LONGEST_LETTERHEAD
        and bool({words[0].lower(), words[-1].lower()} & _HOUSES)
        and _is_name(line)
    )


def _is_name(line: str) -> bool:
    words = line.split()
    return len(words) <= _LONGEST_LETTERHEAD and all(
        word[0].isupper() or word == "&" or word in _SMALL for word in words
    )


def _is_part(line: str) -> bool:
    """'Safety and Supply Division' of the house above it."""
    return line.split()[-1].lower() in _PARTS


def _cased(name: str) -> str:
    """A name in capitals as it is written in a sentence."""
    if not name.isupper():
        return name
    words = name.lower().split()
    return " ".join(word if at and word in _SMALL else word.capitalize() for at, word in enumerate(words))
