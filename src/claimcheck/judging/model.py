"""The fitted weights: from features to the probability of each verdict.

A linear model (multinomial logistic regression), fitted by bench/fit.py on labelled sentences. One set of
weights serves any statement; a rule set with a fitted set of its own under its id is weighed by that.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from claimcheck.judging.align import Alignment
from claimcheck.judging.bag import Bag, Family
from claimcheck.judging.claimwise import claimwise_features
from claimcheck.judging.features import pair_features
from claimcheck.judging.index import Index
from claimcheck.judging.lexical import Unit, letter_features, lexical_features, novelty_features
from claimcheck.judging.topics import Topics
from claimcheck.language.reading import Reading
from claimcheck.language.tables import DATA
from claimcheck.result import VERDICTS, Verdict

GENERAL = "general"
TOPICS = "topics"  # the block of the weights that tell claims apart

Triple = tuple[float, float, float]

# What a feature adds to the score of each verdict, by its sign: at 0 for being there, at 1 for being there
# and asserted, at -1 (the last) for being there and denied.
Row = tuple[Triple, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Weights by block and feature, in the order of ``VERDICTS``, written as one text: three for being
    there ('0.02 0.34 -0.36'), three more for being asserted where the feature can be denied.

    ``scales`` gives the length each block of features is brought to; a block without a scale is not used.
    ``familiar`` counts lemmas in sentences about the statement. ``temperature`` divides the scores, so that
    probabilities are as often right as they say. ``topics`` tells the claims apart (``None`` for weights
    that serve any statement). ``rows`` are the weights that have been read as numbers so far, by block.
    """

    scales: Mapping[str, float]
    weights: Mapping[str, Mapping[str, str]]
    bias: Triple
    familiar: Mapping[str, int]
    temperature: float
    topics: Topics | None
    rows: Mapping[str, dict[str, Row]]


def bags(
    reading: Reading,
    units: Sequence[Unit],
    index: Index,
    alignments: list[Alignment],
    known: dict[int, float],
    claim: str | None,
    scales: Mapping[str, float],
    familiar: Mapping[str, int],
) -> dict[str, Bag]:
    """The blocks of features that a model with these ``scales`` weighs. ``units`` come from ``units_of``,
    ``alignments`` and ``known`` from ``align``, ``claim`` is the id of the nearest claim."""
    out: dict[str, Bag] = {}
    if "pair" in scales:
        out["pair"] = pair_features(reading, index, alignments, known)
    if "lexical" in scales:
        out["lexical"] = lexical_features(reading, units)
    if "letters" in scales:
        out["letters"] = letter_features(reading)
    if "novelty" in scales:
        out["novelty"] = novelty_features(reading, familiar)
    if "claimwise" in scales:
        out["claimwise"] = claimwise_features(reading, units, claim)
    return out


def weigh(model: Model, blocks: Mapping[str, Bag]) -> dict[Verdict, float]:
    """The probability of each verdict, from the features of one text."""
    totals = list(model.bias)
    for name, bag in blocks.items():
        written, read = model.weights[name], model.rows[name]
        one = two = three = 0.0
        for feature, worth, sign, _ in bag.entries:
            if feature in written:
                a, b, c = (read.get(feature) or _read_row(model, name, feature))[sign]
                one += worth * a
                two += worth * b
                three += worth * c
        for features, sign, _ in bag.families:
            a, b, c = _family_row(model, name, features)[sign]
            one += a
            two += b
            three += c
        factor = bag.factor(model.scales[name])
        totals[0] += factor * one
        totals[1] += factor * two
        totals[2] += factor * three
    return dict(zip(VERDICTS, softmax(totals, model.temperature), strict=True))


def shares(model: Model, blocks: Mapping[str, Bag]) -> dict[int, Triple]:
    """What each token of a text adds to the score of each verdict (before the temperature)."""
    by_token: dict[int, list[float]] = {}
    for name, bag in blocks.items():
        written, factor = model.weights[name], bag.factor(model.scales[name])
        found = [
            (_read_row(model, name, feature)[sign], worth, places)
            for feature, worth, sign, places in bag.entries
            if places and feature in written
        ]
        found += [
            (_family_row(model, name, features)[sign], 1.0, places)
            for features, sign, places in bag.families
            if places
        ]
        for (one, two, three), worth, places in found:
            part = factor * worth / len(places)
            for at in places:
                mine = by_token.setdefault(at, [0.0, 0.0, 0.0])
                mine[0] += part * one
                mine[1] += part * two
                mine[2] += part * three
    return {at: (one, two, three) for at, (one, two, three) in by_token.items()}


def lead(model: Model, scores: Mapping[Verdict, float], verdict: Verdict) -> float:
    """How far the score of ``verdict`` lies above the next (before the temperature; at least 0)."""
    next_best = max(share for other, share in scores.items() if other != verdict)
    if not next_best:
        return math.inf
    return max(0.0, model.temperature * math.log(scores[verdict] / next_best))


def likeliest(scores: Mapping[Verdict, float]) -> Verdict:
    """The likeliest verdict; a tie goes to the more careful one."""
    return max(reversed(VERDICTS), key=scores.__getitem__)


def _read_row(model: Model, block: str, feature: str) -> Row:
    """The numbers of a feature that has weights."""
    rows = model.rows[block]
    row = rows.get(feature)
    if row is None:
        one, two, three, *signed = (float(number) for number in model.weights[block][feature].split())
        a, b, c = signed or (0.0, 0.0, 0.0)
        row = rows[feature] = _row((one, two, three), (a, b, c))
    return row


def _row(there: Triple, signed: Triple) -> Row:
    (one, two, three), (a, b, c) = there, signed
    return there, (one + a, two + b, three + c), (one - a, two - b, three - c)


@lru_cache(maxsize=10_000)
def _family_row(model: Model, block: str, features: Family) -> Row:
    """The rows of all members of a family, added up by what each is worth."""
    written = model.weights[block]
    rows = [(_read_row(model, block, name), worth) for name, worth in features.members if name in written]

    def total(sign: int) -> Triple:
        one = sum(worth * row[sign][0] for row, worth in rows)
        two = sum(worth * row[sign][1] for row, worth in rows)
        return one, two, sum(worth * row[sign][2] for row, worth in rows)

    return total(0), total(1), total(-1)


def softmax(totals: list[float], temperature: float) -> list[float]:
    """Scores to probabilities that sum to 1."""
    highest = max(totals)
    powers = [math.exp((total - highest) / temperature) for total in totals]
    return [power / sum(powers) for power in powers]


def weights_path(name: str) -> Path:
    """Where the weights fitted for the rule set ``name`` lie (they may not exist): a line of JSON that tells
    how many features each block has, then each feature on a line and its weights on the next. (Forty thousand
    such lines load in half the time that as much JSON takes, which is what a single check waits for.)"""
    return DATA / "weights" / f"{name}.txt"


def load_model(statement_id: str) -> Model:
    """The weights fitted for this rule set, else the general ones."""
    path = weights_path(statement_id)
    own = statement_id.replace("-", "").isalnum() and path.is_file()
    return _read(path if own else weights_path(GENERAL))


@cache
def _read(path: Path) -> Model:
    head, *rows = path.read_text("utf-8").split("\n")
    data = json.loads(head)
    weights, start = {}, 0
    for block, count in data["blocks"].items():
        end = start + 2 * count
        weights[block] = dict(zip(rows[start:end:2], rows[start + 1 : end : 2], strict=True))
        start = end
    topics = weights.pop(TOPICS, None)
    return Model(
        scales=data["scales"],
        weights=weights,
        bias=tuple(data["bias"]),
        familiar=data["familiar"],
        temperature=data["temperature"],
        topics=None if topics is None else Topics(topics, data["topic_bias"]),
        rows={block: {} for block in weights},
    )
