"""Questions and answers: a short answer asserts what its question asks.

'Will there be loot boxes? None.' says that there will be no loot boxes. Where the question cannot be turned
round with confidence, question and answer stand together as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.language.tokens import FUNCTION_WORDS
from claimcheck.language.words import lemma, word
from claimcheck.rulesets.days import MONTHS, WEEKDAYS
from claimcheck.rulesets.letters import lowered
from claimcheck.rulesets.subjects import has_verb
from claimcheck.rulesets.wordlist import wordlist


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer asserts: ``says``, and the words it is ``read_from``, joined by ' ... '."""

    says: str
    read_from: str


_YES = r"yes|yep|yeah|indeed|correct|absolutely|certainly|of course|definitely|it does|they do"
_NO = r"no|nope|none|never|nothing|not at all|certainly not|absolutely not|definitely not|of course not"
_SHORT = re.compile(rf"(?:(?P<no>{_NO})|(?P<yes>{_YES}))(?=[.,!;:–—-]|$)[.,!;:–— -]*", re.IGNORECASE)
_FILLER = re.compile(
    r"(?:sorry|thanks|thank you|unfortunately|happily|not at all|absolutely|never|at all)[.!, ]*",
    re.IGNORECASE,
)
_JOINING = re.compile(r"(?:and|so|but) (?!only\b)", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?P<aux>is|are|am|was|were|will|would|can|could|shall|should|must|may|might|do|does|did|has|have|had) "
    r"(?P<rest>.+)",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"(?:when|where|how much|how many|how long|how often|from when|until when) ", re.IGNORECASE
)
_WHICH = re.compile(r"(?:which|what) (?P<noun>[\w -]+)", re.IGNORECASE)
_PRONOUNS = wordlist("i you we it they he she there this that these those anyone everyone anybody everybody")
_BE = wordlist("is are am was were")
_HAVE = wordlist("has have had")
_BEFORE_NOUN = wordlist("a an the my your our their its his her this that these those any all no some new")
_AFTER_SUBJECT = wordlist(
    "still now already yet ever also really going being been able available on in at to off up"
)
_CALENDAR = frozenset(WEEKDAYS + MONTHS)
_WITH_ONE = {"are": "is", "have": "has", "do": "does", "were": "was"}
_WITH_YOU = {"am": "are", "was": "were", "is": "are", "has": "have", "does": "do"}
_LONGEST_QUESTION = 250


def answers(question: str, sentence: str, speaker: str | None) -> Iterator[Answer]:
    """What ``sentence``, the first of an answer, asserts of the ``question``; nothing where it is a whole
    sentence and stands for itself. In a question 'you' is the ``speaker``, 'I' the reader."""
    short = _SHORT.match(sentence)
    if short is None:
        if not has_verb(sentence):
            yield Answer(_completed(question, sentence, speaker), f"{question} ... {sentence}")
        return
    rest = _FILLER.sub("", sentence[short.end() :])
    whole = bool(rest) and has_verb(rest)
    asserted = declarative(question, speaker, negative=bool(short["no"]))
    if asserted is None or (rest and not whole and short["no"]):
        # 'No, the other one.' leaves open what is denied.
        asserted = f"{question} {sentence if not whole else short.group().strip(' ,;:–—-')}"
    elif rest and not whole:
        asserted = f"{asserted}, {_inner(rest)}"
    yield Answer(asserted, f"{question} ... {sentence}")
    if whole:
        yield Answer(_capital(_JOINING.sub("", rest, count=1)), sentence)


def _completed(question: str, fragment: str, speaker: str | None) -> str:
    """A fragment made whole by its question: 'Which days? Monday and Friday.'"""
    asking = question.rstrip("? ")
    if which := _WHICH.fullmatch(asking):
        noun = which["noun"]
        if not has_verb(noun):
            return f"The {noun} {'are' if _is_plural(noun) else 'is'} {_inner(fragment)}"
    if opening := _ASKING.match(asking):
        asserted = declarative(f"{asking[opening.end() :]}?", speaker, negative=False)
        return f"{asserted} {_inner(fragment)}" if asserted else f"{question} {fragment}"
    asserted = declarative(question, speaker, negative=False)
    return f"{asserted} {_inner(fragment)}" if asserted else f"{question} {fragment}"


def declarative(question: str, speaker: str | None, *, negative: bool) -> str | None:
    """The assertion, or denial, of what a yes/no ``question`` asks, without an end mark; ``None`` where its
    subject cannot be told from the rest."""
    asked = question.rstrip("? ")
    if len(asked) > _LONGEST_QUESTION:
        return None
    found = _AUXILIARY.fullmatch(asked)
    if found is None:
        return _existence(asked, negative=negative)
    aux, words = found["aux"].lower(), found["rest"].split()
    count = _subject_length(aux, words)
    if not 0 < count < len(words):
        return None
    return stated(aux, " ".join(words[:count]), " ".join(words[count:]), speaker, negative=negative)


def stated(aux: str, subject: str, rest: str, speaker: str | None, *, negative: bool) -> str:
    """Auxiliary, ``subject`` and ``rest`` of a turned sentence in their plain order."""
    if subject.lower() in ("you", "we") and speaker:
        subject, aux = speaker, _WITH_ONE.get(aux, aux)
        rest = re.sub(r"\byour\b", "its", rest)
    elif subject == "I":
        subject, aux = "you", _WITH_YOU.get(aux, aux)
        rest = re.sub(r"\bmy\b", "your", rest)
    subject = _capital(subject)
    if not negative:
        return f"{subject} {rest}" if aux == "do" else f"{subject} {aux} {rest}"
    if subject == "There":
        verb, _, things = rest.partition(" ") if rest.startswith("be ") else ("", "", rest)
        return " ".join(filter(None, (subject, aux, verb, "no", re.sub(r"^(?:any|an?) ", "", things))))
    return f"{subject} {'cannot' if aux == 'can' else f'{aux} not'} {rest}"


def _existence(asked: str, *, negative: bool) -> str | None:
    """'Loot boxes?' asks whether there are any."""
    words = asked.split()
    if not 0 < len(words) <= 3 or has_verb(asked) or words[0].lower() in FUNCTION_WORDS:
        return None
    verb = "are" if _is_plural(asked) else "is"
    article = "no " if negative else "" if verb == "are" else "a "
    things = asked if words[0][1:] != words[0][1:].lower() else asked[0].lower() + asked[1:]
    return f"There {verb} {article}{things if verb == 'are' else lowered(asked)}"


def _subject_length(aux: str, words: list[str]) -> int:
    """How many of the ``words`` behind the auxiliary are the subject; 0 where that is not plain."""
    if words[0].lower() in _PRONOUNS:
        return 1
    places = [at for at in range(1, len(words)) if words[at - 1].lower() not in _BEFORE_NOUN]
    if aux in _BE or aux in _HAVE:
        return next((at for at in places if _follows_be(words[at].lower())), 0)
    verbs = [at for at in places if _is_bare_verb(words[at].lower())]
    sure = [at for at in verbs if "n" not in word(words[at].lower()).pos or words[at].lower() == "be"]
    if sure:
        return sure[0] if all(at >= sure[0] for at in verbs) else 0
    return verbs[0] if len(verbs) == 1 else 0


def _follows_be(form: str) -> bool:
    base = lemma(form)
    pos = word(base).pos
    participle = base != form and "v" in pos and not form.endswith("s")
    return form in _AFTER_SUBJECT or participle or ("a" in word(form).pos and "n" not in word(form).pos)


def _is_bare_verb(form: str) -> bool:
    return form == "be" or (form not in FUNCTION_WORDS and lemma(form) == form and "v" in word(form).pos)


def _is_plural(noun: str) -> bool:
    last = noun.split()[-1]
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def _inner(fragment: str) -> str:
    return fragment if fragment.split()[0].lower().rstrip(",.") in _CALENDAR else lowered(fragment)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
