"""The sentences of a draft judged in order, each as a reader of the draft understands it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from claimcheck.language.lexicon import operators
from claimcheck.language.tokens import tokenise
from claimcheck.linting.assertions import asserts
from claimcheck.linting.carrying import Names, Reading, read_on, restore, with_lead, without_opening
from claimcheck.linting.corrections import assertion_start
from claimcheck.linting.draft import Sentence
from claimcheck.linting.quotations import split_quotations
from claimcheck.linting.relevance import Subjects, Surroundings, is_relevant
from claimcheck.result import Explanation, Part, Result, Span, Verdict

_OTHER_NEWS = "It is about something else than the statement."

# How much of a verdict's probability goes to 'not addressed' where the draft takes the verdict back.
_TAKEN_BACK = 0.9

_DENYING = frozenset(("NEG", "DENIAL", "DENIAL_OF_REPORT", "FALSE"))


def judge_sentences(
    sentences: Iterable[Sentence], check: Callable[[str], Result], names: Names, subjects: Subjects
) -> list[Result | None]:
    """The results on ``sentences``, told of each as it is written; ``None`` for one that asserts nothing.

    A sentence is read on from the one before it in its paragraph, or from the line that leads its list. A
    verdict stands only where the sentence asserts something and is about the statement. Where it is 'not
    addressed' for an introduction ('To those who asked: ...'), what follows is judged; where a sentence
    quotes what the statement contradicts, without asserting it, the result is that on the quotation.
    """
    results: list[Result | None] = []
    around = Surroundings()
    before: Sentence | None = None
    read = ""
    for sentence in sentences:
        same_paragraph = before is not None and before.segment is sentence.segment
        reading = _read(sentence.text, read if same_paragraph else "", names)
        around.enter(sentence, named=bool(subjects.names(reading.text)))

        def judge(reading: Reading, sentence: Sentence = sentence) -> Result | None:
            held = _held(check(reading.text), around, subjects)
            return None if held is None else restore(held, sentence.text, reading)

        result = judge(reading)
        for other in (with_lead(sentence), _introduced(reading, subjects)):
            if other is not None and not _decided(result):
                result = _better(result, judge(other))
        if not _decided(result):
            result = _better(result, _on_quotation(sentence, check, around, subjects))
        results.append(result)
        before, read = sentence, reading.text
    return results


def _read(text: str, before: str, names: Names) -> Reading:
    # 'That is wrong: X' after another sentence denies that one, and asserts X.
    opening = assertion_start(text) if before else 0
    return without_opening(text, opening, before, names) if opening else read_on(text, before, names)


def _introduced(reading: Reading, subjects: Subjects) -> Reading | None:
    """What comes behind words that only introduce it ('To those who asked: X'), or ``None`` where none do:
    they name nothing of the statement and deny nothing."""
    introduction, colon, rest = reading.text.partition(": ")
    if (
        not colon
        or reading.length > len(introduction)
        or subjects.names(introduction)
        or _denies(introduction)
    ):
        return None
    cut = len(introduction) + len(colon)
    return Reading(rest, 0, cut - reading.length + reading.end - reading.start, 0)


def _denies(text: str) -> bool:
    return any(match.label in _DENYING for match in operators().matches(tokenise(text)))


def _held(result: Result, around: Surroundings, subjects: Subjects) -> Result | None:
    """``result`` where it can stand on a sentence of a draft; 'not addressed' where the sentence is about
    something else, ``None`` where it asserts nothing."""
    if not asserts(result.text, result.verdict, subjects.name_words):
        return None
    if result.verdict != "not_addressed" and not is_relevant(result.text, around, subjects):
        return _taken_back(result, _OTHER_NEWS)
    return result


def _taken_back(result: Result, reason: str) -> Result:
    moved = result.scores[result.verdict] * _TAKEN_BACK
    scores: dict[Verdict, float] = dict(result.scores)
    scores[result.verdict] = round(scores[result.verdict] - moved, 4)
    scores["not_addressed"] = round(scores["not_addressed"] + moved, 4)
    return result.retold(
        lambda told: replace(told, reason=reason, spans=()),
        verdict="not_addressed",
        score=scores["not_addressed"],
        scores=scores,
        claim_id=None,
        claim=None,
        quote=None,
        voice=None,
        conflict=False,
        others=(),
        parts=(Part(result.text, 0, len(result.text), "not_addressed", None),),
    )


def _on_quotation(
    sentence: Sentence, check: Callable[[str], Result], around: Surroundings, subjects: Subjects
) -> Result | None:
    """The result on the first contradicted quotation in ``sentence``, told of the whole; ``None`` where
    there is none, or where the sentence denies it."""
    split = split_quotations(sentence)
    if not split.inner or _denies(split.outside):
        return None
    for start, end in split.inner:
        result = _held(check(sentence.text[start:end]), around, subjects)
        if result is not None and result.verdict == "contradicted":
            return _told_of_whole(result, sentence.text, start)
    return None


def _told_of_whole(result: Result, text: str, start: int) -> Result:
    end = start + len(result.text)

    def moved(told: Explanation) -> Explanation:
        spans = (Span(span.start + start, span.end + start, span.role) for span in told.spans)
        return replace(told, spans=tuple(spans))

    return result.retold(
        moved,
        text=text,
        parts=(Part(text[start:end], start, end, result.verdict, result.claim_id),),
    )


def _decided(result: Result | None) -> bool:
    return result is not None and result.verdict != "not_addressed"


def _better(alone: Result | None, other: Result | None) -> Result | None:
    return other if alone is None or _decided(other) else alone
