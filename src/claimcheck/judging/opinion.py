"""A text as the weights see it."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.judging.align import Alignment, align
from claimcheck.judging.bag import Bag
from claimcheck.judging.index import Index
from claimcheck.judging.lexical import units_of
from claimcheck.judging.model import Model, bags, likeliest, weigh
from claimcheck.judging.restatement import restated
from claimcheck.judging.topics import nearest_claim
from claimcheck.language.lexicon import Match
from claimcheck.language.reading import Reading
from claimcheck.result import VERDICTS, Verdict

_RESTATED = 0.97  # the score of a verdict on a claim's own words


@dataclass(frozen=True, slots=True)
class Opinion:
    """A text as the weights see it: its reading, the names of the rule set in it, how it lies beside the
    claims, the number of the claim that it is about, its features, and the probabilities; ``repeats`` where
    the words of a claim decide instead."""

    reading: Reading
    names: list[Match]
    alignments: list[Alignment]
    known: dict[int, float]
    claim: int | None
    blocks: dict[str, Bag]
    scores: dict[Verdict, float]
    repeats: bool

    @property
    def verdict(self) -> Verdict:
        return likeliest(self.scores)


def opinion_of(reading: Reading, index: Index, model: Model) -> Opinion:
    """What the weights of ``model`` make of ``reading`` beside the claims of ``index``."""
    names = index.named(reading)
    alignments, known = align(reading, names, index)
    units = units_of(reading, names)
    claim = nearest_claim(reading, units, index, alignments, model.topics)
    name = None if claim is None else index.claims[claim].id
    blocks = bags(reading, units, index, alignments, known, name, model.scales, model.familiar)
    again = restated(reading, index, alignments[0]) if alignments else None
    if again is None:
        return Opinion(reading, names, alignments, known, claim, blocks, weigh(model, blocks), False)
    return Opinion(
        reading, names, alignments, known, alignments[0].claim, blocks, certain(again, _RESTATED), True
    )


def certain(verdict: Verdict, score: float) -> dict[Verdict, float]:
    """The probabilities where ``verdict`` has ``score`` and the two others share the rest."""
    return {name: score if name == verdict else (1 - score) / 2 for name in VERDICTS}
