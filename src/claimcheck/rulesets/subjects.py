"""The subject of a plain English statement: who or what its first finite verb speaks of.

A reading by word lists, for the sentences of official statements; where it is not sure it finds nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.language.tokens import FUNCTION_WORDS
from claimcheck.language.words import lemma, word
from claimcheck.rulesets.names import KIND_WORDS
from claimcheck.rulesets.wordlist import wordlist

_SINGULAR = wordlist("is was has does remains stays continues keeps holds runs covers applies concerns")
_PLURAL = wordlist("are were have do remain stay continue keep hold run cover apply concern")
_MODAL = wordlist("will would can could may might must shall should did had")
_RELATIVE = wordlist("that which who whose where when")
_CUTS = wordlist("of in at for from with between to on by about among above")
_NO_SUBJECT = wordlist("there it they he she no nobody none nothing what")
_OPENING = re.compile(r"(?:today|now|yesterday|however|also|instead|meanwhile|only|both),?\s+", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")

_CONTRACTED = re.compile(r"n['’]t$|^(?:it|there|that|here|he|she|what|i|you|we|they)['’](?:s|re|ve|ll|d|m)$")

# A subject longer than this is a mistaken reading.
_LONGEST_SUBJECT = 14


@dataclass(frozen=True, slots=True)
class Subject:
    """The words before a sentence's finite verb.

    ``plural`` is ``None`` where it cannot be told; ``named`` where they are a name, which may be a
    person's; ``person`` where it surely is.
    """

    text: str
    plural: bool | None
    named: bool
    person: bool


def find_subject(sentence: str) -> Subject | None:
    """The subject of a plain statement, 'A' made 'The'; ``None`` where no finite verb is found."""
    start = 0
    while opening := _OPENING.match(sentence, start):
        start = opening.end()
    found = list(_WORD.finditer(sentence, start))
    skip = False
    for index, match in enumerate(found[: _LONGEST_SUBJECT + 1]):
        form = match.group().lower()
        if form in _RELATIVE and index:
            skip = True
        elif index and _is_finite(form):
            if skip:
                skip = False
                continue
            text = sentence[start : match.start()].strip(" ,")
            return _subject(text, form)
    return None


def _subject(text: str, verb: str) -> Subject | None:
    words = text.split()
    while words and (
        words[-1].lower().endswith("ly") or words[-1].lower() in ("also", "now", "still", "never")
    ):
        words.pop()
    if not words or words[0].lower() in _NO_SUBJECT or words == ["This"]:
        return None
    if words[0] in ("A", "An"):
        words[0] = "The"
    if "," in text or len(words) > _LONGEST_SUBJECT:
        return None
    plural: bool | None = True if verb in _PLURAL else False if verb in _SINGULAR else None
    if plural is None:
        head = next(
            (words[i - 1] for i in range(1, len(words)) if words[i].lower() in _CUTS | _RELATIVE), words[-1]
        )
        plural = "and" in words or (head.endswith("s") and not head.endswith(("ss", "us", "is")))
    last = words[-1].lower()
    known = bool(word(lemma(last)).pos)
    named = (
        len(words) <= 4
        and all(part[0].isupper() and part.lower() not in FUNCTION_WORDS for part in words)
        and last not in KIND_WORDS
        and (len(words) > 1 or not known)
    )
    return Subject(" ".join(words), plural, named, person=named and 2 <= len(words) <= 3 and not known)


def has_verb(sentence: str) -> bool:
    """Whether any word of ``sentence`` is, or can well be, its finite verb."""
    # 'May' within a sentence is the month.
    found = (match for match in _WORD.finditer(sentence) if match.group() != "May" or not match.start())
    forms = [match.group().lower() for match in found]
    return any(_is_finite(form) or _is_past(form) for form in forms)


def _is_past(form: str) -> bool:
    base = lemma(form)
    return base != form and "v" in word(base).pos and not form.endswith(("s", "ing"))


def _is_finite(form: str) -> bool:
    if form in _SINGULAR | _PLURAL | _MODAL or _CONTRACTED.search(form):
        return True
    pos = word(lemma(form)).pos
    return form not in FUNCTION_WORDS and "v" in pos and "n" not in pos and form.endswith(("s", "ed"))
