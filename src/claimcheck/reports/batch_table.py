"""``batch --format table``: columns of fixed width, so that each row is shown as soon as it is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.records.row import Row
from claimcheck.reports.judged import Judged
from claimcheck.reports.paragraph import Paragraph, Run, plain
from claimcheck.reports.visible import visible
from claimcheck.reports.words import VERDICT_STYLES, VERDICT_WORDS
from claimcheck.result import Result

LINE = 5
VERDICT = max(map(len, VERDICT_WORDS.values()))
CLAIM = 26
GAP = "  "

# What must not be missed about a claim stands behind its name or, where it is retired, in the place of it.
CONFLICT = " (conflict)"
SUPERSEDED = "(superseded)"

# Below this the claim's name would leave too little room for the text.
ROOMY = 70


def lines(judged: Iterable[Judged], first: Row | None = None) -> Iterator[str]:
    """The table in whole lines without colours, for pipes and files."""
    return map(plain, paragraphs(judged, first))


def paragraphs(
    judged: Iterable[Judged], first: Row | None = None, *, roomy: bool = True
) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs of each row: one, and a heading before that of the first, unless these rows go on
    behind ``first``. ``roomy`` shows the name of the claim as well."""
    heading = () if first else (_heading(roomy),)
    for item in judged:
        verdict = item.result.verdict
        shown = Run(VERDICT_WORDS[verdict], VERDICT_STYLES[verdict])
        lead = _lead(str(item.row.line), shown, _claim(item.result), roomy)
        yield *heading, Paragraph((Run(visible(item.result.text)),), *lead)
        heading = ()


def _claim(result: Result) -> str:
    if result.superseded_by:
        return SUPERSEDED
    if result.verdict == "not_addressed":
        return "-"  # the nearest claim of such a text would read like a finding
    mark = CONFLICT if result.conflict else ""
    name, room = visible(result.claim_id or "-"), CLAIM - len(mark)
    return (name if len(name) <= room else f"{name[: room - 1]}…") + mark


def _heading(roomy: bool) -> Paragraph:
    return Paragraph((Run("text", "dim"),), *_lead("line", Run("verdict", "dim"), "claim", roomy))


def _lead(line: str, verdict: Run, claim: str, roomy: bool) -> tuple[tuple[Run, ...], int]:
    runs = [Run(f"{line:>{LINE}}{GAP}", "dim"), Run(verdict.text.ljust(VERDICT) + GAP, verdict.style)]
    if roomy:
        runs.append(Run(claim.ljust(CLAIM) + GAP, "dim"))
    return tuple(runs), sum(len(run.text) for run in runs)
