"""What verdicts are worth without claimcheck: fuzzy matching, fuzzy matching with negation words, n-grams.

The thresholds of the fuzzy baselines are chosen on the training items, as an honest user would.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.pipeline import make_pipeline, make_union

from claimcheck.rulesets.model import RuleSet
from items import Item

Labelled = Sequence[tuple[RuleSet, Item]]

_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nothing|neither|nor|without|den(?:y|ies|ied)|false|ends?|ended|loses?|lost|drops?|"
    r"dropped|scraps?|scrapped|quits?|leaves?|no longer|cancel(?:s|led)?|\w+n't)\b",
    re.IGNORECASE,
)


def _nearness(labelled: Labelled) -> list[tuple[float, bool, bool]]:
    """For each item: WRatio of the nearest claim, and whether item and claim hold a word of negation."""
    out = []
    for ruleset, item in labelled:
        says = [claim.says for claim in ruleset.claims]
        best = process.extractOne(item.text, says, scorer=fuzz.WRatio)
        denied = bool(_NEGATION.search(item.text)) != bool(_NEGATION.search(best[0]))
        out.append((best[1], denied, bool(_NEGATION.search(item.text))))
    return out


def _labels(labelled: Labelled) -> list[str]:
    return [item.label for _, item in labelled]


def fuzzy(train: Labelled, test: Labelled) -> list[str]:
    """rapidfuzz alone: near enough is supported, a middle band contradicted, the rest not addressed."""
    scores, truth = [near for near, _, _ in _nearness(train)], _labels(train)

    def judge(values: list[float], low: float, high: float) -> list[str]:
        return ["supported" if v >= high else "contradicted" if v >= low else "not_addressed" for v in values]

    grid = [(low, high) for low, high in product(range(30, 96, 3), repeat=2) if low <= high]
    best = max(grid, key=lambda pair: f1_score(truth, judge(scores, *pair), average="macro"))
    return judge([near for near, _, _ in _nearness(test)], *best)


def fuzzy_negation(train: Labelled, test: Labelled) -> list[str]:
    """rapidfuzz and a list of negation words: near enough is addressed, a negation more or less turns it."""
    seen, truth = _nearness(train), _labels(train)

    def judge(values: list[tuple[float, bool, bool]], low: float) -> list[str]:
        return [
            "not_addressed" if near < low else "contradicted" if denied else "supported"
            for near, denied, _ in values
        ]

    best = max(range(30, 96, 2), key=lambda low: f1_score(truth, judge(seen, low), average="macro"))
    return judge(_nearness(test), best)


def ngrams(train: Labelled, test: Labelled) -> list[str]:
    """Logistic regression over word (1 to 3) and letter (2 to 5) n-grams of the text alone."""
    model = make_pipeline(
        make_union(
            TfidfVectorizer(ngram_range=(1, 3), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
        ),
        LogisticRegression(C=10, max_iter=500),
    )
    model.fit([item.text for _, item in train], _labels(train))
    return [str(label) for label in model.predict([item.text for _, item in test])]
