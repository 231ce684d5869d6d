"""``--coverage``: which claims of the statement the drafts speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.linting.finding import Coverage
from claimcheck.reports.paragraph import Paragraph, Run
from claimcheck.reports.visible import visible

STATUS_STYLES = {
    "right": "green",
    "wrong": "bold red",
    "right and wrong": "bold red",
    "mentioned": "yellow",
    "missing": "dim",
}


def told(coverage: Sequence[Coverage]) -> str:
    """'3 of 10 claims right, 1 wrong, 2 mentioned, 4 missing'."""
    count = {status: sum(one.status == status for one in coverage) for status in STATUS_STYLES}
    wrong = count["wrong"] + count["right and wrong"]
    return (
        f"{count['right']} of {len(coverage)} claims right, {wrong} wrong, "
        f"{count['mentioned']} mentioned, {count['missing']} missing"
    )


def paragraphs(coverage: Sequence[Coverage]) -> Iterator[Paragraph]:
    """A line a claim: how the drafts treat it, and what it says."""
    yield Paragraph((Run(f"Coverage: {told(coverage)}", "bold"),))
    width = max((len(one.status) for one in coverage), default=0) + 4
    for one in coverage:
        status = Run(f"  {one.status}", STATUS_STYLES[one.status])
        name = Run(f"  [{visible(one.claim_id)}]", "dim")
        yield Paragraph((Run(visible(one.says)), name), (status,), width)
