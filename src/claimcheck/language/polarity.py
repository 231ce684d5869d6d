"""Which words of a text are asserted and which are denied.

Negation, denial ('Microsoft denies that ...') and debunking ('... ? Not so', 'Myth: ...') each turn over
what stands in their scope; two of them cancel. Scope is read from clause and sentence boundaries, which
is what headline English offers (no parse; the idea of marking words under negation goes back to Das and
Chen 2001 and Pang, Lee and Vaithyanathan 2002, here with typed operators and parity).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from claimcheck.language.lexicon import Match
from claimcheck.language.tables import word_sets
from claimcheck.language.tokens import Token

_CLAUSE_END = frozenset(",;:—-()?!.…")
_CLAUSE_STARTS = word_sets()["clause-starts"]
_SENTENCE_END = frozenset("?!.…")
_PASSIVE = word_sets()["passive-marks"]
_OBJECT = word_sets()["object-starts"] | frozenset(":-—")
_REPORT_REACH = 5
_SHORT_ANSWER = 6  # words
_FEW = 8  # tokens
_FLIPS_RIGHT = frozenset({"NEG", "NOLONGER", "NOTYET", "NEG_WEAK"})


def sentence_ids(tokens: Sequence[Token]) -> list[int]:
    """The number of the sentence that each token stands in."""
    out, number, open_ended = [], 0, False
    for token in tokens:
        if open_ended and token.norm not in _SENTENCE_END and token.norm != ")":
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


def signs(
    tokens: Sequence[Token], operators: Sequence[Match], sentences: Sequence[int], clauses: Sequence[int]
) -> list[int]:
    """+1 for each token that is asserted, -1 for each that is denied; ``sentences`` and ``clauses`` come
    from ``sentence_ids`` and ``clause_ids``."""
    steps = [0] * (len(tokens) + 1)  # by how much the count of denials changes at each token
    for match in operators:
        if match.label in _FLIPS_RIGHT:
            scope = _clause_after(match, clauses, sentences, tokens)
        elif match.label == "DENIAL":
            scope = _denied(match, tokens, sentences)
        elif match.label == "FALSE":
            scope = _debunked(match, tokens, sentences, operators)
        else:
            continue
        if scope:
            steps[scope.start] += 1
            steps[scope.stop] -= 1
            if scope.start <= match.start < scope.stop:  # the word that denies is not denied itself
                steps[match.start] -= 1
                steps[min(match.end, scope.stop)] += 1
    return [-1 if count % 2 else 1 for count in accumulate(steps[:-1])]


def _clause_after(
    match: Match, clauses: Sequence[int], sentences: Sequence[int], tokens: Sequence[Token]
) -> range:
    """From the operator to the end of its clause."""
    start, end = _sentence(match.start, sentences)
    if not any(tokens[at].is_word for at in range(match.end, end)):
        return _before(start, match.start, sentences, tokens)
    if tokens[match.end].norm in _CLAUSE_END:
        return range(0)  # 'leaky or not, ...'
    contracted = match.start == start + 1 and tokens[start].start == tokens[match.start].start
    if contracted and tokens[end - 1].norm == "?":
        return range(0)  # "Isn't it still so?" asks whether it is
    return range(match.end, bisect_right(clauses, clauses[match.end]))


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
    return bisect_left(sentences, sentences[at]), bisect_right(sentences, sentences[at])


def _denied(match: Match, tokens: Sequence[Token], sentences: Sequence[int]) -> range:
    """What a verb of denial denies: its object behind it, or in the passive the subject before it."""
    start, end = _sentence(match.start, sentences)
    behind = (tokens[at] for at in range(match.end, end))
    following = next((token for token in behind if token.is_word or token.is_number), None)
    if following is None or following.norm in _PASSIVE:
        # 'Debunked.' alone denies the sentence before it.
        return range(start, match.start) if match.start > start else range(0, start)
    stop = match.end
    while stop < end and tokens[stop].norm not in (";", "but"):
        stop += 1
    return range(match.end, stop)


def settle(operators: Sequence[Match], sentences: Sequence[int]) -> list[Match]:
    """The operators with the doubtful ones decided: a verb such as 'reject' is a denial where a rumour,
    report or claim stands close enough to be what it rejects, and nothing otherwise."""
    reports = [match for match in operators if match.label == "REPORT"]
    neither = {sentences[match.start] for match in operators if match.entry.startswith("neither")}
    denials = {match.start for match in operators if match.label == "DENIAL"}
    out = []
    for match in operators:
        if match.entry == "nor" and sentences[match.start] in neither:
            continue  # 'neither A nor B' denies once
        if match.label == "FALSE" and match.start in denials:
            continue  # 'debunked' is a verb of denial and a word for what is false, and denies once
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
    before = [t for t in tokens[max(start, match.start - _FEW) : match.start] if t.is_word]
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
