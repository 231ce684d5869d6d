"""One text against one rule set: a verdict, and why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from claimcheck.judging.derivation import derive
from claimcheck.judging.explain import deciding_tokens, reason_for, spans_of, unexplained_spans
from claimcheck.judging.gates import why_not_judged
from claimcheck.judging.index import Index, build_index
from claimcheck.judging.model import Model, load_model, shares
from claimcheck.judging.opinion import certain
from claimcheck.judging.phrasings import Phrasings, phrasings_of
from claimcheck.judging.view import Ruling, View, ruling_on
from claimcheck.language.reading import Reading
from claimcheck.language.tokens import Token, tokenise
from claimcheck.result import VERDICTS, Explanation, Part, Result, Span, Verdict
from claimcheck.rulesets.model import Claim, RuleSet

# Beyond this nothing is read: a text of twenty pages is no headline, and time must stay bounded.
MOST_READ = 4_000

_SURE = 0.99  # the score of a verdict that an editor's own phrasing decides
_UNJUDGED = 0.95  # the score of 'not addressed' for a text that says nothing, or not in English


class Judge:
    """A rule set made ready to judge texts. It is built once and then answers always the same."""

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        self._index: Index = build_index(ruleset)
        self._model: Model = load_model(ruleset.statement.id)
        self._phrasings: Phrasings = phrasings_of(ruleset)
        self._last: tuple[str, Ruling] | None = None

    def judge(self, text: str) -> Result:
        """The verdict on ``text``. Any string is answered. Why, is worked out when it is asked for, which
        takes longer than the verdict."""
        tokens = _read(text)
        fixed = self._phrasings.verdict_on(tokens)
        if fixed is not None:
            return self._decided(text, *fixed)
        reading = self._index.correct(text, tokens)
        unjudged = why_not_judged(reading, self._index)
        if unjudged is not None:
            scores = certain("not_addressed", _UNJUDGED)
            return self._result(text, "not_addressed", scores, None, (), partial(Explanation, unjudged))
        ruling = self._ruling(text, reading)
        view = ruling.whole
        parts = tuple(_told(text, part) for part in ruling.parts)
        return self._result(
            text, view.verdict, view.scores, view.claim, parts, partial(self._explanation, text)
        )

    def _ruling(self, text: str, reading: Reading) -> Ruling:
        ruling = ruling_on(reading, self._index, self._model)
        # Most often the next thing asked is why. To keep the ruling with each result would cost some 40 kB.
        self._last = (text, ruling)
        return ruling

    def _explanation(self, text: str) -> Explanation:
        last = self._last
        if last is not None and last[0] == text:
            return self._explained(last[1].whole)
        return self._explained(self._ruling(text, self._index.correct(text, _read(text))).whole)

    def _explained(self, view: View) -> Explanation:
        opinion, verdict, index = view.opinion, view.verdict, self._index
        reading = opinion.reading
        by_token = shares(self._model, opinion.blocks)
        if verdict == "not_addressed":
            spans = unexplained_spans(reading, opinion.known, index)
        else:
            deciding = deciding_tokens(opinion, verdict, by_token, index, self._model)
            spans = spans_of(reading, deciding, opinion.alignments)
        reason = reason_for(verdict, reading.text, view.claim, spans)
        if view.objection:
            reason = f"{view.objection} {reason[:1].upper()}{reason[1:]}"
        derivation = derive(
            reading, index, opinion.alignments, opinion.scores, by_token, verdict, view.objection
        )
        return Explanation(reason, spans, derivation)

    def _decided(self, text: str, claim: Claim, verdict: Verdict) -> Result:
        words = {"supported": "supports", "contradicted": "contradicts", "not_addressed": "silent"}[verdict]
        reason = f"The rule set lists this wording under '{words}' of claim {claim.id}: {claim.says}"
        spans = (Span(0, len(text), "predicate"),) if text else ()
        return self._result(
            text, verdict, certain(verdict, _SURE), claim, (), partial(Explanation, reason, spans)
        )

    def _result(
        self,
        text: str,
        verdict: Verdict,
        scores: dict[Verdict, float],
        claim: Claim | None,
        parts: tuple[Part, ...],
        explain: Callable[[], Explanation],
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
            parts=parts or (Part(text, 0, len(text), verdict, claim_id),),
            explain=explain,
        )


def _read(text: str) -> tuple[Token, ...]:
    return tokenise(text)[:MOST_READ]


def _told(text: str, part: tuple[Span, View]) -> Part:
    where, view = part
    claim_id = view.claim.id if view.claim else None
    return Part(text[where.start : where.end], where.start, where.end, view.verdict, claim_id)
