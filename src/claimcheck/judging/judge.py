"""One text against one rule set: align, weigh, hold to the gates, explain."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.judging.align import Alignment, align
from claimcheck.judging.bag import Bag
from claimcheck.judging.derivation import derive
from claimcheck.judging.explain import deciding_tokens, reason_for, spans_of, unexplained_spans
from claimcheck.judging.gates import why_not_judged, why_not_supported
from claimcheck.judging.index import Index, build_index
from claimcheck.judging.model import Model, bags, likeliest, load_model, shares, weigh
from claimcheck.judging.phrasings import Phrasings, phrasings_of
from claimcheck.judging.restatement import restated
from claimcheck.judging.topics import is_about, is_near, nearest_claim
from claimcheck.language.parts import split_parts
from claimcheck.language.reading import Reading
from claimcheck.result import VERDICTS, Part, Result, Span, Verdict
from claimcheck.rulesets.model import Claim, RuleSet

# A text is weighed as one up to its 400th token; labelled sentences have a hundred at most.
MOST_TOKENS = 400

_SURE = 0.99  # the score of a verdict that an editor's own phrasing decides
_RESTATED = 0.97  # the score of a verdict on a claim's own words
_UNJUDGED = 0.95  # the score of 'not addressed' for a text that says nothing, or not in English


@dataclass(frozen=True, slots=True)
class _Opinion:
    """A text as the weights see it: its reading, how it lies beside the claims, its features, and the
    probabilities; ``repeats`` where the words of a claim decide instead."""

    reading: Reading
    alignments: list[Alignment]
    known: dict[int, float]
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
        fixed = self._phrasings.verdict_on(text)
        if fixed is not None:
            claim, verdict = fixed
            return self._decided(text, claim, verdict)
        reading = self._index.correct(text)
        unjudged = why_not_judged(reading, self._index)
        if unjudged is not None:
            return self._result(
                text, "not_addressed", _certain("not_addressed", _UNJUDGED), None, unjudged, (), ()
            )
        view = self._view(self._beginning(reading))
        parts = self._parts(reading, view)
        view = _held_to_parts(view, parts)
        if view.verdict == "supported" and len(reading.tokens) > MOST_TOKENS:
            view = replace(view, verdict="not_addressed", objection="It is too long to vouch for as a whole.")
        opinion, verdict = view.opinion, view.verdict
        by_token = shares(self._model, opinion.blocks)
        if verdict == "not_addressed":
            spans = unexplained_spans(opinion.reading, opinion.known, self._index)
        else:
            tokens = deciding_tokens(
                opinion.reading, by_token, verdict, lambda gone: self._verdict_without(opinion.reading, gone)
            )
            spans = spans_of(opinion.reading, tokens, opinion.alignments)
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
        return self._result(text, verdict, scores, view.claim, reason, spans, parts, derivation)

    def _beginning(self, reading: Reading) -> Reading:
        """So much of ``reading`` as is weighed as one."""
        if len(reading.tokens) <= MOST_TOKENS:
            return reading
        return self._index.correct(reading.text[: reading.tokens[MOST_TOKENS].start])

    def _opinion(self, reading: Reading) -> _Opinion:
        alignments, known = align(reading, self._index)
        blocks = self._blocks(reading, alignments, known)
        again = restated(reading, self._index, alignments[0]) if alignments else None
        scores = _certain(again, _RESTATED) if again else weigh(self._model, blocks)
        return _Opinion(reading, alignments, known, blocks, scores, again is not None)

    def _blocks(
        self, reading: Reading, alignments: list[Alignment], known: dict[int, float]
    ) -> dict[str, Bag]:
        model = self._model
        return bags(reading, self._index, alignments, known, model.scales, model.familiar)

    def _view(self, reading: Reading) -> _View:
        opinion = self._opinion(reading)
        verdict, objection = opinion.verdict, None
        if verdict == "supported" and not opinion.repeats:
            objection = why_not_supported(
                reading,
                self._index,
                opinion.scores["supported"],
                lambda: self._supported_when_turned(opinion),
                lambda gone: self._repeats_without(reading, gone),
            )
            if objection is not None:
                verdict = "not_addressed"
        if opinion.repeats:
            claim: Claim | None = self._index.claims[opinion.alignments[0].claim]
        else:
            claim = nearest_claim(reading, self._index, opinion.alignments, self._model)
        near = opinion.repeats or is_about(opinion.alignments, self._model)
        if verdict != "not_addressed" and not near:
            verdict, objection = "not_addressed", "No claim of the statement comes near."
        if verdict == "not_addressed" and not is_near(opinion.alignments):
            claim = None
        return _View(opinion, verdict, objection, claim)

    def _supported_when_turned(self, opinion: _Opinion) -> float:
        """The probability of 'supported' with all that it asserts denied, all that it denies asserted."""
        turned = replace(opinion.reading, signs=tuple(-sign for sign in opinion.reading.signs))
        return weigh(self._model, self._blocks(turned, opinion.alignments, opinion.known))["supported"]

    def _verdict_without(self, reading: Reading, gone: set[int]) -> Verdict:
        """What the weights say of the text with some of its words taken out."""
        shorter = self._index.correct(without(reading, gone))
        if why_not_judged(shorter, self._index) is not None:
            return "not_addressed"
        return self._opinion(shorter).verdict

    def _repeats_without(self, reading: Reading, gone: set[int]) -> bool:
        """Whether the text without some of its words is a claim in its own words."""
        opinion = self._opinion(self._index.correct(without(reading, gone)))
        return opinion.repeats and opinion.verdict == "supported"

    def _parts(self, reading: Reading, view: _View) -> tuple[Part, ...]:
        """The parts of a text of several propositions, each judged by itself."""
        text, tokens = reading.text, reading.tokens
        ranges = split_parts(reading)
        if len(ranges) < 2:
            return (Part(text, 0, len(text), view.verdict, view.claim.id if view.claim else None),)
        out = []
        for first, end in ranges:
            start, stop = tokens[first].start, tokens[end - 1].end
            part = self._view(self._beginning(self._index.correct(text[start:stop])))
            out.append(
                Part(text[start:stop], start, stop, part.verdict, part.claim.id if part.claim else None)
            )
        return tuple(out)

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


def without(reading: Reading, gone: set[int]) -> str:
    """The text of ``reading`` with the tokens ``gone`` taken out."""
    pieces, behind = [], 0
    for at in sorted(gone):
        pieces.append(reading.text[behind : reading.tokens[at].start])
        behind = max(behind, reading.tokens[at].end)
    pieces.append(reading.text[behind:])
    return " ".join(" ".join(pieces).split())


def _held_to_parts(view: _View, parts: tuple[Part, ...]) -> _View:
    """'supported' needs every part supported or silent in itself: one contradicted part withholds it."""
    bad = [part for part in parts if part.verdict == "contradicted"]
    if view.verdict != "supported" or not bad:
        return view
    return replace(view, verdict="not_addressed", objection=f'One part, "{bad[0].text}", is not supported.')


def _certain(verdict: Verdict, score: float) -> dict[Verdict, float]:
    return {name: score if name == verdict else (1 - score) / 2 for name in VERDICTS}


def _withheld(scores: dict[Verdict, float], verdict: Verdict) -> dict[Verdict, float]:
    """The scores where a gate withheld 'supported': its probability goes to the verdict given."""
    moved = dict(scores)
    moved[verdict] += moved["supported"] * 0.8
    moved["supported"] *= 0.2
    return moved
