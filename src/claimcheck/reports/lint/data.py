"""A lint report as plain data, the public contract of ``json`` and ``jsonl``: keys may be added, never
removed."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from claimcheck.linting.draft import Place
from claimcheck.linting.finding import LEVELS, Finding, Notice, Report


def finding_data(finding: Finding) -> dict[str, Any]:
    """The result with its place: lines and columns are 1-based, columns in code points, the end
    exclusive."""
    return {
        **finding.result.to_dict(),
        "path": finding.path,
        **_place_data(finding.place),
        "level": finding.level,
        "quoted": finding.quoted,
        "fingerprint": finding.fingerprint,
    }


def notice_data(notice: Notice) -> dict[str, Any]:
    """What is wrong with a suppression, with its place."""
    return {
        "path": notice.path,
        **_place_data(notice.place),
        "level": "warning",
        "rule": notice.rule,
        "message": notice.message,
    }


def summary_data(report: Report) -> dict[str, Any]:
    """The counts of the run."""
    return {
        "files": report.files,
        "sentences": report.sentences,
        "supported": report.verdicts.get("supported", 0),
        "contradicted": report.verdicts.get("contradicted", 0),
        "not_addressed": report.verdicts.get("not_addressed", 0),
        "corrected": report.corrected,
        "suppressed": report.suppressed,
        "baselined": report.baselined,
        **{f"{level}s": report.count(level) for level in LEVELS},
    }


def coverage_data(report: Report) -> list[dict[str, Any]] | None:
    """A row a claim, or ``None`` where coverage was not asked for."""
    if report.coverage is None:
        return None
    return [{**asdict(one), "status": one.status} for one in report.coverage]


def _place_data(place: Place) -> dict[str, int]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
