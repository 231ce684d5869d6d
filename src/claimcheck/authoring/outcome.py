"""What came of testing the examples of rule sets, and what a clean pass does not tell by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.authoring.examples import Trial, run_examples
from claimcheck.authoring.idle_names import GivenName, idle_names
from claimcheck.authoring.silencing import is_silenced
from claimcheck.errors import Problem
from claimcheck.reports.paragraph import Paragraph, Run
from claimcheck.reports.visible import visible
from claimcheck.reports.words import VERDICT_WORDS
from claimcheck.rulesets.load import RULESET_SUFFIXES, read_source
from claimcheck.rulesets.model import RuleSet
from claimcheck.rulesets.places import find_places

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Outcome:
    """The trials of each rule set, in the order given, and the names that changed no verdict of them."""

    by_ruleset: tuple[tuple[Trial, ...], ...]
    idle: tuple[GivenName, ...]

    @property
    def trials(self) -> tuple[Trial, ...]:
        """All of them."""
        return tuple(trial for trials in self.by_ruleset for trial in trials)

    def counts(self) -> dict[str, Any]:
        """The figures as JSON-ready data: ``by_phrasing`` of the passed examples are decided by phrasings,
        ``unaided`` would pass without these, ``answered_elsewhere`` pass by another claim's doing."""
        trials = self.trials
        return {
            "examples": len(trials),
            "failed": sum(not trial.passed for trial in trials),
            "by_phrasing": sum(trial.passed and trial.by_phrasing for trial in trials),
            "unaided": sum((trial.unaided or trial.result.verdict) == trial.expected for trial in trials),
            "answered_elsewhere": sum(trial.answered_by is not None for trial in trials),
            "idle_names": [name.text for name in self.idle],
        }


def tested(rulesets: Sequence[RuleSet]) -> Outcome:
    """Judges every example of each rule set against that one alone."""
    by_ruleset = tuple(tuple(run_examples(ruleset)) for ruleset in rulesets)
    pairs = zip(rulesets, by_ruleset, strict=True)
    return Outcome(by_ruleset, tuple(name for one, trials in pairs for name in idle_names(trials, one)))


def answered_elsewhere(rulesets: Sequence[RuleSet], outcome: Outcome) -> Iterator[Problem]:
    """A warning of one line for each example that gets its verdict from another claim than its own, as the
    answer would then quote the wrong words; none for lines that end in ``# claimcheck: ignore``."""
    for ruleset, trials in zip(rulesets, outcome.by_ruleset, strict=True):
        elsewhere = [trial for trial in trials if trial.answered_by]
        if not elsewhere or not ruleset.source or not ruleset.source.endswith(RULESET_SUFFIXES):
            continue
        places = find_places(read_source(Path(ruleset.source)), ruleset.source)
        for trial in elsewhere:
            text = trial.result.text
            place = places.of("claims", trial.claim_id, f"examples.{trial.expected}", text)
            if not is_silenced(places, place.line):
                word = VERDICT_WORDS[trial.expected].lower()
                said = f"'{' '.join(text.split())}' is {word} by '{trial.answered_by}'"
                message = f"warning: {said}, not by '{trial.claim_id}'"
                yield Problem(ruleset.source, place.line, place.column, message)


def remarks(outcome: Outcome) -> Iterator[Paragraph]:
    """What to keep in mind beside the number of examples as expected."""
    counts = outcome.counts()
    passed, phrased = counts["examples"] - counts["failed"], counts["by_phrasing"]
    if phrased:
        yield Paragraph(
            (
                Run(
                    f"{phrased} of the {passed} by phrasings of your own with the same words, so they test "
                    f"nothing; without phrasings {counts['unaided']} of {counts['examples']} are as expected"
                ),
            )
        )
    if counts["answered_elsewhere"]:
        yield Paragraph(
            (Run(f"{counts['answered_elsewhere']} of the {passed} by another claim than their own"),)
        )
    if outcome.idle:
        shown = ", ".join(f"“{visible(name.text)}”" for name in outcome.idle[:_SHOWN])
        more = len(outcome.idle) - _SHOWN
        rest = f" and {more} more" if more > 0 else ""
        yield Paragraph((Run(f"names that change no verdict of these examples: {shown}{rest}", "dim"),))
