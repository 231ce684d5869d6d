"""How good verdicts are, in the usual figures for three classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from claimcheck.result import VERDICTS, Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """One labelled item after judging: the right verdict and the one given; ``claim`` is the claim that
    it should cite (``None`` where the label names none) and ``cited`` the one it did."""

    label: Verdict
    verdict: Verdict
    claim: str | None = None
    cited: str | None = None

    @property
    def right(self) -> bool:
        """Whether the verdict is the label."""
        return self.label == self.verdict


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """Of one verdict: ``precision``, ``recall`` and ``f1`` in 0..1 (0 where nothing is to divide by),
    and ``support``, how many items bear it as label."""

    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a run over ``n`` items.

    ``accuracy`` is the share of right verdicts. ``macro_f1`` is the unweighted mean of the F1 of the
    verdicts that occur as a label or as an answer, as in scikit-learn's ``f1_score(average="macro")``.
    ``confusion[label][verdict]`` counts items. ``claim_accuracy`` is the share of items labelled
    supported or contradicted with a claim that cite this claim, ``None`` where there is no such item;
    ``claim_n`` is how many there are.
    """

    n: int
    accuracy: float
    macro_f1: float
    per_class: dict[Verdict, ClassFigures]
    confusion: dict[Verdict, dict[Verdict, int]]
    claim_accuracy: float | None
    claim_n: int

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain JSON-ready data."""
        return asdict(self)


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """The figures of ``outcomes``. Raises ``ValueError`` where there are none."""
    if not outcomes:
        raise ValueError("no outcome to measure")
    pairs = Counter((outcome.label, outcome.verdict) for outcome in outcomes)
    confusion = {label: {verdict: pairs[label, verdict] for verdict in VERDICTS} for label in VERDICTS}
    per_class = {verdict: _class_figures(confusion, verdict) for verdict in VERDICTS}
    occurring = {verdict for pair in pairs for verdict in pair}
    cited = [
        outcome.claim == outcome.cited
        for outcome in outcomes
        if outcome.claim is not None and outcome.label != "not_addressed"
    ]
    return Figures(
        n=len(outcomes),
        accuracy=sum(outcome.right for outcome in outcomes) / len(outcomes),
        macro_f1=sum(per_class[verdict].f1 for verdict in occurring) / len(occurring),
        per_class=per_class,
        confusion=confusion,
        claim_accuracy=sum(cited) / len(cited) if cited else None,
        claim_n=len(cited),
    )


def _class_figures(confusion: dict[Verdict, dict[Verdict, int]], verdict: Verdict) -> ClassFigures:
    hits = confusion[verdict][verdict]
    support = sum(confusion[verdict].values())
    given = sum(confusion[label][verdict] for label in VERDICTS)
    return ClassFigures(
        precision=hits / given if given else 0.0,
        recall=hits / support if support else 0.0,
        f1=2 * hits / (support + given) if support + given else 0.0,
        support=support,
    )
