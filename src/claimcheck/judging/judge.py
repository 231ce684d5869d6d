"""One text against one rule set: align, weigh, hold to the gates, explain."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.judging.align import Alignment, align
from claimcheck.judging.bag import Bag
from claimcheck.judging.derivation import derive
from claimcheck.judging.explain import deciding_tokens, reason_for, spans_of, unexplained_spans
from claimcheck.judging.gates import another_thing, why_not_judged, why_not_supported
from claimcheck.judging.index import Index, build_index
from claimcheck.judging.lexical import units_of
from claimcheck.judging.model import Model, bags, lead, likeliest, load_model, shares, weigh
from claimcheck.judging.phrasings import Phrasings, phrasings_of
from claimcheck.judging.restatement import restated
from claimcheck.judging.topics import is_about, is_near, nearest_claim
from claimcheck.language.parts import split_parts
from claimcheck.language.reading import Reading, stretch, without
from claimcheck.language.tokens import tokenise
from claimcheck.result import VERDICTS, Part, Result, Span, Verdict
from claimcheck.rulesets.model import Claim, RuleSet

# A text is weighed as one up to its 400th token; labelled sentences have a hundred at most.
MOST_TOKENS = 400
# Beyond this nothing is read: a text of twenty pages is no headline, and time must stay bounded.
MOST_READ = 4_000

_SURE = 0.99  # the score of a verdict that an editor's own phrasing decides
_RESTATED = 0.97  # the score of a verdict on a claim's own words
_UNJUDGED = 0.95  # the score of 'not addressed' for a text that says nothing, or not in English


@dataclass(frozen=True, slots=True)
class _Opinion:
    """A text as the weights see it: its reading, how it lies beside the claims, the claim that it is about,
    its features, and the probabilities; ``repeats`` where the words of a claim decide instead."""

    reading: Reading
    alignments: list[Alignment]
    known: dict[int, float]
    claim: int | None
    blocks: dict[str, Bag]
    scores: dict[Verdict, float]
    repeats: bool

    @property
    def verdict(self) -> Verdict:
        return likeliest(self.scores)


@dataclass(frozen=True, slots=True)
class _View:
    """An opinion held to the gates: the verdict that they leave standing (``objection`` says why they
    changed it) and the claim that it is about."""

    opinion: _Opinion
    verdict: Verdict
    objection: str | None
    claim: Claim | None


class Judge:
    """A rule set made ready to judge texts: built once, then only read."""

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        self._index: Index = build_index(ruleset)
        self._model: Model = load_model(ruleset.statement.id)
        self._phrasings: Phrasings = phrasings_of(ruleset)

    def judge(self, text: str) -> Result:
        """The verdict on ``text``. Any string is answered."""
        tokens = tokenise(text)[:MOST_READ]
        fixed = self._phrasings.verdict_on(tokens)
        if fixed is not None:
            claim, verdict = fixed
            return self._decided(text, claim, verdict)
        reading = self._index.correct(text, tokens)
        unjudged = why_not_judged(reading, self._index)
        if unjudged is not None:
            return self._result(
                text, "not_addressed", _certain("not_addressed", _UNJUDGED), None, unjudged, (), ()
            )
        view = self._view(self._beginning(reading))
        parts = self._parts(reading)
        view = _held_to_parts(view, parts)
        if view.verdict == "supported" and len(reading.tokens) > MOST_TOKENS:
            view = replace(view, verdict="not_addressed", objection="It is too long to vouch for as a whole.")
        opinion, verdict = view.opinion, view.verdict
        by_token = shares(self._model, opinion.blocks)
        if verdict == "not_addressed":
            spans = unexplained_spans(opinion.reading, opinion.known, self._index)
        else:
            deciding = deciding_tokens(
                opinion.reading,
                by_token,
                verdict,
                0.0 if opinion.repeats else lead(self._model, opinion.scores, verdict),
                lambda gone: self._verdict_without(opinion.reading, gone),
            )
            spans = spans_of(opinion.reading, deciding, opinion.alignments)
        reason = reason_for(verdict, text, view.claim, spans)
        if view.objection:
            reason = f"{view.objection} {reason[:1].upper()}{reason[1:]}"
        scores = _withheld(opinion.scores, verdict) if view.objection else opinion.scores
        derivation = derive(
            opinion.reading,
            self._index,
            opinion.alignments,
            opinion.scores,
            by_token,
            verdict,
            view.objection,
        )
        told = tuple(_told(text, part) for part in parts)
        return self._result(text, verdict, scores, view.claim, reason, spans, told, derivation)

    def _beginning(self, reading: Reading) -> Reading:
        """So much of ``reading`` as is weighed as one."""
        return reading if len(reading.tokens) <= MOST_TOKENS else stretch(reading, 0, MOST_TOKENS)

    def _opinion(self, reading: Reading) -> _Opinion:
        index, model = self._index, self._model
        alignments, known = align(reading, index)
        units = units_of(reading, index)
        claim = nearest_claim(reading, units, index, alignments, model.topics)
        name = None if claim is None else index.claims[claim].id
        blocks = bags(reading, units, index, alignments, known, name, model.scales, model.familiar)
        again = restated(reading, index, alignments[0]) if alignments else None
        if again is None:
            return _Opinion(reading, alignments, known, claim, blocks, weigh(model, blocks), False)
        claim = alignments[0].claim
        return _Opinion(reading, alignments, known, claim, blocks, _certain(again, _RESTATED), True)

    def _view(self, reading: Reading) -> _View:
        opinion = self._opinion(reading)
        verdict, objection = opinion.verdict, None
        if verdict == "supported" and not opinion.repeats:
            objection = why_not_supported(
                reading,
                self._index,
                opinion.claim,
                opinion.scores["supported"],
                lambda: self._supported_when_affirmed(reading),
                lambda gone: self._repeats_without(reading, gone),
            )
            if objection is not None:
                verdict = "not_addressed"
        near = opinion.repeats or is_about(opinion.alignments, self._model.topics)
        if verdict != "not_addressed" and not near:
            verdict, objection = "not_addressed", "No claim of the statement comes near."
        if verdict != "not_addressed" and opinion.claim is not None:
            other = another_thing(reading, self._index, opinion.claim)
            if other is not None:
                verdict, objection = "not_addressed", f'It speaks of "{other}", which is another matter.'
        silent = verdict == "not_addressed" and not is_near(opinion.alignments)
        claim = None if silent or opinion.claim is None else self._index.claims[opinion.claim]
        return _View(opinion, verdict, objection, claim)

    def _supported_when_affirmed(self, reading: Reading) -> float:
        """The probability of 'supported' with all that it denies asserted."""
        return self._opinion(replace(reading, signs=(1,) * len(reading.signs))).scores["supported"]

    def _verdict_without(self, reading: Reading, gone: set[int]) -> Verdict:
        """What the weights say of the text with some of its words taken out."""
        shorter = without(reading, gone)
        if why_not_judged(shorter, self._index) is not None:
            return "not_addressed"
        return self._opinion(shorter).verdict

    def _repeats_without(self, reading: Reading, gone: set[int]) -> bool:
        """Whether the text without some of its words is a claim in its own words."""
        opinion = self._opinion(without(reading, gone))
        return opinion.repeats and opinion.verdict == "supported"

    def _parts(self, reading: Reading) -> list[tuple[Span, _View]]:
        """The parts of a text of several propositions, each judged by itself; none of a simple one."""
        ranges = split_parts(reading)
        if len(ranges) < 2:
            return []
        tokens = reading.tokens
        return [
            (
                Span(tokens[first].start, tokens[end - 1].end, "part"),
                self._view(self._beginning(stretch(reading, first, end))),
            )
            for first, end in ranges
        ]

    def _decided(self, text: str, claim: Claim, verdict: Verdict) -> Result:
        words = {"supported": "supports", "contradicted": "contradicts", "not_addressed": "silent"}[verdict]
        reason = f"The rule set lists this wording under '{words}' of claim {claim.id}: {claim.says}"
        spans = (Span(0, len(text), "predicate"),) if text else ()
        return self._result(text, verdict, _certain(verdict, _SURE), claim, reason, spans, ())

    def _result(
        self,
        text: str,
        verdict: Verdict,
        scores: dict[Verdict, float],
        claim: Claim | None,
        reason: str,
        spans: tuple[Span, ...],
        parts: tuple[Part, ...],
        derivation: tuple[str, ...] = (),
    ) -> Result:
        statement = self.ruleset.statement
        claim_id = claim.id if claim else None
        return Result(
            text=text,
            verdict=verdict,
            score=round(scores[verdict], 4),
            scores={name: round(scores[name], 4) for name in VERDICTS},
            claim_id=claim_id,
            claim=claim.says if claim else None,
            quote=claim.quote if claim else None,
            voice=claim.voice if claim else None,
            statement_id=statement.id,
            statement_date=statement.date,
            reason=reason,
            spans=spans,
            parts=parts or (Part(text, 0, len(text), verdict, claim_id),),
            derivation=derivation,
        )


def _told(text: str, part: tuple[Span, _View]) -> Part:
    where, view = part
    claim_id = view.claim.id if view.claim else None
    return Part(text[where.start : where.end], where.start, where.end, view.verdict, claim_id)


def _held_to_parts(view: _View, parts: list[tuple[Span, _View]]) -> _View:
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


def _certain(verdict: Verdict, score: float) -> dict[Verdict, float]:
    return {name: score if name == verdict else (1 - score) / 2 for name in VERDICTS}


def _withheld(scores: dict[Verdict, float], verdict: Verdict) -> dict[Verdict, float]:
    """The scores where a gate withheld 'supported': its probability goes to the verdict given."""
    moved = dict(scores)
    moved[verdict] += moved["supported"] * 0.8
    moved["supported"] *= 0.2
    return moved
