"""The figures of an evaluation and its errors, for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.evaluation.gold import Gold
from claimcheck.evaluation.metrics import Figures
from claimcheck.reports.mark import marked
from claimcheck.reports.paragraph import Paragraph, Run
from claimcheck.reports.visible import visible
from claimcheck.reports.words import VERDICT_STYLES, VERDICT_WORDS, plural
from claimcheck.result import VERDICTS, Result, Verdict

NAME = max(map(len, VERDICT_WORDS.values()))

_SHORT: dict[Verdict, str] = {"supported": "supp.", "contradicted": "contr.", "not_addressed": "not a."}


def paragraphs(figures: Figures, errors: Iterable[tuple[Gold, Result]]) -> Iterator[Paragraph]:
    """The figures in small tables of 40 columns, then each error with what it should have been."""
    yield _line(
        f"{plural(figures.n, 'item')}: accuracy {figures.accuracy:.3f}, macro-F1 {figures.macro_f1:.3f}"
    )
    if figures.claim_accuracy is not None:
        yield _line(f"right claim cited: {figures.claim_accuracy:.3f} of {plural(figures.claim_n, 'item')}")
    yield Paragraph()
    yield _row("", ("prec.", "rec.", "F1", "items"), "dim")
    for verdict in VERDICTS:
        of = figures.per_class[verdict]
        shown = (f"{of.precision:.2f}", f"{of.recall:.2f}", f"{of.f1:.2f}", str(of.support))
        yield _row(VERDICT_WORDS[verdict].lower(), shown)
    yield Paragraph()
    yield _row("label / given", tuple(_SHORT.values()), "dim")
    for label in VERDICTS:
        counts = tuple(str(figures.confusion[label][verdict]) for verdict in VERDICTS)
        yield _row(VERDICT_WORDS[label].lower(), counts)
    for gold, result in errors:
        yield from _error(gold, result)


def _line(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def _row(name: str, cells: tuple[str, ...], style: str = "") -> Paragraph:
    return Paragraph((Run(f"{name:<{NAME}}" + "".join(f"{cell:>7}" for cell in cells), style),))


def _error(gold: Gold, result: Result) -> Iterator[Paragraph]:
    yield Paragraph()
    given = Run(VERDICT_WORDS[result.verdict].lower(), VERDICT_STYLES[result.verdict])
    right = Run(VERDICT_WORDS[gold.label].lower(), VERDICT_STYLES[gold.label])
    yield Paragraph((Run(f"line {gold.line}: "), given, Run(", should be "), right))
    yield Paragraph(marked(result), indent=2)
    cited = f" [{visible(result.claim_id)}]" if result.claim_id else ""
    yield Paragraph((Run(visible(result.reason)), Run(cited)), indent=2)
