"""The fitted weights: from features to the probability of each verdict.

A linear model (multinomial logistic regression), fitted by bench/fit.py on labelled sentences. One set of
weights serves any statement; a rule set with a fitted set of its own under its id is weighed by that.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
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
    """Weights by block and feature: one for each verdict in the order of ``VERDICTS``, written as one text
    ('0.02 0.34 -0.36'), which loads in a third of the time that numbers take.

    ``scales`` gives the length each block of features is brought to; a block without a scale is not used.
    ``familiar`` counts lemmas in sentences about the statement. ``temperature`` divides the scores, so that
    probabilities are as often right as they say. ``topics`` weighs features for claims by id (empty for
    weights that serve any statement).
    """

    scales: Mapping[str, float]
    weights: Mapping[str, Mapping[str, str]]
    bias: Triple
    familiar: Mapping[str, int]
    temperature: float
    topics: Mapping[str, Mapping[str, float]]
    topic_bias: Mapping[str, float]


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


def weigh(model: Model, blocks: Mapping[str, Bag]) -> dict[Verdict, float]:
    """The probability of each verdict, from the features of one text."""
    first, second, third = model.bias
    for name, bag in blocks.items():
        weights = model.weights[name]
        for feature, value in bag.scaled(model.scales[name]).items():
            row = weights.get(feature)
            if row is not None:
                one, two, three = _triple(row)
                first += value * one
                second += value * two
                third += value * three
    return dict(zip(VERDICTS, softmax([first, second, third], model.temperature), strict=True))


def shares(model: Model, blocks: Mapping[str, Bag]) -> dict[int, Triple]:
    """What each token of a text adds to the score of each verdict (before the temperature)."""
    by_token: dict[int, list[float]] = {}
    for name, bag in blocks.items():
        weights, places = model.weights[name], bag.places
        for feature, value in bag.scaled(model.scales[name]).items():
            row = weights.get(feature)
            here = places.get(feature)
            if row is None or not here:
                continue
            for verdict, weight in enumerate(_triple(row)):
                share = value * weight / len(here)
                for at in here:
                    by_token.setdefault(at, [0.0, 0.0, 0.0])[verdict] += share
    return {at: (one, two, three) for at, (one, two, three) in by_token.items()}


def likeliest(scores: Mapping[Verdict, float]) -> Verdict:
    """The likeliest verdict; a tie goes to the more careful one."""
    return max(reversed(VERDICTS), key=scores.__getitem__)


@lru_cache(maxsize=50_000)
def _triple(row: str) -> Triple:
    one, two, three = row.split()
    return float(one), float(two), float(three)


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
