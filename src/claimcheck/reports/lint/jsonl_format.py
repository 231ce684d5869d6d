"""``--format jsonl``: a JSON object a finding, for pipes."""

from __future__ import annotations

from claimcheck.linting.finding import Report
from claimcheck.reports.lint.data import finding_data
from claimcheck.reports.visible import json_line


def render(report: Report) -> str:
    """The findings alone, one a line; nothing where there is none."""
    return "".join(json_line(finding_data(finding)) + "\n" for finding in report.findings)
