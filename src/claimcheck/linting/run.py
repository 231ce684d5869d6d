"""Many drafts to one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.linting.carrying import Names
from claimcheck.linting.coverage import cover
from claimcheck.linting.draft import Draft
from claimcheck.linting.finding import Finding, Notice, Report
from claimcheck.linting.lint import Policy, lint_draft
from claimcheck.linting.relevance import Subjects
from claimcheck.result import Result, Verdict

if TYPE_CHECKING:
    from claimcheck.checker import Checker

CLEAN, FOUND, TROUBLE = 0, 1, 2

_REMEMBERED = 2_000  # sentences: newsletters repeat themselves, each and one another


def lint_drafts(
    drafts: Iterable[Draft | str], checker: Checker, policy: Policy, *, coverage: bool = False
) -> tuple[Report, tuple[Finding, ...]]:
    """Judges ``drafts`` (in place of one that could not be read: what to tell of it) by ``checker``.

    Gives the report and, for writing a baseline, all findings with those that the baseline already knew.
    The report's exit code is 2 where a draft could not be read, else 1 where a finding fails, else 0.
    """
    check = lru_cache(maxsize=_REMEMBERED)(checker.check)
    names, subjects = Names(checker.rulesets), Subjects(checker.rulesets)
    claim_ids = frozenset(claim.id for ruleset in checker.rulesets for claim in ruleset.claims)
    verdicts: Counter[Verdict] = Counter()
    results: list[Result] = []
    findings: list[Finding] = []
    old: list[Finding] = []
    notices: list[Notice] = []
    failures: list[str] = []
    files = suppressed = corrected = 0
    for draft in drafts:
        if isinstance(draft, str):
            failures.append(draft)
            continue
        judged = lint_draft(draft, check, names, subjects, claim_ids, policy)
        files += 1
        verdicts.update(result.verdict for result in judged.results)
        if coverage:
            results.extend(judged.results)
        findings.extend(judged.findings)
        old.extend(judged.old)
        notices.extend(judged.notices)
        suppressed += judged.suppressed
        corrected += judged.corrected
    failing = any(
        finding.level == "error" and finding.result.verdict in policy.failing for finding in findings
    )
    report = Report(
        findings=tuple(findings),
        notices=tuple(notices),
        failures=tuple(failures),
        files=files,
        verdicts=dict(verdicts),
        suppressed=suppressed,
        baselined=len(old),
        corrected=corrected,
        exit_code=TROUBLE if failures else FOUND if failing else CLEAN,
        coverage=cover(checker.rulesets, results) if coverage else None,
    )
    return report, (*findings, *old)
