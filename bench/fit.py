"""Fit the weights that ship with claimcheck, and say how good they are on statements held out.

    python bench/fit.py                 both sets of weights, with cross-validation
    python bench/fit.py --quick         without cross-validation, at the temperature that stands

Reads bench/data, writes src/claimcheck/data/weights/*.txt. Needs the extra 'fit' (scikit-learn). The
same data gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, precision_score
from sklearn.model_selection import GroupKFold

from claimcheck.judging.align import align
from claimcheck.judging.bag import Bag
from claimcheck.judging.claimwise import claimwise_features
from claimcheck.judging.index import build_index
from claimcheck.judging.lexical import Unit, novelty_features, units_of
from claimcheck.judging.model import GENERAL, TOPICS, bags, load_model, weights_path
from claimcheck.judging.topics import Topics, likeliest_claim, topic_features
from claimcheck.language.reading import Reading
from claimcheck.language.tokens import tokenise
from claimcheck.result import VERDICTS
from claimcheck.rulesets.model import RuleSet
from items import Item, microsoft, short_statements, statements

NOVELTY, CLAIMWISE = "novelty", "claimwise"
SIGNED = "\x7f"  # stands before the name of a feature's signed twin
FOLDS = 5
STRANGERS = 400  # sentences about other statements among those about the shipped one
TOPIC_C = 1.0
TOPIC_DROP_BELOW = 0.2


@dataclass(frozen=True)
class Recipe:
    """How one set of weights is fitted: block lengths, regularisation (scikit-learn's C), in how many
    items a feature must occur, and below which spread of its three weights it is dropped."""

    name: str
    scales: dict[str, float]
    c: float
    at_least: int
    drop_below: float


SHIPPED = Recipe(
    "microsoft-openai",
    {"lexical": 1.3, "pair": 0.7, "letters": 1.0, NOVELTY: 0.5, CLAIMWISE: 0.7},
    8.0,
    2,
    0.35,
)
RAW = Recipe(GENERAL, {"pair": 1.0, "lexical": 0.8, "letters": 0.8}, 2.0, 3, 0.12)


@dataclass(frozen=True)
class Sample:
    """An item read and laid beside its rule set."""

    item: Item
    reading: Reading
    units: list[Unit]
    blocks: dict[str, Bag]
    topics: Mapping[str, float]


def prepare(ruleset: RuleSet, items: list[Item], recipe: Recipe) -> list[Sample]:
    index = build_index(ruleset)
    scales = {name: scale for name, scale in recipe.scales.items() if name not in (NOVELTY, CLAIMWISE)}
    out = []
    for item in items:
        reading = index.correct(item.text, tokenise(item.text))
        names = index.named(reading)
        alignments, known = align(reading, names, index)
        units = units_of(reading, names)
        blocks = bags(reading, units, index, alignments, known, None, scales, {})
        topics = topic_features(reading, units, index, alignments)
        out.append(Sample(item, reading, units, blocks, topics))
    return out


def strangers(pools: list[list[Item]], count: int) -> list[Item]:
    """``count`` sentences about other statements, chosen by their text: not addressed by this one."""
    others = sorted(
        (item for items in pools for item in items), key=lambda item: zlib.crc32(item.text.encode())
    )
    return [
        Item(item.text, "not_addressed", f"strangers-{n % 10}", None, None)
        for n, item in enumerate(others[:count])
    ]


def familiarity(samples: list[Sample]) -> Counter[str]:
    """In how many sentences known to be about the statement each word occurs."""
    seen: Counter[str] = Counter()
    for sample in samples:
        if sample.item.label != "not_addressed":
            seen.update({sample.reading.tokens[at].lemma for at in sample.reading.content})
    return seen


def fit_topics(samples: list[Sample]) -> Topics:
    """Which claim a sentence is about, from those that are decided and name their claim."""
    decided = [s for s in samples if s.item.claim and s.item.label != "not_addressed"]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict(s.topics) for s in decided])
    kept = np.asarray((matrix != 0).sum(axis=0)).ravel() >= 2
    labels = np.array([s.item.claim for s in decided])
    classifier = LogisticRegression(C=TOPIC_C, max_iter=500).fit(matrix[:, kept], labels)
    weights: dict[str, str] = {}
    names = vectorizer.get_feature_names_out()[kept]
    for feature, column in zip(names, classifier.coef_.T, strict=True):
        strong = [
            f"{claim} {weight:.2f}"
            for claim, weight in zip(classifier.classes_, column, strict=True)
            if abs(weight) >= TOPIC_DROP_BELOW
        ]
        if strong:
            weights[str(feature)] = " ".join(strong)
    bias = {
        str(c): round(float(b), 2) for c, b in zip(classifier.classes_, classifier.intercept_, strict=True)
    }
    return Topics(weights, bias)


def features_of(bag: Bag, scale: float) -> dict[str, float]:
    """The features of ``bag`` at length ``scale`` by name, what is signed under a name of its own."""
    factor, out = bag.factor(scale), Counter[str]()
    for name, there, signed in bag.simple():
        out[name] += factor * there
        if signed:
            out[SIGNED + name] += factor * signed
    return dict(out)


class Fitted:
    """A fitted model in scikit-learn's terms."""

    def __init__(self, recipe: Recipe, samples: list[Sample]) -> None:
        self.recipe = recipe
        self.familiar = familiarity(samples) if NOVELTY in recipe.scales else Counter()
        self.topics = fit_topics(samples) if CLAIMWISE in recipe.scales else None
        self.vectorizers = {name: DictVectorizer() for name in recipe.scales}
        self.kept: dict[str, np.ndarray] = {}
        matrix = self._matrix(samples, fit=True)
        self.classifier = LogisticRegression(C=recipe.c, max_iter=1500)
        self.classifier.fit(matrix, [sample.item.label for sample in samples])

    def _matrix(self, samples: list[Sample], *, fit: bool) -> csr_matrix:
        columns = []
        for name, scale in self.recipe.scales.items():
            rows = [features_of(self._bag(sample, name, own=fit), scale) for sample in samples]
            if fit:
                matrix = self.vectorizers[name].fit_transform(rows)
                self.kept[name] = np.asarray((matrix != 0).sum(axis=0)).ravel() >= self.recipe.at_least
            else:
                matrix = self.vectorizers[name].transform(rows)
            columns.append(matrix[:, self.kept[name]])
        return hstack(columns).tocsr()

    def _bag(self, sample: Sample, name: str, *, own: bool) -> Bag:
        if name == CLAIMWISE:
            assert self.topics is not None
            return claimwise_features(
                sample.reading, sample.units, likeliest_claim(sample.topics, self.topics)
            )
        if name != NOVELTY:
            return sample.blocks[name]
        mine = int(own and sample.item.label != "not_addressed")
        return novelty_features(sample.reading, self.familiar, mine)

    def scores(self, samples: list[Sample]) -> np.ndarray:
        """Logits, one row a sample, columns in the order of VERDICTS."""
        logits = self.classifier.decision_function(self._matrix(samples, fit=False))
        order = [list(self.classifier.classes_).index(verdict) for verdict in VERDICTS]
        return logits[:, order]

    def write(self, temperature: float) -> str:
        order = [list(self.classifier.classes_).index(verdict) for verdict in VERDICTS]
        coefficients = self.classifier.coef_[order]
        weights: dict[str, dict[str, str]] = {}
        start = dropped = 0
        for name in self.recipe.scales:
            features = np.array(self.vectorizers[name].get_feature_names_out())[self.kept[name]]
            block = coefficients[:, start : start + len(features)].T
            start += len(features)
            spread = block.max(axis=1) - block.min(axis=1)
            wide = {
                str(feature): " ".join(f"{weight:.2f}" for weight in row)
                for feature, row, width in zip(features, block, spread, strict=True)
                if width >= self.recipe.drop_below
            }
            weights[name] = twins(wide)
            dropped += len(features) - len(wide)
        data = {
            "scales": self.recipe.scales,
            "bias": [round(float(x), 3) for x in self.classifier.intercept_[order]],
            "temperature": round(temperature, 3),
            "familiar": {word: n for word, n in sorted(self.familiar.items()) if n > 0},
            "topic_bias": self.topics.bias if self.topics else {},
        }
        kept = sum(map(len, weights.values()))
        if self.topics:
            weights[TOPICS] = dict(self.topics.weights)
        data["blocks"] = {name: len(weights[name]) for name in sorted(weights)}
        head = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        rows = [cell for _, block in sorted(weights.items()) for row in sorted(block.items()) for cell in row]
        path = weights_path(self.recipe.name)
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join([head, *rows]) + "\n", "utf-8")
        return f"{kept} features kept, {dropped} dropped, {path.stat().st_size / 1e6:.1f} MB"


def twins(rows: dict[str, str]) -> dict[str, str]:
    """The weights with those of a feature and of its signed twin in one row."""
    out = {name: row for name, row in rows.items() if not name.startswith(SIGNED)}
    for name, row in rows.items():
        if name.startswith(SIGNED):
            out[name[1:]] = f"{out.get(name[1:], '0 0 0')} {row}"
    return out


def temperature(logits: np.ndarray, labels: list[str]) -> float:
    """The divisor of the scores that makes held-out labels likeliest."""
    truth = np.array([VERDICTS.index(label) for label in labels])  # type: ignore[arg-type]

    def loss(divisor: float) -> float:
        scaled = logits / divisor
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        logs = scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))
        return float(-logs[np.arange(len(truth)), truth].mean())

    return min(np.arange(0.4, 4.0, 0.05), key=loss)


def standing(recipe: Recipe) -> float:
    """The temperature of the weights as they stand, 1 where there are none."""
    return load_model(recipe.name).temperature if weights_path(recipe.name).exists() else 1.0


def report(name: str, labels: list[str], answers: list[str]) -> None:
    precision = precision_score(labels, answers, labels=list(VERDICTS), average=None, zero_division=0)
    print(
        f"{name}: n {len(labels)}, macro-F1 {f1_score(labels, answers, average='macro'):.3f}, "
        f"precision supported {precision[0]:.3f}, contradicted {precision[1]:.3f}, "
        f"not addressed {precision[2]:.3f}",
        flush=True,
    )


def cross_validate(recipe: Recipe, samples: list[Sample]) -> float:
    """Print the figures on groups held out; the temperature that fits them."""
    groups = [sample.item.group for sample in samples]
    labels = [sample.item.label for sample in samples]
    folds = GroupKFold(min(FOLDS, len(set(groups))))
    logits = np.zeros((len(samples), 3))
    for train, test in folds.split(samples, labels, groups):
        logits[test] = Fitted(recipe, [samples[i] for i in train]).scores([samples[i] for i in test])
    answers = [VERDICTS[i] for i in logits.argmax(axis=1)]
    report(f"{recipe.name}, held-out groups", labels, answers)
    for group in sorted(set(groups)) if len(set(groups)) < 30 else []:
        inside = [i for i, g in enumerate(groups) if g == group]
        report(f"  {group}", [labels[i] for i in inside], [answers[i] for i in inside])
    return temperature(logits, labels)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fit only, no cross-validation")
    parser.add_argument("--only", choices=["shipped", "raw"], help="fit one set of weights")
    options = parser.parse_args()
    ruleset, items = microsoft()
    labelled = statements()
    if options.only != "raw":
        items = items + strangers([rows for _, rows in labelled], STRANGERS)
        samples = prepare(ruleset, items, SHIPPED)
        heat = standing(SHIPPED) if options.quick else cross_validate(SHIPPED, samples)
        print(SHIPPED.name, len(samples), "items:", Fitted(SHIPPED, samples).write(heat))
    if options.only != "shipped":
        samples = [s for rules, rows in [*labelled, *short_statements()] for s in prepare(rules, rows, RAW)]
        heat = standing(RAW) if options.quick else cross_validate(RAW, samples)
        print(RAW.name, len(samples), "items:", Fitted(RAW, samples).write(heat))


if __name__ == "__main__":
    main()
