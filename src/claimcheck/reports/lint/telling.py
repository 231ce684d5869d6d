"""How every lint format tells of a finding."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.linting.finding import LEVELS, Finding, Level, Report
from claimcheck.reports.visible import visible
from claimcheck.reports.words import VOICE_WORDS, plural, verdict_line

LEVEL_STYLES: dict[Level, str] = {"error": "bold red", "warning": "bold yellow", "note": "cyan"}


def shown_path(path: str) -> str:
    """``path`` to begin a line with; never ``::error::x.md``, which GitHub's runner would obey in a log,
    blanks before it or not."""
    return visible(f"./{path}" if path.lstrip().startswith("::") else path)


def verdict_words(finding: Finding) -> str:
    """'CONTRADICTED by the statement of 2026-02-27', and whether the draft only quotes it."""
    quoted = ", but only quoted" if finding.quoted else ""
    return verdict_line(finding.result) + quoted


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings before notes, and the surest of each first."""
    return sorted(findings, key=lambda finding: (LEVELS.index(finding.level), -finding.result.score))


def rule_id(finding: Finding) -> str:
    """The claim that the finding is about; where there is none, the verdict ('not-addressed')."""
    return visible(finding.result.claim_id or finding.result.verdict.replace("_", "-"))


def statement_words(finding: Finding) -> str:
    """The statement's words with their voice, or an empty string."""
    result = finding.result
    if not result.quote:
        return ""
    voice = VOICE_WORDS.get(result.voice or "", visible(result.voice or ""))
    return f"“{visible(_bare(result.quote))}”" + (f" ({voice})" if voice else "")


def message(finding: Finding) -> str:
    """A finding in one plain line, its place aside: verdict, sentence, the statement's words, reason."""
    words = statement_words(finding)
    told = f"{verdict_words(finding)}: “{visible(finding.result.text)}”"
    if words and finding.result.verdict != "not_addressed":
        name = f" [{visible(finding.result.statement_id)}]" if finding.result.statement_title else ""
        told += f"; the statement{name}: {words}"
    return f"{told}. {visible(finding.result.reason)}".rstrip()


def summary(report: Report) -> str:
    """The run in one line: '12 sentences checked in 2 files: 1 contradicted, ...'."""
    counts = report.verdicts
    told = [
        f"{counts.get('contradicted', 0)} contradicted",
        f"{counts.get('supported', 0)} supported",
        f"{counts.get('not_addressed', 0)} not addressed",
    ]
    extra = {
        "put right by the draft itself": report.corrected,
        "suppressed": report.suppressed,
        "in the baseline": report.baselined,
    }
    told += [f"{count} {what}" for what, count in extra.items() if count]
    checked = f"{plural(report.sentences, 'sentence')} checked in {plural(report.files, 'file')}"
    return f"{checked}: {', '.join(told)}" if report.sentences else "0 sentences checked"


def _bare(quote: str) -> str:
    return quote.strip('"“” ')
