"""``--format concise``: a line a finding, as editors and grep like it."""

from __future__ import annotations

from claimcheck.linting.draft import Place
from claimcheck.linting.finding import Report
from claimcheck.reports.lint.coverage import paragraphs as coverage_paragraphs
from claimcheck.reports.lint.telling import message, rule_id, shown_path
from claimcheck.reports.paragraph import plain
from claimcheck.reports.visible import visible


def render(report: Report) -> str:
    """``path:line:column: level: what [claim]``."""
    lines = [
        f"{_place(finding.path, finding.place)}: {finding.level}: {message(finding)} [{rule_id(finding)}]\n"
        for finding in report.findings
    ]
    lines += [
        f"{_place(notice.path, notice.place)}: warning: {visible(notice.message)} [{notice.rule}]\n"
        for notice in report.notices
    ]
    return "".join(lines) + plain(coverage_paragraphs(report.coverage or ()) if report.coverage else ())


def _place(path: str, place: Place) -> str:
    return f"{shown_path(path)}:{place.line}:{place.column}"
