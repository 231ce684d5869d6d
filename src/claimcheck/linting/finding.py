"""What linting hands to the reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from claimcheck.documents.positions import Lines
from claimcheck.linting.draft import Place
from claimcheck.result import Result, Verdict

# 'error' can fail a run, 'warning' never does, 'note' is shown because it was asked for.
Level = Literal["error", "warning", "note"]

LEVELS: tuple[Level, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of a draft with the verdict on it.

    ``path`` is what the user calls the draft, ``project_path`` where it lies below the root of the git
    checkout (without one, below the current folder). ``result.text`` is the sentence as the draft has it,
    white space folded. ``quoted`` says that the draft only quotes the claim. ``fingerprint`` stays the same
    while the sentence and the path do, wherever the sentence moves.
    """

    path: str
    project_path: str
    lines: Lines
    place: Place
    result: Result
    level: Level
    quoted: bool
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a draft other than a verdict: a suppression that is malformed or suppresses
    nothing. ``rule`` is ``malformed-suppression`` or ``unused-suppression``."""

    path: str
    project_path: str
    lines: Lines
    place: Place
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How the drafts treat one claim: sentences that get it right, get it wrong, or come near it (the
    nearest claim of a sentence that the statement does not address)."""

    claim_id: str
    says: str
    right: int = 0
    wrong: int = 0
    near: int = 0

    @property
    def status(self) -> str:
        """``right``, ``wrong``, ``right and wrong``, ``mentioned`` or ``missing``."""
        if self.right and self.wrong:
            return "right and wrong"
        if self.right or self.wrong:
            return "right" if self.right else "wrong"
        return "mentioned" if self.near else "missing"


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run of the linter found.

    ``findings`` and ``notices`` are in the order of the paths given and of each draft. ``failures`` are
    messages on drafts that could not be read. ``verdicts`` counts the sentences, also those that draw no
    finding, except the ``corrected`` ones, which the draft itself puts right, and those that assert nothing.
    ``suppressed`` and ``baselined`` count those that a comment, the severity of their claim, or the baseline
    lets pass. ``coverage`` is ``None`` unless asked for.
    """

    findings: tuple[Finding, ...] = ()
    notices: tuple[Notice, ...] = ()
    failures: tuple[str, ...] = ()
    files: int = 0
    verdicts: Mapping[Verdict, int] = field(default_factory=dict)
    suppressed: int = 0
    baselined: int = 0
    corrected: int = 0
    exit_code: int = 0
    coverage: tuple[Coverage, ...] | None = None

    @property
    def sentences(self) -> int:
        """How many sentences were judged."""
        return sum(self.verdicts.values()) + self.corrected

    def count(self, level: Level) -> int:
        """How many findings and notices are of ``level``; a notice is a warning."""
        notices = len(self.notices) if level == "warning" else 0
        return notices + sum(finding.level == level for finding in self.findings)
