"""``--format json``: the whole report as one object."""

from __future__ import annotations

from claimcheck.linting.finding import Report
from claimcheck.reports.lint.data import coverage_data, finding_data, notice_data, summary_data
from claimcheck.reports.visible import json_line
from claimcheck.result import SCHEMA_VERSION


def render(report: Report) -> str:
    """One JSON object on one line."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "findings": [finding_data(finding) for finding in report.findings],
        "notices": [notice_data(notice) for notice in report.notices],
        "failures": list(report.failures),
        "coverage": coverage_data(report),
        "summary": summary_data(report),
        "exit_code": report.exit_code,
    }
    return json_line(data) + "\n"
