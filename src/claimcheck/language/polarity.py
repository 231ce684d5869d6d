"""Which words of a text are asserted and which are denied.

Negation, denial ('Microsoft denies that ...') and debunking ('... ? Not so', 'Myth: ...') each turn over
what stands in their scope; two of them cancel. Scope is read from clause and sentence boundaries, which
is what headline English offers (no parse; the idea of marking words under negation goes back to Das and
Chen 2001 and Pang, Lee and Vaithyanathan 2002, here with typed operators and parity).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.language.lexicon import Match
from claimcheck.language.tables import word_sets
from claimcheck.language.tokens import Token

_CLAUSE_END = frozenset(",;:—-()?!.…")
_CLAUSE_STARTS = word_sets()["clause-starts"]
_SENTENCE_END = frozenset("?!.…")
_CLOSING = frozenset("\")'")
_PASSIVE = word_sets()["passive-marks"]
_OBJECT = word_sets()["object-starts"] | frozenset(":-—")
_REPORT_REACH = 5
_SHORT_ANSWER = 6  # words
_FLIPS_RIGHT = frozenset({"NEG", "NOLONGER", "NOTYET", "NEG_WEAK"})


def sentence_ids(tokens: Sequence[Token]) -> list[int]:
    """The number of the sentence that each token stands in."""
    out, number, open_ended = [], 0, False
    for token in tokens:
        if open_ended and token.norm not in _SENTENCE_END and token.norm not in _CLOSING:
            number += 1
            open_ended = False
        out.append(number)
        if token.norm in _SENTENCE_END:
            open_ended = True
    return out


def clause_ids(tokens: Sequence[Token]) -> list[int]:
    """The number of the clause that each token stands in, by punctuation and conjunctions."""
    out, number = [], 0
    for at, token in enumerate(tokens):
        joined = (
            token.norm == "-"
            and at > 0
            and at + 1 < len(tokens)
            and (tokens[at - 1].end == token.start and tokens[at + 1].start == token.end)
        )
        if (token.norm in _CLAUSE_END and not joined) or token.norm in _CLAUSE_STARTS:
            number += 1
        out.append(number)
    return out


def signs(tokens: Sequence[Token], operators: Sequence[Match]) -> list[int]:
    """+1 for each token that is asserted, -1 for each that is denied."""
    flips = [0] * len(tokens)
    sentences = sentence_ids(tokens)
    clauses = clause_ids(tokens)
    for match in operators:
        if match.label in _FLIPS_RIGHT:
            scope = _clause_after(match, clauses, sentences, tokens)
        elif match.label == "DENIAL":
            scope = _denied(match, tokens, sentences)
        elif match.label == "FALSE":
            scope = _debunked(match, tokens, sentences, operators)
        else:
            continue
        for at in scope:
            if not match.start <= at < match.end:
                flips[at] += 1
    return [-1 if count % 2 else 1 for count in flips]


def _clause_after(
    match: Match, clauses: Sequence[int], sentences: Sequence[int], tokens: Sequence[Token]
) -> range:
    """From the operator to the end of its clause."""
    start, end = _sentence(match.start, sentences)
    if not any(token.is_word for token in tokens[match.end : end]):
        return _before(start, match.start, sentences, tokens)
    if tokens[match.end].norm in _CLAUSE_END:
        return range(0)  # 'leaky or not, ...'
    end = match.end
    while end < len(tokens) and clauses[end] == clauses[match.end]:
        end += 1
    return range(match.end, end)


def _before(start: int, at: int, sentences: Sequence[int], tokens: Sequence[Token]) -> range:
    """What a negation that ends its sentence denies: the question before it where the sentence is but an
    answer ('The company says it has not.'), else the sentence itself."""
    words = sum(token.is_word for token in tokens[start:at])
    if start > 0 and tokens[start - 1].norm == "?" and words <= _SHORT_ANSWER:
        return range(_sentence(start - 1, sentences)[0], start)
    first = at
    while first > start and tokens[first - 1].norm not in (",", ";", ":", "-"):
        first -= 1
    tag = first > start and any(token.norm == "?" for token in tokens[at : at + 3])
    return range(0) if tag else range(first, at)  # '..., is it not?' denies nothing


def _sentence(at: int, sentences: Sequence[int]) -> tuple[int, int]:
    start = end = at
    while start > 0 and sentences[start - 1] == sentences[at]:
        start -= 1
    while end < len(sentences) and sentences[end] == sentences[at]:
        end += 1
    return start, end


def _denied(match: Match, tokens: Sequence[Token], sentences: Sequence[int]) -> range:
    """What a verb of denial denies: its object behind it, or in the passive the subject before it."""
    start, end = _sentence(match.start, sentences)
    following = [t for t in tokens[match.end : end] if t.is_word or t.is_number]
    if not following or following[0].norm in _PASSIVE:
        return range(start, match.start)
    stop = match.end
    while stop < end and tokens[stop].norm not in (";", "but"):
        stop += 1
    return range(match.end, stop)


def settle(operators: Sequence[Match], sentences: Sequence[int]) -> list[Match]:
    """The operators with the doubtful ones decided: a verb such as 'reject' is a denial where a rumour,
    report or claim stands close enough to be what it rejects, and nothing otherwise."""
    reports = [match for match in operators if match.label == "REPORT"]
    neither = {sentences[match.start] for match in operators if match.entry.startswith("neither")}
    out = []
    for match in operators:
        if match.entry == "nor" and sentences[match.start] in neither:
            continue  # 'neither A nor B' denies once
        if match.label != "DENIAL_OF_REPORT":
            out.append(match)
        elif any(
            sentences[report.start] == sentences[match.start]
            and -_REPORT_REACH <= report.start - match.end <= _REPORT_REACH
            for report in reports
        ):
            out.append(replace(match, label="DENIAL"))
    return out


def _debunked(
    match: Match, tokens: Sequence[Token], sentences: Sequence[int], operators: Sequence[Match]
) -> range:
    """What 'false', 'myth', 'not so' speak of."""
    start, end = _sentence(match.start, sentences)
    before = [t for t in tokens[start : match.start] if t.is_word]
    after = tokens[match.end].norm if match.end < end else ""
    if any(m.label == "DENIAL" and start <= m.start < match.start for m in operators):
        return range(0)  # 'dismisses it as false' is one denial, not two
    if after in _OBJECT or (after and not before and after not in ",.!?"):
        stop = match.end
        while stop < end and tokens[stop].norm != ";":
            stop += 1
        return range(match.end, stop)
    if len(before) > 2:
        return range(start, match.start)
    return range(0, start)
