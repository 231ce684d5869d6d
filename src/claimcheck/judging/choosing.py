"""Several statements on one text: which of them the answer rests on, and how the others stand to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.judging.judge import Judge
from claimcheck.language.lexicon import Lexicon
from claimcheck.language.tokens import tokenise
from claimcheck.result import Bearing, Explanation, Result, Standing, Successor, Verdict
from claimcheck.rulesets.model import RuleSet, Statement
from claimcheck.rulesets.succession import Heir, Succession, precedes

# Of the probability of a verdict that rests on a retired claim, so much goes to 'not addressed'.
_RETIRED_SHARE = 0.8
_LIKELY = 0.5  # above this score a verdict is likelier than the two others together

_SAYS: dict[Verdict, str] = {
    "supported": "supports this",
    "contradicted": "contradicts this",
    "not_addressed": "does not address this",
}


@dataclass(frozen=True, slots=True)
class _Voice:
    """One statement's result on the text, and the heir of the claim that it rests on, if that is retired."""

    ruleset: RuleSet
    result: Result
    heir: Heir | None

    @property
    def decides(self) -> bool:
        return self.result.verdict != "not_addressed" and self.heir is None


class Panel:
    """The statements that stand on a day, ready to judge texts together.

    The claims of a statement are read when the first text is put to it: of a thousand statements, few may
    ever be asked. That changes no answer, and two threads that both come first do no harm.
    """

    def __init__(self, succession: Succession) -> None:
        self._succession = succession
        self._rulesets = succession.standing
        self._judges: dict[int, Judge] = {}
        self._names = Lexicon(_names(self._rulesets))
        if len(self._rulesets) == 1:  # every text is put to it
            self._judge(0)

    def judge(self, text: str) -> Result:
        """The verdict on ``text``, with the statement it rests on and all others that bear on it."""
        asked = self._addressed(text) if len(self._rulesets) > 1 else [0]
        voices = [self._voice(self._rulesets[at], self._judge(at).judge(text)) for at in asked]
        chosen = choose(voices)
        others = [voice for voice in voices if voice is not chosen]
        result = _retire(chosen, others) if chosen.heir else chosen.result
        statement = chosen.ruleset.statement
        bearings = tuple(_bearing(other, chosen) for other in others if other.result.claim_id)
        silent = len(voices) if len(voices) > 1 and result.claim_id is None else 0
        return result.retold(
            lambda told: _told(told, silent, bearings),
            statement_title=statement.title,
            speaker=statement.speaker,
            as_of=self._succession.as_of,
            conflict=any(bearing.standing == "conflicts" for bearing in bearings),
            others=bearings,
        )

    def _judge(self, at: int) -> Judge:
        judge = self._judges.get(at)
        if judge is None:
            judge = self._judges[at] = Judge(self._rulesets[at])
        return judge

    def _voice(self, ruleset: RuleSet, result: Result) -> _Voice:
        heir = self._succession.heir
        statement_id = ruleset.statement.id
        found = heir(statement_id, result.claim_id)
        if found is None and result.verdict == "supported":
            # A certificate needs every part of it to stand today.
            retired = (
                heir(statement_id, part.claim_id) for part in result.parts if part.verdict == "supported"
            )
            found = next(filter(None, retired), None)
        return _Voice(ruleset, result, found)

    def _addressed(self, text: str) -> Sequence[int]:
        """The numbers of the statements that know a speaker named in ``text``; where it names no speaker, of
        those that know anybody it names; where it names nobody, of all."""
        found = {match.label for match in self._names.matches(tokenise(text))}
        spoken = {label[1:] for label in found if label.startswith("!")}
        known = spoken or {label[1:] for label in found}
        return sorted(map(int, known)) or range(len(self._rulesets))


def choose(voices: Sequence[_Voice]) -> _Voice:
    """The statement that the answer rests on.

    A verdict before a retired one before none. Of opposite verdicts the later statement's, where one
    speaker gave both; else a likely 'contradicted', as what another live statement denies gets no
    certificate. Then the surest one; of silent statements the one that comes nearest. A tie goes to the
    first.
    """
    deciding = [voice for voice in voices if voice.decides]
    if deciding:
        latest = [voice for voice in deciding if not any(_outdates(other, voice) for other in deciding)]
        return max(latest, key=lambda voice: (_is_likely_denial(voice.result), voice.result.score))
    retired = [voice for voice in voices if voice.result.verdict != "not_addressed"]
    if retired:
        return max(retired, key=lambda voice: voice.result.score)
    return max(
        voices, key=lambda voice: (bool(voice.result.claim_id), voice.heir is None, -voice.result.score)
    )


def _is_likely_denial(result: Result) -> bool:
    return result.verdict == "contradicted" and result.score > _LIKELY


def _names(standing: Sequence[RuleSet]) -> Iterator[tuple[str, str]]:
    """Every name with the number of each rule set that knows it; '!' marks those of somebody who speaks."""
    speakers = {(ruleset.statement.speaker or "").casefold() for ruleset in standing} - {""}
    for at, ruleset in enumerate(standing):
        speaker = ruleset.statement.speaker
        if speaker:
            yield f"!{at}", speaker
        for entity in ruleset.entities:
            mark = "!" if entity.name.casefold() in speakers else "="
            for name in (entity.name, *entity.aliases):
                yield f"{mark}{at}", name


def _outdates(later: _Voice, earlier: _Voice) -> bool:
    """Whether the same speaker said the opposite on a later day."""
    speaker = later.ruleset.statement.speaker
    return (
        later.result.verdict != earlier.result.verdict
        and precedes(earlier.ruleset, later.ruleset)
        and speaker is not None
        and speaker.casefold() == (earlier.ruleset.statement.speaker or "").casefold()
    )


def _standing(voice: _Voice, chosen: _Voice) -> Standing:
    if voice.heir is not None:
        return "superseded"
    if voice.result.verdict == "not_addressed":
        return "silent"
    if not chosen.decides or voice.result.verdict == chosen.result.verdict:
        return "agrees"
    return "earlier" if _outdates(chosen, voice) else "conflicts"


def _bearing(voice: _Voice, chosen: _Voice) -> Bearing:
    result, statement = voice.result, voice.ruleset.statement
    return Bearing(
        statement_id=statement.id,
        statement_title=statement.title,
        statement_date=statement.date,
        speaker=statement.speaker,
        verdict=result.verdict,
        score=result.score,
        claim_id=result.claim_id,
        claim=result.claim,
        quote=result.quote,
        voice=result.voice,
        standing=_standing(voice, chosen),
    )


def _retire(voice: _Voice, others: Sequence[_Voice]) -> Result:
    """The result of ``voice`` with what took the place of its claim; a verdict on it no longer stands."""
    heir, result = voice.heir, voice.result
    assert heir is not None
    later = _successor(heir, others)
    told = f"was superseded by {_named(heir.ruleset.statement)}"
    told += f", which says: {_ended(later.claim)}" if later.claim else "."
    if result.verdict == "not_addressed":
        return result.retold(
            lambda why: replace(why, reason=f"{_ended(why.reason)} That claim {told}"), superseded_by=later
        )
    scores = dict(result.scores)
    moved = _RETIRED_SHARE * scores[result.verdict]
    scores[result.verdict] = round(scores[result.verdict] - moved, 4)
    scores["not_addressed"] = round(scores["not_addressed"] + moved, 4)
    own = _named(voice.ruleset.statement)
    parts = tuple(
        replace(part, verdict="not_addressed") if part.verdict == result.verdict else part
        for part in result.parts
    )
    reason = f"{own[:1].upper()}{own[1:]} {_SAYS[result.verdict]}, but the claim {told}"
    return result.retold(
        lambda why: replace(why, reason=reason),
        verdict="not_addressed",
        score=scores["not_addressed"],
        scores=scores,
        parts=parts,
        superseded_by=later,
    )


def _successor(heir: Heir, others: Sequence[_Voice]) -> Successor:
    statement, claim = heir.ruleset.statement, heir.claim
    if claim is None:
        nearest = next((voice.result for voice in others if voice.ruleset is heir.ruleset), None)
        claims = {claim.id: claim for claim in heir.ruleset.claims}
        claim = claims.get(nearest.claim_id or "") if nearest else None
    return Successor(
        statement_id=statement.id,
        statement_title=statement.title,
        statement_date=statement.date,
        speaker=statement.speaker,
        claim_id=claim.id if claim else None,
        claim=claim.says if claim else None,
        quote=claim.quote if claim else None,
        voice=claim.voice if claim else None,
    )


def _told(why: Explanation, silent: int, bearings: Sequence[Bearing]) -> Explanation:
    """``why`` with the statements that say or said the opposite; of so many ``silent`` statements none has
    more to tell than the others."""
    # Without a derivation the text could not be judged at all, and the reason says why.
    if silent and why.derivation:
        why = replace(why, reason=f"None of the {silent} statements asked speaks of this.")
    return replace(why, reason=" ".join([why.reason, *_dissent(bearings)])) if bearings else why


def _dissent(bearings: Sequence[Bearing]) -> Iterator[str]:
    """A sentence for each statement that says or said the opposite."""
    for one in bearings:
        what = f"{_SAYS[one.verdict]}: {_ended(one.claim or '')}"
        if one.standing == "conflicts":
            yield f"Conflict: {_named(one)} {what}"
        elif one.standing == "earlier":
            yield f"Earlier, {_named(one)} said otherwise: {_ended(one.claim or '')}"


def _named(statement: Statement | Bearing) -> str:
    """'the statement of 2026-02-27 by Pellworth Ferries [ferries]'."""
    if isinstance(statement, Statement):
        name, date = statement.id, statement.date
    else:
        name, date = statement.statement_id, statement.statement_date
    day = f" of {date}" if date else ""
    speaker = f" by {statement.speaker}" if statement.speaker else ""
    return f"the{'' if date else ' undated'} statement{day}{speaker} [{name}]"


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
