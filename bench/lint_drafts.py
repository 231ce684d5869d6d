"""How right ``claimcheck lint`` is on whole newsletters: drafts with the sentences that matter marked.

    python bench/lint_drafts.py [FOLDER] [--errors]

Beside each draft in FOLDER (``bench/data/drafts``) lies its gold: a row for each sentence that the statement
addresses (line, text, label, kind). An error is right where the draft asserts what the statement contradicts
(kind ``plain`` or ``pronoun``), a warning where it only quotes it (``quoted``). What the draft itself puts
right (``corrected``), and a question that it answers (``question``), must be neither.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimcheck import Checker
from claimcheck.documents.read import read_text
from claimcheck.linting.draft import read_draft
from claimcheck.linting.finding import Finding
from claimcheck.linting.lint import Policy
from claimcheck.linting.run import lint_drafts
from claimcheck.result import VERDICTS

DRAFTS = Path(__file__).parent / "data" / "drafts"
ASSERTED = ("plain", "pronoun")


@dataclass(frozen=True, slots=True)
class Gold:
    """One sentence that the statement addresses, as its writer labelled it."""

    path: str
    line: int
    text: str
    label: str
    kind: str

    @property
    def level(self) -> str | None:
        """The level that a finding on this sentence should have, or ``None`` where there should be none."""
        if self.label != "contradicted":
            return None
        return "error" if self.kind in ASSERTED else "warning" if self.kind == "quoted" else None


def read_gold(draft: Path) -> list[Gold]:
    """The gold beside ``draft``."""
    rows = map(json.loads, draft.with_suffix(".gold.jsonl").read_text("utf-8").splitlines())
    return [Gold(draft.name, row["line"], row["text"], row["label"], row["kind"]) for row in rows]


def lint(paths: Iterable[Path], checker: Checker) -> list[Finding]:
    """All sentences of ``paths`` as findings; only those on contradicted ones can be errors or warnings."""
    drafts = [read_draft(read_text(path), path.name) for path in paths]
    return list(lint_drafts(drafts, checker, Policy(shown=frozenset(VERDICTS)))[0].findings)


def measure(level: str, golds: dict[tuple[str, int, str], Gold], findings: list[Finding]) -> list[str]:
    """Prints precision and recall of the findings of one ``level``; gives the mistakes."""
    given = [finding for finding in findings if finding.level == level]
    wanted = [gold for gold in golds.values() if gold.level == level]
    told = {key(finding): finding for finding in findings}
    false = [one for one in given if (gold := golds.get(key(one))) is None or gold.level != level]
    missed = [gold for gold in wanted if told.get(key(gold)) not in given]
    right = len(given) - len(false)
    precision = right / len(given) if given else 1.0
    recall = right / len(wanted) if wanted else 1.0
    print(
        f"{level + 's':9} precision {precision:.3f} ({right} of {len(given)})"
        f"  recall {recall:.3f} ({right} of {len(wanted)})"
    )
    mistakes = [f"false {level}: {shown(one)}" for one in false]
    for gold in missed:
        got = told.get(key(gold))
        why = shown(got) if got else "no finding: put right by the draft, or not read as this sentence"
        mistakes.append(f"missed {level} ({gold.kind}): {gold.path}:{gold.line} {gold.text}\n    {why}")
    return mistakes


def key(one: Gold | Finding) -> tuple[str, int, str]:
    """What a gold row and the finding on the same sentence share."""
    if isinstance(one, Gold):
        return one.path, one.line, one.text
    return one.path, one.place.line, one.result.text


def shown(finding: Finding) -> str:
    """A finding in a line: place, level, verdict, claim, sentence, reason."""
    result = finding.result
    return (
        f"{finding.path}:{finding.place.line} {finding.level} {result.verdict} {result.score:.2f} "
        f"[{result.claim_id}] {result.text} ({result.reason})"
    )


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:] if not name.startswith("-")]
    paths = sorted((folders or [DRAFTS])[0].glob("*.md"))
    golds = {key(gold): gold for path in paths for gold in read_gold(path)}
    findings = lint(paths, Checker.default())
    print(f"{len(paths)} drafts, {len(findings)} sentences judged, {len(golds)} of them addressed")
    mistakes = measure("error", golds, findings) + measure("warning", golds, findings)
    right = [one for one in findings if one.result.verdict == "supported"]
    false = [one for one in right if getattr(golds.get(key(one)), "label", "") != "supported"]
    wanted = [gold for gold in golds.values() if gold.label == "supported"]
    print(
        f"supported precision {1 - len(false) / max(1, len(right)):.3f} ({len(right) - len(false)} of "
        f"{len(right)})  recall {(len(right) - len(false)) / max(1, len(wanted)):.3f} of {len(wanted)}"
    )
    if "--errors" in sys.argv[1:]:
        told = {key(one): one for one in right}
        mistakes += [f"false supported: {shown(one)}" for one in false]
        mistakes += [
            f"missed supported: {gold.path}:{gold.line} {gold.text}"
            + "".join(f"\n    {shown(one)}" for one in findings if key(one) == key(gold))
            for gold in wanted
            if key(gold) not in told
        ]
        print("\n".join(mistakes))


if __name__ == "__main__":
    main()
