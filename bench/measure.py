"""How right the verdicts are: figures for files of labelled sentences, through the public interface.

python bench/measure.py FILE.jsonl ...     judged by the shipped rule set, or by FILE.txt beside it,
                                           or by each row's own 'statement'
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from claimcheck import Checker
from claimcheck.evaluation.metrics import Figures, Outcome, figures


def outcomes(path: Path) -> list[Outcome]:
    """Every row of ``path`` judged."""
    beside = path.with_suffix(".txt")
    shared = Checker.from_path(beside) if beside.exists() else Checker.default()
    out = []
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            checker = Checker.from_statement(row["statement"]) if row.get("statement") else shared
            result = checker.check(row["text"])
            out.append(Outcome(row["label"], result.verdict, row.get("claim"), result.claim_id))
    return out


def line(name: str, found: Figures) -> str:
    """One line of figures."""
    each = found.per_class
    return (
        f"{name:28} n {found.n:5}  macro-F1 {found.macro_f1:.3f}  accuracy {found.accuracy:.3f}  precision "
        f"supported {each['supported'].precision:.3f} contradicted {each['contradicted'].precision:.3f} "
        f"not addressed {each['not_addressed'].precision:.3f}"
        + (f"  claim {found.claim_accuracy:.3f}" if found.claim_accuracy else "")
    )


def main() -> None:
    everything: list[Outcome] = []
    for name in sys.argv[1:]:
        found = outcomes(Path(name))
        everything += found
        print(line(Path(name).stem, figures(found)), flush=True)
    if len(sys.argv) > 2:
        print(line("all", figures(everything)))


if __name__ == "__main__":
    main()
