"""The reasoning behind a verdict, step by step, for a reader who wants to check it."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.judging.align import Alignment
from claimcheck.judging.index import Index
from claimcheck.judging.model import Triple
from claimcheck.language.reading import Reading
from claimcheck.result import VERDICTS, Verdict

_SHOWN = 6


def derive(
    reading: Reading,
    index: Index,
    alignments: list[Alignment],
    scores: Mapping[Verdict, float],
    by_token: Mapping[int, Triple],
    verdict: Verdict,
    objection: str | None,
) -> tuple[str, ...]:
    """Lines of plain text: how the text was read, what it lies beside, what weighed how much."""
    lines = ["read as: " + " ".join(_marked(reading))]
    operators = [f"{m.label} ({_words(reading, m.start, m.end)})" for m in reading.operators]
    if operators:
        lines.append("operators: " + ", ".join(operators))
    for alignment in alignments[:3]:
        claim = index.claims[alignment.claim]
        pairs = [
            f"{reading.tokens[at].norm}={index.readings[alignment.claim].tokens[link.at].norm}"
            for at, link in sorted(alignment.links.items())
        ]
        lines.append(f"near {claim.id} ({alignment.score:.2f}): {', '.join(pairs) or 'numbers only'}")
    ranked = sorted(by_token.items(), key=lambda kv: -max(map(abs, kv[1])))[:_SHOWN]
    for at, shares in ranked:
        told = ", ".join(f"{name} {share:+.2f}" for name, share in zip(VERDICTS, shares, strict=True))
        lines.append(f'weight of "{_words(reading, at, at + 1)}": {told}')
    likely = ", ".join(f"{name} {scores[name]:.2f}" for name in VERDICTS)
    lines.append("probabilities: " + likely)
    if objection:
        lines.append("withheld: " + objection)
    lines.append(f"verdict: {verdict}")
    return tuple(lines)


def _marked(reading: Reading) -> list[str]:
    """The tokens, those that are denied with a minus in front."""
    return [
        ("-" if sign < 0 else "") + token.norm
        for token, sign in zip(reading.tokens, reading.signs, strict=True)
    ]


def _words(reading: Reading, start: int, end: int) -> str:
    return reading.text[reading.tokens[start].start : reading.tokens[end - 1].end]
