"""Why a verdict: the words that decided it, and one plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import chain, pairwise, takewhile

from claimcheck.judging.align import Alignment
from claimcheck.judging.gates import why_not_judged
from claimcheck.judging.index import Index
from claimcheck.judging.model import Model, Triple, lead, shares
from claimcheck.judging.opinion import Opinion, opinion_of
from claimcheck.language.reading import Reading, without
from claimcheck.language.tokens import is_content
from claimcheck.result import VERDICTS, Span, Verdict
from claimcheck.rulesets.model import Claim

# More words than this are no explanation; the longest headlines hang on fewer.
_MOST_WORDS = 7
_FEW = 3  # shown where no few words decide


def deciding_tokens(
    opinion: Opinion, verdict: Verdict, by_token: Mapping[int, Triple], index: Index, model: Model
) -> list[int]:
    """The fewest words and whole operators ('no longer') without which the text gets another verdict than
    ``verdict``; where no few of them decide, those that add most to it.

    ``by_token`` is what each token adds to each verdict. They are taken out in that order, as many as it
    takes to make up for the lead of ``verdict`` or more; where that does not do, one by one, each time what
    adds most to what is left. Then they are put back one by one where the rest suffices.
    """
    reading = opinion.reading
    units = sorted(_units(reading), key=lambda unit: (-_push(unit, by_token, verdict), unit.start))
    margin = 0.0 if opinion.repeats else lead(model, opinion.scores, verdict)

    @cache  # the same words are taken out on more than one way
    def left(gone: frozenset[int]) -> Opinion | None:
        return _without(reading, gone, index, model) if gone else opinion

    def turns(chosen: Sequence[range]) -> bool:
        found = left(_tokens(chosen))
        return found is None or found.verdict != verdict

    pushes = [_push(unit, by_token, verdict) for unit in units]
    prefixes = (units[:count] for count in range(_reaching(margin, pushes), len(units) + 1))
    greedy = _one_by_one(reading, units, verdict, left, model)
    for chosen in chain(takewhile(_are_few, prefixes), takewhile(_are_few, greedy)):
        if turns(chosen):
            for unit in reversed(chosen[:-1]):
                fewer = [one for one in chosen if one != unit]
                if turns(fewer):
                    chosen = fewer
            return sorted(_tokens(chosen))
    return sorted(_tokens([unit for unit, push in zip(units, pushes, strict=True) if push > 0][:_FEW]))


def _one_by_one(
    reading: Reading,
    units: Sequence[range],
    verdict: Verdict,
    left: Callable[[frozenset[int]], Opinion | None],
    model: Model,
) -> Iterator[list[range]]:
    """Ever more of ``units``: what adds most to ``verdict`` once those before it have been taken out.
    ``left`` is what the weights make of the text without some of its tokens."""
    places = {id(token): at for at, token in enumerate(reading.tokens)}
    chosen: list[range] = []
    while len(chosen) < len(units):
        found = left(_tokens(chosen))
        if found is None:
            return
        by_token = {
            places[id(found.reading.tokens[at])]: row for at, row in shares(model, found.blocks).items()
        }
        rest = [unit for unit in units if unit not in chosen]
        chosen = [*chosen, max(rest, key=lambda unit: _push(unit, by_token, verdict))]
        yield chosen


def _without(reading: Reading, gone: Set[int], index: Index, model: Model) -> Opinion | None:
    """What the weights make of the text with some of its words taken out, ``None`` where it cannot be judged
    then."""
    shorter = without(reading, gone)
    return opinion_of(shorter, index, model) if why_not_judged(shorter, index) is None else None


def _push(unit: range, by_token: Mapping[int, Triple], verdict: Verdict) -> float:
    """By how much more ``unit`` adds to ``verdict`` than to the next."""
    at = VERDICTS.index(verdict)
    rows = [by_token[token] for token in unit if token in by_token]
    return sum(row[at] - max(share for other, share in enumerate(row) if other != at) for row in rows)


def _reaching(margin: float, pushes: Sequence[float]) -> int:
    """How many of ``pushes`` add up to ``margin``, at least one."""
    total = 0.0
    for count, push in enumerate(pushes, start=1):
        total += push
        if total >= margin:
            return count
        if push <= 0:
            break
    return 1


def _units(reading: Reading) -> list[range]:
    """The words with a meaning of their own, numbers and whole operators of ``reading``: what can be pointed
    at. 'isn't' is two tokens and one word."""
    tokens = reading.tokens
    starts = [at for at in range(len(tokens)) if at == 0 or tokens[at].start != tokens[at - 1].start]
    words = [range(start, end) for start, end in pairwise([*starts, len(tokens)])]
    word_of = {at: unit for unit in words for at in unit}
    units = [range(word_of[match.start].start, word_of[match.end - 1].stop) for match in reading.operators]
    inside = {at for unit in units for at in unit}
    units += [unit for unit in words if inside.isdisjoint(unit) and is_content(tokens[unit[0]])]
    return list(dict.fromkeys(units))


def _are_few(units: Sequence[range]) -> bool:
    return len(_tokens(units)) <= _MOST_WORDS


def _tokens(units: Sequence[range]) -> frozenset[int]:
    return frozenset(at for unit in units for at in unit)


def spans_of(reading: Reading, tokens: Sequence[int], alignments: list[Alignment]) -> tuple[Span, ...]:
    """The spans of ``tokens`` with the role that each plays; neighbours of one role are one span."""
    linked = alignments[0].links if alignments else {}
    numeric = {at for q in reading.quantities for at in range(q.start, q.end)}
    out: list[Span] = []
    last = -2
    for at in tokens:
        token = reading.tokens[at]
        if at in numeric:
            role = "quantity"
        elif reading.operator_at[at]:
            role = "operator"
        elif at in linked and linked[at].nearness >= 0.75 and not reading.predicate_at[at]:
            role = "topic"
        else:
            role = "predicate"
        if out and last == at - 1 and out[-1].role == role:
            out[-1] = Span(out[-1].start, max(out[-1].end, token.end), role)
        elif not out or token.start >= out[-1].end:
            out.append(Span(token.start, token.end, role))
        last = at
    return tuple(out)


def unexplained_spans(reading: Reading, known: dict[int, float], index: Index) -> tuple[Span, ...]:
    """What the statement does not give: amounts, names and words that nothing in it speaks of."""
    out = [
        Span(reading.tokens[q.start].start, reading.tokens[q.end - 1].end, "unexplained")
        for q in reading.quantities
        if not index.giving(q)
    ]
    out += [
        Span(reading.tokens[at].start, reading.tokens[at].end, "unexplained")
        for at in reading.content
        if at not in known and not reading.operator_at[at]
    ]
    merged: list[Span] = []
    for span in sorted(out, key=lambda span: span.start):
        if merged and span.start - merged[-1].end <= 1:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end), "unexplained")
        else:
            merged.append(span)
    return tuple(merged)


def quoted(text: str, spans: Sequence[Span]) -> str:
    """The words of the spans in quotation marks: '"no longer" ... "sole host"'."""
    return ", ".join(f'"{text[span.start : span.end]}"' for span in spans)


def reason_for(verdict: Verdict, text: str, claim: Claim | None, spans: Sequence[Span]) -> str:
    """One plain sentence: the claim, the words of the text, and how they stand to each other."""
    words = quoted(text, spans[:4])
    says = claim.says.rstrip(".") if claim else ""
    if verdict == "supported":
        return (
            f"Says {words}; the statement says the same: {says}." if words else f"The statement says: {says}."
        )
    if verdict == "contradicted":
        return (
            f"Says {words}, but the statement says: {says}."
            if words
            else f"The statement says otherwise: {says}."
        )
    missing = f"not in the statement: {words}" if words else "the statement does not say this"
    return f"Closest: {says}; {missing}." if claim else "The statement does not speak of this."
