"""A block to its assertions: whole sentences, and what stands within quotation marks without the
'a spokesperson said' around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.documents.sentences import sentences
from claimcheck.rulesets.model import Voice


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence as written, and whose words it is."""

    text: str
    voice: Voice


# A quotation of at least three words; a paragraph that leaves its quotation open quotes to its end.
_QUOTE = re.compile(r"“(?P<curly>[^“”]*)(?:”|$)|(?<![\w.,])\"(?P<straight>[^\"]*)(?:\"(?!\w)|$)")
_SAYS = (
    r"(?:said|says|emphasi[sz]e[sd]|clarifie[sd]|adds|added|told|state[sd]|explain(?:s|ed)|confirm(?:s|ed)|note[sd]|"
    r"comment(?:s|ed)|insist(?:s|ed)|announce[sd]|wrote|writes|reads?|declare[sd]|conclude[sd]|continue[sd]|"
    r"stresse[sd]|warn(?:s|ed)|repl(?:y|ies|ied)|according to)"
)
_ATTRIBUTION = re.compile(rf"\b{_SAYS}\b", re.IGNORECASE)
# 'We agree that "its benefits outweigh its risks".': the matter of the sentence stands in quotation marks.
_VERBATIM = re.compile(r"\bthat [\"“](?:[^\s\"“”]+ ){3,60}[^\s\"“”]+[\"”][.!]?$")
# Who says it stands nearer to the quotation than this; looking farther would take long in endless text.
_REACH = 1000
# What an attribution goes on to report: '..., adding that the terms stand.'
_ADDING = re.compile(
    r",? (?:adding|and (?:added|said)|but (?:added|said)|while (?:adding|saying)) that (?P<rest>.+)$"
)
_HEDGED = re.compile(
    r"\b(?:suggests?|suggesting|appears? (?:to|designed)|seems?|seemingly|apparently|perhaps|aims? to|"
    r"could become|in an apparent|a sign that|hints? (?:at|that))\b",
    re.IGNORECASE,
)


def utterances(text: str) -> Iterator[Utterance]:
    """The assertions of one block in order. Questions are left out: they assert nothing."""
    at = 0
    open_end = False
    for quote in _QUOTE.finditer(text):
        inner = (quote["curly"] or quote["straight"] or "").strip()
        before = text[at : quote.start()]
        if len(inner.split()) < 3 or not _stands_alone(before, inner):
            continue
        yield from _reported(before, attributes=open_end)
        yield from _said(inner)
        at = quote.end()
        # '"We stay," Ann Lee said.': the sentence goes on behind the quotation.
        open_end = inner[-1] in ",?!—-"
    yield from _reported(text[at:], attributes=open_end)


def unquoted(text: str) -> str:
    """``text`` without what stands in quotation marks: who says it, and how."""
    return _QUOTE.sub(" ", text)


def _stands_alone(before: str, inner: str) -> bool:
    """Whether a quotation is a sentence of its own, not some words within another's."""
    opened = before.rstrip()
    starts = not opened or opened[-1] in ".!?" or _introduces(opened)
    return ((starts or _goes_on(opened)) and inner[-1] in ".,!?…;—-") or (starts and not opened)


def _goes_on(before: str) -> bool:
    # '"We stay," she said, "and we build."'
    return before.endswith(",") and _ATTRIBUTION.search(before, max(0, len(before) - _REACH)) is not None


def _introduces(before: str) -> bool:
    # 'She said:', and 'She said,' in the same sentence.
    before = before.rstrip()[-_REACH:]
    sentence = max(before.rfind(mark) for mark in ".!?") + 1
    return before.endswith(":") or (
        before.endswith(",") and _ATTRIBUTION.search(before, sentence) is not None
    )


def _said(inner: str) -> Iterator[Utterance]:
    for start, end in sentences(inner):
        sentence = inner[start:end].rstrip(",;—- ")
        if not sentence.endswith("?") and " " in sentence:
            yield Utterance(sentence, "quoted")


def _reported(text: str, *, attributes: bool) -> Iterator[Utterance]:
    """Sentences outside quotation marks. With ``attributes`` the first goes on from a quotation; if it only
    tells who said that, it says nothing itself."""
    for number, (start, end) in enumerate(sentences(text)):
        sentence = text[start:end].strip(" ,")
        if number == 0 and attributes and _ATTRIBUTION.search(sentence):
            if rest := _ADDING.search(sentence):
                yield Utterance(rest["rest"], "paraphrased")
        elif end < len(text.rstrip()) or not _introduces(text[start:]):
            yield from _plain(sentence)


def _plain(sentence: str) -> Iterator[Utterance]:
    sentence = sentence.rstrip(" ;")
    if not sentence.endswith("?") and " " in sentence:
        verbatim = _VERBATIM.search(sentence)
        reported: Voice = "inferred" if _HEDGED.search(sentence) else "paraphrased"
        yield Utterance(sentence, "quoted" if verbatim else reported)
