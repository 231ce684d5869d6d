"""``--format sarif``: SARIF 2.1.0 (OASIS standard), as GitHub code scanning takes it."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import claimcheck
from claimcheck.linting.draft import Place
from claimcheck.linting.finding import Finding, Level, Notice, Report
from claimcheck.reports.lint.telling import message, rule_id, worst_first
from claimcheck.reports.visible import visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

# GitHub takes 25,000 results of a run and shows 5,000: the worst ones come first.
_MOST = 25_000

_NOTICE_RULES = {
    "malformed-suppression": "A claimcheck comment that is not understood",
    "unused-suppression": "A claimcheck comment that suppresses nothing",
}


def render(report: Report) -> str:
    """One SARIF log with one run. Suppressed findings are not in it."""
    rules: dict[str, dict[str, Any]] = {}
    results = []
    for finding in worst_first(report.findings)[:_MOST]:
        rules.setdefault(rule_id(finding), _claim_rule(finding))
        results.append(_finding_result(finding, list(rules).index(rule_id(finding))))
    for notice in report.notices:
        rules.setdefault(
            notice.rule, _rule(notice.rule, _NOTICE_RULES[notice.rule], _NOTICE_RULES[notice.rule])
        )
        results.append(_notice_result(notice, list(rules).index(notice.rule)))
    run = {
        "tool": {
            "driver": {
                "name": "claimcheck",
                "version": claimcheck.__version__,
                "rules": list(rules.values()),
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.failures,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": visible(failure)}} for failure in report.failures
                ],
            }
        ],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=True, indent=2) + "\n"


def _claim_rule(finding: Finding) -> dict[str, Any]:
    result = finding.result
    if not result.claim_id:
        told = "The statement does not address this"
        return _rule(rule_id(finding), told, told)
    says = visible(result.claim or result.claim_id)
    help_text = f"{says} The statement: “{visible(result.quote or '')}”"
    return _rule(rule_id(finding), says, help_text)


def _rule(name: str, told: str, help_text: str) -> dict[str, Any]:
    return {
        "id": name,
        "shortDescription": {"text": told},
        "fullDescription": {"text": told},
        "help": {"text": help_text},
    }


def _finding_result(finding: Finding, index: int) -> dict[str, Any]:
    passed = finding.result.verdict == "supported"
    return {
        "ruleId": rule_id(finding),
        "ruleIndex": index,
        # The standard allows no level but 'none' where nothing failed.
        **({"kind": "pass", "level": "none"} if passed else {"level": finding.level}),
        "message": {"text": message(finding)},
        "locations": [_location(finding.project_path, finding.place)],
        "partialFingerprints": {"claimcheck/v1": finding.fingerprint},
    }


def _notice_result(notice: Notice, index: int) -> dict[str, Any]:
    level: Level = "warning"
    return {
        "ruleId": notice.rule,
        "ruleIndex": index,
        "level": level,
        "message": {"text": visible(notice.message)},
        "locations": [_location(notice.project_path, notice.place)],
    }


def _location(path: str, place: Place) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _uri(path: str) -> str:
    pure = PurePath(path)
    try:
        encoded = pure.as_posix().encode("utf-8", "surrogateescape")  # the bytes of the file's name
    except UnicodeEncodeError:
        encoded = pure.as_posix().encode("utf-8", "replace")
    return ("file://" if pure.is_absolute() else "") + quote(encoded)
