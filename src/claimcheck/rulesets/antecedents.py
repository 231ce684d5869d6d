"""What 'it', 'they', 'we' and 'the company' stand for, put in their place where that is plain.

Plain means: the subject of the sentence before, within one paragraph or list, of the right number; or the
one speaker of the statement. Anything less certain stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.language.tokens import FUNCTION_WORDS
from claimcheck.language.words import lemma, word
from claimcheck.rulesets.subjects import Subject, find_subject
from claimcheck.rulesets.wordlist import wordlist

_EXPLETIVE = re.compile(
    r"It(?:'s|’s| is| was| will be| would be) (?:not |now )?(?:clear|possible|impossible|likely|unlikely|"
    r"important|vital|essential|necessary|true|expected|hoped|understood|known|time|up|too|our|your)\b"
    r"|It (?:hurts|takes|seems|appears|follows|remains)\b"
)
# 'the club of the year', 'the Bank Act': not the speaker.
_NOT_ITSELF = r"(?! [A-Z]| (?:of|for|that|which|who)\b)"
_ABOUT_CLAIMS = re.compile(
    r"\b(?:claims?|reports?|rumou?rs?|suggestions?|allegations?|speculation|stories)(?: [\w-]+){0,3}? "
    r"that .+?(?=[.;]|$)"
)
_FALSE = re.compile(
    r"(?:They|These|Those|It|This|That|Such \w+) (?P<verb>is|are|was|were) (?:entirely |simply |all )?"
    r"(?P<word>false|untrue|wrong|baseless|unfounded|incorrect|inaccurate|not true|without foundation)\b"
)
# What follows 'we' or 'I': a contracted verb or the next word.
_NEXT = r"(?P<next>['’](?:re|ve|ll|m)| \w+(?:['’]t)?)?"
_THIRD = {
    "have": "has", "are": "is", "were": "was", "do": "does", "haven't": "hasn't", "aren't": "isn't",
    "weren't": "wasn't", "don't": "doesn't", "am": "is", "'re": " is", "'m": " is", "'ve": " has",
    "'ll": " will",
}  # fmt: skip
# 'we cut it' may be now or then, and only without an ending both.
_SAME_IN_PAST = wordlist("cut put set let hit cost shut read hurt quit split spread bet shed bid cast beat")
# 'Nor do we plan to close it.'
_NOR = re.compile(
    r"(?:Nor|Neither) (?P<aux>is|are|was|were|will|would|can|could|should|must|do|does|did|has|have|had) "
    r"(?P<who>we|I|it|they|he|she) (?P<rest>.+)"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What earlier sentences of a paragraph offer: the subject of the last one, the person last spoken of,
    and a report in the last one ('claims that records were stolen')."""

    subject: Subject | None = None
    person: Subject | None = None
    report: str | None = None


def resolve(
    sentence: str, context: Context, speaker: str | None, kinds: Sequence[str], author: str | None = None
) -> tuple[str, Context]:
    """``sentence`` with its pronouns resolved, and the context for the sentence after it.

    ``speaker`` is the name for 'we' and for 'the' before one of ``kinds`` ('company', 'club'), ``author`` the
    one for 'I'.
    """
    if nor := _NOR.fullmatch(sentence):
        sentence = f"{nor['who'].capitalize()} {nor['aux']} not {nor['rest']}"
    if context.report and (denial := _FALSE.match(sentence)):
        report = context.report[0].upper() + context.report[1:]
        says = f"{report} {denial['verb']} {denial['word']}{sentence[denial.end() :]}"
    else:
        says = _third_person(sentence, context)
    if speaker:
        says = _named(says, speaker, kinds)
    if author:
        says = _first_person(says, author)
    subject = find_subject(says)
    if subject and subject.text == speaker:
        subject = replace(subject, plural=False, named=False, person=False)
    person = subject if subject and subject.person else context.person
    report_found = _ABOUT_CLAIMS.search(says)
    return says, Context(subject, person, report_found.group() if report_found else None)


def _third_person(sentence: str, context: Context) -> str:
    # 'It's' is 'It is', but for 'It's been'.
    sentence = re.sub(r"^It['’]s (?!been\b|got\b)", "It is ", sentence) if context.subject else sentence
    sentence = re.sub(r"^They['’]re ", "They are ", sentence)
    first, _, rest = sentence.partition(" ")
    subject = context.subject
    # 'He' tells that a name is a person's.
    person = subject if subject and subject.named else context.person
    if first in ("It", "They") and subject and not _EXPLETIVE.match(sentence):
        if subject.plural == (first == "They") and not subject.person:
            return f"{subject.text} {rest}"
    elif (
        first in ("Its", "Their") and subject and subject.plural == (first == "Their") and not subject.person
    ):
        return f"{possessive(subject.text)} {rest}"
    elif first in ("He", "She") and person:
        return f"{person.text} {rest}"
    elif first in ("His", "Her") and person:
        return f"{possessive(person.text)} {rest}"
    elif context.person and not _names_person(sentence):
        owner = possessive(context.person.text)
        return _put(r"\b(?:his|her)\b(?= \w)", owner, sentence, 1)
    if subject and subject.plural:
        sentence = _put(r"\bof them\b", f"of {_inner(subject.text)}", sentence, 1)
    if subject and re.match(r"(?:The|Our) .*[A-Z]", subject.text):
        # A named place: 'teaching there', but not 'there is'.
        there = r"(?<=[a-z]) there (?!is|are|was|were|will|has|have)"
        sentence = _put(there, f" at {_inner(subject.text)} ", sentence, 1)
    return sentence


def _names_person(sentence: str) -> bool:
    subject = find_subject(sentence)
    return subject is not None and subject.named


def _inner(text: str) -> str:
    return re.sub(r"^(?:The|Our|All|Some|These)\b", lambda found: found.group().lower(), text)


def _named(sentence: str, speaker: str, kinds: Sequence[str]) -> str:
    owner = possessive(speaker)
    sentence = re.sub(rf"\b[Ww]e\b{_NEXT}", lambda found: _conjugated(found, speaker), sentence)
    sentence = _put(r"\b(?:Our|our)\b(?: own\b)?", owner, sentence)
    sentence = _put(r"\bus\b", speaker, sentence)
    sentence = _put(r"\bourselves\b", "itself", sentence)
    if kinds:
        of_kind = rf"\b(?i:(?:the|this) (?:{'|'.join(kinds)}))(?P<own>['’]s)?(?!\w){_NOT_ITSELF}"
        sentence = re.sub(of_kind, lambda found: owner if found["own"] else speaker, sentence)
    return sentence


def _first_person(sentence: str, author: str) -> str:
    # Not the I of 'Phase I'.
    sentence = re.sub(rf"(?:^|(?<=[a-z,;] ))I\b{_NEXT}", lambda found: _conjugated(found, author), sentence)
    sentence = _put(r"\b[Mm]y\b", possessive(author), sentence)
    return _put(r"\bme\b", author, sentence)


def _put(pattern: str, words: str, sentence: str, count: int = 0) -> str:
    """``words`` in the place of ``pattern``, as they are: a backslash in them stands for itself."""
    return re.sub(pattern, lambda _: words, sentence, count=count)


def _conjugated(found: re.Match[str], speaker: str) -> str:
    """'we have' as 'Norvane has': the speaker with the verb in the third person."""
    following = (found["next"] or "").replace("’", "'")
    if following in _THIRD:
        return speaker + _THIRD[following]
    verb = following.strip()
    if verb in _THIRD:
        return f"{speaker} {_THIRD[verb]}"
    if verb in _SAME_IN_PAST:
        return speaker + following
    if re.fullmatch(r"\w{3,}ise", verb) and "r" not in word(verb).pos:  # 'apologise'; not 'otherwise'
        return f"{speaker} {verb}s"
    # Auxiliaries, adverbs and past forms need no ending.
    known = word(verb).pos
    if verb in FUNCTION_WORDS or lemma(verb) != verb or "v" not in known or "r" in known:
        return speaker + following
    ending = "es" if verb.endswith(("s", "x", "ch", "sh", "o")) else "s"
    return f"{speaker} {verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{speaker} {verb}{ending}"


def possessive(name: str) -> str:
    """'Rovers' gives "Rovers'", 'Norvane' gives "Norvane's"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"
