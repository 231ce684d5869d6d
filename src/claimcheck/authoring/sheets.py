"""Rule sets laid out for a reader: the list of claims, one claim in full, the examples that fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from claimcheck.authoring.examples import Trial, examples_of
from claimcheck.reports.paragraph import Paragraph, Run
from claimcheck.reports.visible import visible
from claimcheck.reports.words import VERDICT_STYLES, VERDICT_WORDS, dated, plural
from claimcheck.rulesets.model import Claim, RuleSet
from claimcheck.rulesets.succession import succession

_LABEL = 13


def overview(rulesets: Sequence[RuleSet]) -> Iterator[Paragraph]:
    """Each rule set with its claims: id and sentence, and what has taken the place of a retired one."""
    heir = succession(rulesets).heir
    for number, ruleset in enumerate(rulesets):
        if number:
            yield Paragraph()
        yield from _head(ruleset)
        for claim in ruleset.claims:
            later = heir(ruleset.statement.id, claim.id)
            told = f"  (superseded by {'/'.join(filter(None, later.reference))})" if later else ""
            runs = (Run(visible(claim.id), "cyan"), Run(f"  {visible(claim.says)}"), Run(told, "dim"))
            yield Paragraph(runs, (Run("-", "dim"),), 2)


def _head(ruleset: RuleSet) -> Iterator[Paragraph]:
    statement = ruleset.statement
    yield Paragraph((Run(visible(statement.title), "bold"),))
    facts = [visible(statement.id), plural(len(ruleset.claims), "claim"), dated(statement.date).strip("()")]
    if statement.speaker:
        facts.insert(1, visible(statement.speaker))
    yield Paragraph((Run(", ".join(facts), "dim"),))
    if statement.url:
        yield Paragraph((Run(visible(statement.url), "dim"),))
    if ruleset.source:
        yield Paragraph((Run(visible(ruleset.source), "dim"),))


def claim_sheet(claim: Claim, ruleset: RuleSet) -> Iterator[Paragraph]:
    """Everything the rule set holds on one claim."""
    yield Paragraph((Run(visible(claim.id), "bold cyan"), Run(f"  {visible(claim.says)}", "bold")))
    yield _labelled("quote", f"“{visible(claim.quote)}” ({claim.voice})")
    statement = ruleset.statement
    yield _labelled("statement", f"{visible(statement.title)} {dated(statement.date)}")
    if claim.about:
        yield _labelled("about", visible(", ".join(claim.about)))
    if claim.supersedes:
        yield _labelled("supersedes", visible(", ".join(claim.supersedes)))
    for label, phrasings in (
        ("supports", claim.supports),
        ("contradicts", claim.contradicts),
        ("silent", claim.silent),
    ):
        for phrasing in phrasings:
            yield _labelled(label, visible(phrasing))
            label = ""
    for verdict, group in groupby(examples_of(claim), key=lambda example: example[0]):
        label = VERDICT_WORDS[verdict].lower()
        for _, text in group:
            yield _labelled(label, visible(text), VERDICT_STYLES[verdict])
            label = ""


def _labelled(label: str, text: str, style: str = "dim") -> Paragraph:
    return Paragraph((Run(text),), (Run(f"  {label}", style),), _LABEL + 4)


def failures(trials: Sequence[Trial]) -> Iterator[Paragraph]:
    """The examples that got another verdict than expected, claim by claim, and the count of all."""
    failed = [trial for trial in trials if not trial.passed]
    for claim_id, group in groupby(failed, key=lambda trial: trial.claim_id):
        yield Paragraph((Run(visible(claim_id), "bold cyan"),))
        for trial in group:
            yield Paragraph((Run(visible(trial.result.text)),), indent=2)
            yield Paragraph(
                (
                    Run("expected "),
                    Run(VERDICT_WORDS[trial.expected].lower(), VERDICT_STYLES[trial.expected]),
                    Run(", got "),
                    Run(VERDICT_WORDS[trial.result.verdict].lower(), VERDICT_STYLES[trial.result.verdict]),
                    Run(f": {visible(trial.result.reason)}" if trial.result.reason else "", "dim"),
                ),
                indent=4,
            )
    if failed:
        yield Paragraph()
    passed = len(trials) - len(failed)
    tally = f"{plural(len(trials), 'example')}: {passed} as expected, {len(failed)} not"
    yield Paragraph((Run(tally, "bold red" if failed else "green"),))
