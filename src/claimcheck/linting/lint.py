"""One draft judged: its sentences in order, each with what surrounds it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from claimcheck.config import Severity
from claimcheck.judging.sureness import sure_enough
from claimcheck.linting.carrying import Names
from claimcheck.linting.corrections import is_corrected, is_question
from claimcheck.linting.draft import Draft, Sentence
from claimcheck.linting.finding import Finding, Level, Notice
from claimcheck.linting.fingerprints import Fingerprints
from claimcheck.linting.quotations import is_quoted
from claimcheck.linting.relevance import Subjects
from claimcheck.linting.sentences import judge_sentences
from claimcheck.linting.suppressions import Suppressions
from claimcheck.result import Result, Verdict

# A contradiction scored below one half is more likely wrong than right, though likelier than either other
# verdict.
DOUBTFUL = 0.5


@dataclass(frozen=True, slots=True)
class Policy:
    """What counts and what is shown.

    ``failing`` verdicts are errors, ``shown`` ones become findings; ``severity`` goes by claim id;
    ``known`` are the fingerprints of the baseline. Verdicts with a score below ``min_score`` (0..1) are not
    given. They still tell what the draft puts right and what it only quotes: else asking for surer verdicts
    would make errors of what is none.
    """

    failing: frozenset[Verdict] = frozenset({"contradicted"})
    shown: frozenset[Verdict] = frozenset({"contradicted"})
    strict_quotes: bool = False
    severity: Mapping[str, Severity] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    min_score: float = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """One draft after judging: ``results`` of all its sentences that assert what they say, findings of
    those that the policy shows or fails (``old`` ones stand in the baseline), and counts of the rest;
    ``silent`` sentences assert nothing."""

    results: tuple[Result, ...]
    findings: tuple[Finding, ...]
    old: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    suppressed: int
    corrected: int
    silent: int


def lint_draft(
    draft: Draft,
    check: Callable[[str], Result],
    names: Names,
    subjects: Subjects,
    claim_ids: Collection[str],
    policy: Policy,
) -> Judged:
    """Judges every sentence of ``draft`` with ``check``; ``names``, ``subjects`` and ``claim_ids`` are those
    of the rule sets behind it."""
    results = judge_sentences(draft.sentences, check, names, subjects)
    suppressions = Suppressions(draft, claim_ids)
    fingerprints = Fingerprints()
    asserted: list[Result] = []
    new: list[Finding] = []
    old: list[Finding] = []
    suppressed = corrected = silent = 0
    for index, (sentence, judged) in enumerate(zip(draft.sentences, results, strict=True)):
        if judged is None:
            silent += 1
            continue
        result = sure_enough(judged, policy.min_score)
        contradicted = result.verdict == "contradicted"
        if contradicted and is_corrected(sentence, result, *_following(index, draft.sentences, results)):
            corrected += 1
            continue
        asserted.append(result)
        if result.verdict not in policy.shown | policy.failing:
            continue
        covered = result.verdict != "supported" and suppressions.covers(sentence, result.claim_id)
        if contradicted and policy.severity.get(result.claim_id or "") == "off":
            suppressed += 1
            continue
        quoted = contradicted and is_quoted(sentence, check)
        finding = Finding(
            path=draft.path,
            project_path=draft.project_path,
            lines=draft.lines,
            place=sentence.place,
            result=result,
            level=_level(result, quoted, policy),
            quoted=quoted,
            fingerprint=fingerprints.next(result.claim_id, draft.project_path, sentence.text),
        )
        if covered:
            suppressed += 1
        elif finding.fingerprint in policy.known:
            old.append(finding)
        else:
            new.append(finding)
    notices = tuple(suppressions.notices())
    return Judged(tuple(asserted), tuple(new), tuple(old), notices, suppressed, corrected, silent)


def _following(
    index: int, sentences: tuple[Sentence, ...], results: list[Result | None]
) -> tuple[Sentence | None, Result | None]:
    """The next sentence that may correct this one: of its paragraph, or the first of the next block where
    that is a paragraph under a paragraph or heading, or anything but a heading after a question."""
    if index + 1 == len(sentences):
        return None, None
    this, after = sentences[index].segment, sentences[index + 1].segment
    if (
        after is this
        or (after.kind == "paragraph" and this.kind in ("paragraph", "heading"))
        or (after.kind != "heading" and is_question(sentences[index]))
    ):
        return sentences[index + 1], results[index + 1]
    return None, None


def _level(result: Result, quoted: bool, policy: Policy) -> Level:
    """What a finding weighs. A doubtful contradiction is shown, and fails nothing: a build that stops an
    honest sentence is soon switched off."""
    if result.verdict != "contradicted":
        return "error" if result.verdict in policy.failing else "note"
    if quoted and not policy.strict_quotes:
        return "warning"
    doubtful = result.score < DOUBTFUL
    return "warning" if doubtful or policy.severity.get(result.claim_id or "") == "warning" else "error"
