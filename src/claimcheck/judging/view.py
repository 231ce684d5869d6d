"""An opinion held to the gates, of a text and of each of its parts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.judging.gates import another_thing, says_something, why_not_supported
from claimcheck.judging.index import Index
from claimcheck.judging.model import Model
from claimcheck.judging.opinion import Opinion, opinion_of
from claimcheck.judging.topics import is_about, is_near
from claimcheck.language.parts import split_parts
from claimcheck.language.reading import Reading, stretch, without
from claimcheck.result import Span, Verdict
from claimcheck.rulesets.model import Claim

# A text is weighed as one up to its 400th token; labelled sentences have a hundred at most.
MOST_TOKENS = 400

_WITHHELD = 0.8  # where a gate withholds a verdict, so much of its probability goes to the one given


@dataclass(frozen=True, slots=True)
class View:
    """The verdict that the gates leave standing of an opinion (``objection`` says why they changed it) and
    the claim that it is about."""

    opinion: Opinion
    verdict: Verdict
    objection: str | None
    claim: Claim | None

    @property
    def scores(self) -> dict[Verdict, float]:
        """The probability of each verdict."""
        scores = self.opinion.scores
        if not self.objection:
            return scores
        moved, withheld = dict(scores), self.opinion.verdict
        moved[self.verdict] += moved[withheld] * _WITHHELD
        moved[withheld] *= 1 - _WITHHELD
        return moved


@dataclass(frozen=True, slots=True)
class Ruling:
    """The view of a whole text, held to those of its parts; no parts where the text is a simple one."""

    whole: View
    parts: tuple[tuple[Span, View], ...]


def ruling_on(reading: Reading, index: Index, model: Model) -> Ruling:
    """The ruling of ``index`` and ``model`` on ``reading``."""
    view = _view_of(_beginning(reading), index, model)
    parts = tuple(
        (_place(reading, start, end), _view_of(_beginning(stretch(reading, start, end)), index, model))
        for start, end in _ranges(reading)
    )
    view = _held_to_parts(view, parts)
    if view.verdict == "supported" and len(reading.tokens) > MOST_TOKENS:
        view = replace(view, verdict="not_addressed", objection="It is too long to vouch for as a whole.")
    return Ruling(view, parts)


def _beginning(reading: Reading) -> Reading:
    """So much of ``reading`` as is weighed as one."""
    return reading if len(reading.tokens) <= MOST_TOKENS else stretch(reading, 0, MOST_TOKENS)


def _ranges(reading: Reading) -> list[tuple[int, int]]:
    ranges = split_parts(reading)
    return ranges if len(ranges) > 1 else []


def _place(reading: Reading, start: int, end: int) -> Span:
    return Span(reading.tokens[start].start, reading.tokens[end - 1].end, "part")


def _view_of(reading: Reading, index: Index, model: Model) -> View:
    opinion = opinion_of(reading, index, model)
    verdict, objection = opinion.verdict, None
    if verdict != "not_addressed" and not opinion.repeats and not says_something(opinion):
        verdict, objection = "not_addressed", "It names a topic but says nothing of it."
    if verdict == "supported" and not opinion.repeats:
        objection = why_not_supported(
            opinion, index, lambda gone: opinion_of(without(reading, gone), index, model)
        )
        if objection is not None:
            verdict = "not_addressed"
    near = opinion.repeats or is_about(opinion.alignments, model.topics)
    if verdict != "not_addressed" and not near:
        verdict, objection = "not_addressed", "No claim of the statement comes near."
    if verdict != "not_addressed":
        other = another_thing(opinion, index)
        if other is not None:
            verdict, objection = "not_addressed", f'It speaks of "{other}", which is another matter.'
    silent = verdict == "not_addressed" and not is_near(opinion.alignments)
    claim = None if silent or opinion.claim is None else index.claims[opinion.claim]
    return View(opinion, verdict, objection, claim)


def _held_to_parts(view: View, parts: tuple[tuple[Span, View], ...]) -> View:
    """'supported' is withheld where a part is more surely contradicted than the whole is supported."""
    support = view.opinion.scores["supported"]
    bad = [
        where
        for where, part in parts
        if part.verdict == "contradicted" and part.opinion.scores["contradicted"] > support
    ]
    if view.verdict != "supported" or not bad:
        return view
    words = view.opinion.reading.text[bad[0].start : bad[0].end]
    return replace(view, verdict="not_addressed", objection=f'One part, "{words}", is not supported.')
