"""``--format md``: a table for a job page, a pull request or an issue."""

from __future__ import annotations

from claimcheck.linting.finding import Finding, Report
from claimcheck.reports.batch_md import escaped
from claimcheck.reports.lint.coverage import told
from claimcheck.reports.lint.telling import statement_words, summary
from claimcheck.reports.words import dated

# GitHub's job summary holds 1 MB; a table beyond this is read by nobody.
_MOST = 200

_VERDICTS = {
    "contradicted": "**Contradicted**",
    "supported": "Supported",
    "not_addressed": "Not addressed",
}


def render(report: Report) -> str:
    """A heading, the summary, a table of the findings, and the coverage where it was asked for."""
    out = f"### claimcheck\n\n{escaped(summary(report))}.\n"
    if report.findings:
        out += "\n| Place | Verdict | Sentence | The statement's words |\n|---|---|---|---|\n"
        out += "".join(map(_row, report.findings[:_MOST]))
        if len(report.findings) > _MOST:
            out += f"\n{len(report.findings) - _MOST} more are left out here.\n"
    if report.notices or report.failures:
        out += "\n"
    for notice in report.notices:
        out += (
            f"- {escaped(notice.path)}:{notice.place.line}:{notice.place.column}: {escaped(notice.message)}\n"
        )
    for failure in report.failures:
        out += f"- {escaped(failure)}\n"
    if report.coverage is not None:
        out += f"\n{escaped(told(report.coverage))}.\n\n| Claim | In the drafts | Says |\n|---|---|---|\n"
        for one in report.coverage:
            out += f"| {escaped(one.claim_id)} | {one.status} | {escaped(one.says)} |\n"
    return out


def _row(finding: Finding) -> str:
    result = finding.result
    place = f"{escaped(finding.path)}:{finding.place.line}:{finding.place.column}"
    verdict = f"{_VERDICTS[result.verdict]}{' (quoted)' if finding.quoted else ''}"
    words = escaped(statement_words(finding)) if result.verdict != "not_addressed" else ""
    source = (
        f" \\[{escaped(result.claim_id or '')}\\] {escaped(dated(result.statement_date))}" if words else ""
    )
    return f"| {place} | {verdict} | {escaped(result.text)} | {words}{source} |\n"
