"""Write docs/accuracy.md: every figure with its data, whether anybody had looked at it, and baselines.

    python bench/accuracy.py                     the figures on data in this repository
    python bench/accuracy.py --outside DIR       also public benchmarks (JSON lines with text, statement and
                                                 label), which are not part of this repository

Needs the extra 'fit'. Figures are computed here, except the first looks, which bench/first-looks.jsonl
records as they were measured: a batch can be looked at for the first time only once.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from baselines import fuzzy, fuzzy_negation, ngrams
from claimcheck import Checker, Result
from claimcheck.evaluation.metrics import Figures, Outcome, figures
from claimcheck.rulesets.load import load_text
from claimcheck.rulesets.model import RuleSet
from items import DATA, Item, microsoft, read_items, statements

HERE = Path(__file__).parent
OUT = HERE.parent / "docs/accuracy.md"
PUBLISHED = {
    "authority": "CheckThat! 2024 task 5 setting: GPT-4o 0.88, GPT-4o-mini 0.85, Llama 3.1 8B 0.74",
    "fever_sym": "FEVER-Symmetric: BERT fine-tuned on FEVER 0.575, re-weighted 0.616 (Schuster et al. 2019)",
    "emergent": "no figure for this form of the task is known to us",
}
Judged = list[tuple[Item, Result]]


def judge(checker: Checker, items: Iterable[Item]) -> Judged:
    """Every item with its result."""
    return [(item, checker.check(item.text)) for item in items]


def of(judged: Judged) -> Figures:
    return figures([Outcome(i.label, r.verdict) for i, r in judged])  # type: ignore[arg-type]


def row(name: str, seen: str, found: Figures) -> str:
    each = found.per_class
    return (
        f"| {name} | {seen} | {found.n} | {found.macro_f1:.3f} | {each['supported'].precision:.3f} | "
        f"{each['contradicted'].precision:.3f} | {found.accuracy:.3f} |"
    )


def header(*columns: str) -> list[str]:
    """The first two lines of a Markdown table."""
    return [f"| {' | '.join(columns)} |", "|" + "---|" * len(columns)]


HEAD = (
    "| data | seen before? | n | macro-F1 | precision supported | precision contradicted | accuracy |\n"
    "|---|---|---|---|---|---|---|"
)


def first_looks() -> list[str]:
    """The record of first looks, as a table."""
    rows = [json.loads(line) for line in (HERE / "first-looks.jsonl").read_text("utf-8").splitlines()]
    kinds = {"shipped": "shipped rule set", "raw": "raw statement"}
    precisions = ("precision supported", "precision contradicted")
    return [
        *header("date", "batch", "judged by", "n", "macro-F1", *precisions, "remarks"),
        *(
            f"| {r['date']} | {r['batch']} | {kinds[r['about']]} | {r['n']} | {r['macro_f1']:.3f} | "
            f"{r['supported']:.3f} | {r['contradicted']:.3f} | {r['note']} |"
            for r in rows
        ),
    ]


def development() -> tuple[list[str], Judged, Judged]:
    """The development sets: four about the shipped statement, six raw statements; never fitted on."""
    out = [HEAD]
    checker, shipped = Checker.default(), []
    for path in sorted((DATA / "dev").glob("ms-*.jsonl")):
        judged = judge(checker, read_items(path))
        shipped += judged
        out.append(row(f"dev {path.stem}", "errors read, settings chosen on it; never fitted on", of(judged)))
    out.append(row("**dev, shipped statement, all**", "as above", of(shipped)))
    raw: Judged = []
    for path in sorted((DATA / "dev/statements").glob("*.txt")):
        judged = judge(Checker.from_path(path), read_items(path.with_suffix(".jsonl")))
        raw += judged
        out.append(
            row(
                f"dev statement {path.stem}, raw",
                "errors of some read, settings chosen on it; never fitted on",
                of(judged),
            )
        )
    out.append(row("**dev statements, raw, all**", "as above", of(raw)))
    return out, shipped, raw


def side_by_side(shipped: Judged, raw: Judged) -> list[str]:
    """The same development items by claimcheck and by the baselines."""
    rules, items = microsoft()
    train_shipped = [(rules, item) for item in items]
    train_raw = [(ruleset, item) for ruleset, some in statements() for item in some]
    texts = {
        p.stem: load_text(p.read_text("utf-8"), p.stem)
        for p in sorted((DATA / "dev/statements").glob("*.txt"))
    }
    test_shipped = [(rules, item) for item, _ in shipped]
    test_raw: list[tuple[RuleSet, Item]] = [(texts[item.group], item) for item, _ in raw]
    out = ["| | shipped statement, 640 dev items | raw statements, 360 dev items |", "|---|---|---|"]
    for name, method in (
        ("rapidfuzz alone", fuzzy),
        ("rapidfuzz and negation words", fuzzy_negation),
        ("n-gram linear model, fitted on the same data", ngrams),
    ):
        cells = [
            figures(
                [Outcome(i.label, a) for (_, i), a in zip(test, method(train, test), strict=True)]
            ).macro_f1  # type: ignore[arg-type]
            for train, test in ((train_shipped, test_shipped), (train_raw, test_raw))
        ]
        out.append(f"| {name} | {cells[0]:.3f} | {cells[1]:.3f} |")
    out.append(f"| **claimcheck** | **{of(shipped).macro_f1:.3f}** | **{of(raw).macro_f1:.3f}** |")
    return out


def reliability(judged: Judged) -> list[str]:
    """How often verdicts of each score are right."""
    out = ["| score | n | right |", "|---|---|---|"]
    for low in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = {0.3: 0.5}.get(low, low + 0.1)
        inside = [
            item.label == r.verdict
            for item, r in judged
            if low <= r.score < high or (high > 0.99 and r.score >= low)
        ]
        if inside:
            out.append(
                f"| {low:.1f} to {min(high, 1):.1f} | {len(inside)} | {sum(inside) / len(inside):.2f} |"
            )
    return out


def coverage(judged: Judged) -> list[str]:
    """Precision against coverage: only verdicts at or above a score are given, the rest withheld."""
    out = header("verdicts given at score", "precision supported", "precision contradicted", "decided right")
    decidable = sum(item.label != "not_addressed" for item, _ in judged)
    for least in (0.0, 0.6, 0.7, 0.8, 0.9, 0.95):
        cells = []
        for verdict in ("supported", "contradicted"):
            given = [item.label == verdict for item, r in judged if r.verdict == verdict and r.score >= least]
            cells.append(f"{sum(given) / len(given):.3f} ({len(given)})" if given else "none given")
        decided = sum(
            item.label != "not_addressed" and r.verdict == item.label and r.score >= least
            for item, r in judged
        )
        out.append(f"| {least:.2f} | {cells[0]} | {cells[1]} | {decided / decidable:.2f} |")
    return out


def outside(folder: Path) -> list[str]:
    """Public benchmarks, each row with its own raw statement; two-class sets by the sign of
    P(supported) - P(contradicted)."""
    out = [
        "| set (development half) | n | classes | accuracy | macro-F1 | published |",
        "|---|---|---|---|---|---|",
    ]
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        two = {r["label"] for r in rows} <= {"supported", "contradicted"}
        outcomes = []
        for r in rows:
            result = Checker.from_statement(r["statement"]).check(r["text"])
            answer = result.verdict
            if two:
                more = result.scores["supported"] >= result.scores["contradicted"]
                answer = "supported" if more else "contradicted"
            outcomes.append(Outcome(r["label"], answer))
        found = figures(outcomes)
        macro = "" if two else f"{found.macro_f1:.3f}"
        out.append(
            f"| {path.stem} | {found.n} | {2 if two else 3} | {found.accuracy:.3f} | "
            f"{macro} | {PUBLISHED.get(path.stem, '')} |"
        )
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--outside", type=Path, help="folder of public benchmarks")
    options = parser.parse_args()
    dev, shipped, raw = development()
    _, items = microsoft()
    raw_items = [item for _, some in statements() for item in some]
    text = (
        (HERE / "accuracy.head.md")
        .read_text("utf-8")
        .format(
            shipped_items=len(items),
            shipped_batches=len({item.group for item in items}),
            raw_items=len(raw_items),
            raw_statements=len({item.group for item in raw_items}),
        )
    )
    blocks = [
        text,
        "## First looks\n",
        *first_looks(),
        "\n## Development sets\n",
        *dev,
        "\n## Side by side (macro-F1)\n",
        *side_by_side(shipped, raw),
        "\n## What a score means: the shipped statement\n",
        *reliability(shipped),
        "\n## What a score means: raw statements\n",
        *reliability(raw),
        "\n## Precision against coverage: the shipped statement\n",
        *coverage(shipped),
        "\n## Precision against coverage: raw statements\n",
        *coverage(raw),
    ]
    if options.outside:
        blocks += [
            "\n## Public benchmarks (report only: nothing was fitted or chosen on them)\n",
            *outside(options.outside),
        ]
    OUT.write_text("\n".join(blocks) + "\n", "utf-8")
    print(OUT.read_text("utf-8"))


if __name__ == "__main__":
    main()
