"""What an editor should look at in a drafted claim, and how sure claimcheck is of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.judging.judge import Judge
from claimcheck.language.parts import split_parts
from claimcheck.language.reading import read
from claimcheck.language.tokens import FUNCTION_WORDS
from claimcheck.language.words import lemma, word
from claimcheck.result import Verdict
from claimcheck.rulesets.letters import lowered
from claimcheck.rulesets.model import Claim, Examples
from claimcheck.rulesets.subjects import has_verb
from claimcheck.rulesets.wordlist import wordlist

# Stands where an editor's own headline belongs: no invented detail that could be taken for one.
PLACEHOLDER = {
    "supported": "Write here a headline that this claim supports",
    "contradicted": "Write here a headline that this claim contradicts",
    "not_addressed": "Write here a headline near this claim that the statement leaves open",
}

_ABOUT_ITSELF = re.compile(
    r"(?:This|The) (?:statement|notice|bulletin|announcement|release|page|letter|post|message) "
    r"(?:only |also )?(?:does|do|is|was|has|will|covers?|concerns?|appl|relates?|contains?|sets?|replaces?)"
)
_COMMAND = re.compile(r"(?:Do not|Don['’]t|Please|Never|Always) |(?P<verb>[A-Z][a-z]+) ")
# Nobody but the statement itself knows who these are.
_SPEAKING = re.compile(
    r"\b(?:we|us|our|ours|ourselves|i|me|my|you|your|yours|yourself|yourselves|here)\b", re.IGNORECASE
)
_POINTING = re.compile(
    r"\b(?:this|these|those) "
    r"(?!year|month|week|spring|summer|autumn|fall|winter|morning|afternoon|evening|season|is\b|are\b|was\b)\w+"
    r"|\b(?:on|in|at|of|for|from|to|by|with) that (?!is\b|are\b|the\b|it\b|they\b)\w+|\b[Ff]rom then on\b",
    re.IGNORECASE,
)
_THIRD = re.compile(r"\b(?:it|its|it['’]s|they|them|their|theirs|he|him|she)\b", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"\b(?:there|it) (?:is|was|will be) (?:clear|possible|likely|true|time)\b", re.IGNORECASE
)
# Where a second assertion may begin: 'X stays; Y goes', 'X stays, and Y goes', 'As X falls, Y rises'.
_JOINT = re.compile(r"; |: |,? (?:and|but|while|nor|so|because|since|although|which|who) (?:that['’]s\b)?")
_OPENED = re.compile(r"(?:As|Because|Since|While|Although) .+?, ")
_NEGATED = re.compile(r"\b[Nn]o (?:\w+ ){1,4}?(?:and|or) no |\bno [\w ]+, no ", re.IGNORECASE)
_AFTER_COMMAND = wordlist("the a an any all your them it this these no not each every")
_ARTICLES = frozenset(["the", "a", "an", "no", "all", "any"])
_NEAR = 4  # words behind a joint in which a second verb must come


@dataclass(frozen=True, slots=True)
class Look:
    """A drafted claim: examples that it starts with, what to look at (empty where nothing is), and how
    sure claimcheck is that it understands the claim: the score, 0 to 1, of its own words and of their denial,
    the lesser of both, halved for every doubt about its wording; 0 where one gets another verdict than it
    should, ``None`` where no judge was asked.
    """

    examples: Examples
    notes: tuple[str, ...]
    sureness: float | None


def look(claim: Claim, judge: Judge | None) -> Look:
    """Looks at ``claim`` of the statement that ``judge`` judges by; without a judge, at its words alone."""
    plain = claim.says.rstrip(".!… ")
    own, sure = _first((plain,), "supported", judge)
    denials = (f"It is not true that {lowered(plain)}", f"It is false that {lowered(plain)}")
    denial, denied = _first(denials, "contradicted", judge)
    if not _is_sentence(claim.says):
        denial = PLACEHOLDER["contradicted"]
    examples = Examples((own,), (denial,), (PLACEHOLDER["not_addressed"],))
    shape = list(_shape(claim))
    notes = [*_reading(claim), *shape]
    if judge is None:
        return Look(examples, tuple(notes), None)
    if not sure:
        notes.append("its own words are not recognised: shorten 'says' to one plain assertion")
    elif not denied:
        notes.append("its denial is not recognised: shorten 'says', or add a denial to 'contradicts'")
    return Look(examples, tuple(notes), min(sure, denied) * 0.5 ** len(shape))


def _first(texts: tuple[str, ...], expected: Verdict, judge: Judge | None) -> tuple[str, float]:
    """The first of ``texts`` with the verdict ``expected`` and its score, else the first of all and 0."""
    if judge is not None:
        for text in texts:
            result = judge.judge(text)
            if result.verdict == expected:
                return text, result.score
    return texts[0], 0.0


def _reading(claim: Claim) -> Iterator[str]:
    """What 'says' has in place of words of the quotation."""
    if "? ... " in claim.quote:
        yield "made of a question and its answer: is that what they say?"
        return
    says, quote = _words(claim.says), _words(claim.quote)
    lost = [each for each in quote if not _among(each, says)]
    new = [each for each in says if not _among(each, quote)]
    if new:
        replaced = f"'{' '.join(lost[:3])}'" if lost else "the quote"
        yield f"{replaced} is read with '{' '.join(new[:6])}': is that meant?"


def _shape(claim: Claim) -> Iterator[str]:
    """What in the wording of 'says' keeps it from being one plain assertion that stands alone."""
    says = claim.says
    if "?" in says:
        yield "a question: write what its answer asserts"
    elif _is_command(says):
        yield "a command: write who must, may or should do what"
    elif not _has_verb(says):
        yield "no whole sentence: complete it from the lines above it, or delete it"
    if _ABOUT_ITSELF.match(says):
        yield "it speaks of the statement itself: keep it only if a headline could"
        return
    if left := _unnamed(says):
        yield f"'{left}': name who or what is meant"
    if _says_more(says) or len(split_parts(read(says))) > 1:
        yield "two assertions? Make each a claim of its own"


def _is_sentence(says: str) -> bool:
    return "?" not in says and _has_verb(says) and not _is_command(says)


def _has_verb(says: str) -> bool:
    """Whether a verb is there, those counted that could be nouns: 'the list takes', 'fares go'."""
    forms = [form.lower() for form in _words(says)]
    plural = False
    for before, form in pairwise(forms):
        plural = plural or (before.endswith("s") and not before.endswith("ss"))
        base = lemma(form)
        known = "v" in word(base).pos and form not in FUNCTION_WORDS and before not in _ARTICLES
        agrees = plural if form == base else form in (f"{base}s", f"{base}es")
        if known and agrees:
            return True
    return has_verb(says)


def _is_command(says: str) -> bool:
    found = _COMMAND.match(says)
    if found is None or found["verb"] is None:
        return found is not None
    verb = found["verb"].lower()
    following = says[found.end() :].split()[0].lower().strip(".,;:")
    return (
        "v" in word(verb).pos
        and lemma(verb) == verb
        and verb not in FUNCTION_WORDS
        and (following in _AFTER_COMMAND or following.endswith("ing"))
    )


def _unnamed(says: str) -> str | None:
    """The first word that points outside the sentence, or ``None``."""
    found = _SPEAKING.search(says) or _POINTING.search(says)
    if found:
        return found.group().strip()
    third = _THIRD.search(says)
    if third and not _NO_NOUN.search(says):
        before = re.findall(r"[\w-]+", says[: third.start()])
        named = any(each[0].isupper() for each in before[1:])
        if not named and not any("n" in word(lemma(each.lower())).pos for each in before):
            return third.group()
    return None


def _says_more(says: str) -> bool:
    """Whether a second assertion follows a whole first one."""
    if _NEGATED.search(says) or (_OPENED.match(says) and has_verb(says)):
        return True
    for joint in _JOINT.finditer(says):
        behind = " ".join(says[joint.end() :].split()[:_NEAR])
        # The first word of 'Fixed broadband and landlines' is no verb.
        if has_verb(says[: joint.start()].partition(" ")[2]) and (joint.group() == "; " or has_verb(behind)):
            return True
    return False


def _words(text: str) -> list[str]:
    return re.findall(r"[\w%$€£'’-]+", text)


def _among(form: str, words: list[str]) -> bool:
    """Whether ``words`` hold ``word`` in any form ('have' for 'has')."""
    return lemma(form.lower()) in {lemma(each.lower()) for each in words}
