"""The fitted weights: from features to the probability of each verdict.

A linear model (multinomial logistic regression), fitted by bench/fit.py on labelled sentences. One set of
weights serves any statement; a rule set with a fitted set of its own under its id is weighed by that.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimcheck.judging.align import Alignment
from claimcheck.judging.bag import Bag
from claimcheck.judging.features import pair_features
from claimcheck.judging.index import Index
from claimcheck.judging.lexical import letter_features, lexical_features, novelty_features
from claimcheck.language.reading import Reading
from claimcheck.language.tables import DATA
from claimcheck.result import VERDICTS, Verdict

GENERAL = "general"

Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by block and feature, one for each verdict in the order of ``VERDICTS``.

    ``scales`` gives the length each block of features is brought to; a block without a scale is not used.
    ``familiar`` counts lemmas in sentences about the statement. ``temperature`` divides the scores, so that
    probabilities are as often right as they say. ``topics`` weighs features for claims by id (empty for
    weights that serve any statement).
    """

    scales: Mapping[str, float]
    weights: Mapping[str, Mapping[str, Triple]]
    bias: Triple
    familiar: Mapping[str, int]
    temperature: float
    topics: Mapping[str, Mapping[str, float]]
    topic_bias: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model thinks: a probability for each verdict, and what each token adds to each verdict's
    score (before the temperature)."""

    scores: dict[Verdict, float]
    by_token: dict[int, Triple]

    @property
    def verdict(self) -> Verdict:
        """The likeliest verdict; a tie goes to the more careful one."""
        return max(reversed(VERDICTS), key=self.scores.__getitem__)


def bags(
    reading: Reading,
    index: Index,
    alignments: list[Alignment],
    known: dict[int, float],
    scales: Mapping[str, float],
    familiar: Mapping[str, int],
    own: int = 0,
) -> dict[str, Bag]:
    """The blocks of features that a model with these ``scales`` weighs."""
    out: dict[str, Bag] = {}
    if "pair" in scales:
        out["pair"] = pair_features(reading, index, alignments, known)
    if "lexical" in scales:
        out["lexical"] = lexical_features(reading, index)
    if "letters" in scales:
        out["letters"] = letter_features(reading)
    if "novelty" in scales:
        out["novelty"] = novelty_features(reading, familiar, own)
    return out


def weigh(model: Model, blocks: Mapping[str, Bag]) -> Opinion:
    """The opinion of ``model`` on the features of one text."""
    totals = list(model.bias)
    by_token: dict[int, list[float]] = {}
    for name, bag in blocks.items():
        weights = model.weights[name]
        for feature, value in bag.scaled(model.scales[name]).items():
            triple = weights.get(feature)
            if triple is None:
                continue
            parts = [value * weight for weight in triple]
            for verdict in range(3):
                totals[verdict] += parts[verdict]
            places = bag.places.get(feature)
            for at in places or ():
                shares = by_token.setdefault(at, [0.0, 0.0, 0.0])
                for verdict in range(3):
                    shares[verdict] += parts[verdict] / len(places or ())
    return Opinion(
        dict(zip(VERDICTS, softmax(totals, model.temperature), strict=True)),
        {at: (shares[0], shares[1], shares[2]) for at, shares in by_token.items()},
    )


def softmax(totals: list[float], temperature: float) -> list[float]:
    """Scores to probabilities that sum to 1."""
    highest = max(totals)
    powers = [math.exp((total - highest) / temperature) for total in totals]
    return [power / sum(powers) for power in powers]


def weights_path(name: str) -> Path:
    """Where the weights fitted for the rule set ``name`` lie (they may not exist)."""
    return DATA / "weights" / f"{name}.json"


@cache
def load_model(statement_id: str) -> Model:
    """The weights fitted for this rule set, else the general ones."""
    path = weights_path(statement_id)
    if not (statement_id.replace("-", "").isalnum() and path.is_file()):
        path = weights_path(GENERAL)
    data = json.loads(path.read_text("utf-8"))
    return Model(
        scales=data["scales"],
        weights=data["weights"],
        bias=tuple(data["bias"]),
        familiar=data["familiar"],
        temperature=data["temperature"],
        topics=data["topics"],
        topic_bias=data["topic_bias"],
    )
