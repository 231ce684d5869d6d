"""What an editor should look at in a drafted claim, and how sure claimcheck is of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.judging.judge import Judge
from claimcheck.language.parts import split_parts
from claimcheck.language.reading import read
from claimcheck.language.words import lemma
from claimcheck.result import Verdict
from claimcheck.rulesets.letters import lowered
from claimcheck.rulesets.model import Claim, Examples

_ABOUT_ITSELF = re.compile(r"(?:This|The) (?:statement|notice|bulletin|announcement|release|page)\b")
# 'X remains manager and has the backing of the board', 'X stays; Y goes'.
_SECOND_VERB = re.compile(
    r"(?:;|\b(?:and|but|while)) (?:\w+ ){0,3}?"
    r"(?:is|are|was|were|will|would|has|have|had|can|must|may|does|did|remains?|stays?|holds?)\b"
)


@dataclass(frozen=True, slots=True)
class Look:
    """A drafted claim: examples that it starts with, what to look at (empty where nothing is), and how
    sure claimcheck is that it understands the claim: the score, 0 to 1, of its own words and of their denial,
    the lesser of both, 0 where one gets another verdict than it should, ``None`` where no judge was asked.
    """

    examples: Examples
    notes: tuple[str, ...]
    sureness: float | None


def look(claim: Claim, judge: Judge | None) -> Look:
    """Looks at ``claim`` of the statement that ``judge`` judges by; without a judge, at its words alone."""
    plain = claim.says.rstrip(".!… ")
    own, sure = _first((plain,), "supported", judge)
    denial, denied = _first(
        (f"It is not true that {lowered(plain)}", f"It is false that {lowered(plain)}"), "contradicted", judge
    )
    beyond, _ = _first(
        (f"{plain}, at a cost of $7.3 billion", f"{plain}, on 3 March 1987"), "not_addressed", judge
    )
    notes = [*_reading(claim), *_shape(claim)]
    if judge is None:
        return Look(Examples((own,), (denial,), (beyond,)), tuple(notes), None)
    if not sure:
        notes.append("its own words are not recognised: shorten 'says' to one plain assertion")
    elif not denied:
        notes.append("its denial is not recognised: shorten 'says', or add a denial to 'contradicts'")
    return Look(Examples((own,), (denial,), (beyond,)), tuple(notes), min(sure, denied))


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
    says, quote = _words(claim.says), _words(claim.quote)
    lost = [word for word in quote if not _among(word, says)]
    new = [word for word in says if not _among(word, quote)]
    if new:
        replaced = f"'{' '.join(lost[:3])}'" if lost else "the quote"
        yield f"{replaced} is read with '{' '.join(new[:6])}': is that meant?"


def _shape(claim: Claim) -> Iterator[str]:
    if _ABOUT_ITSELF.match(claim.says):
        yield "it speaks of the statement itself: keep it only if a headline could"
    elif _SECOND_VERB.search(claim.says) or len(split_parts(read(claim.says))) > 1:
        yield "two assertions? Make each a claim of its own"


def _words(text: str) -> list[str]:
    return re.findall(r"[\w%$€£'’-]+", text)


def _among(word: str, words: list[str]) -> bool:
    """Whether ``words`` hold ``word`` in any form ('have' for 'has')."""
    return lemma(word.lower()) in {lemma(each.lower()) for each in words}
