"""What to write into a rule set so that a headline gets the verdict that its editor expects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.authoring.diagnosis import Diagnosis, Edit, diagnose
from claimcheck.reports.paragraph import Paragraph, Run
from claimcheck.reports.visible import visible
from claimcheck.reports.words import VERDICT_STYLES, VERDICT_WORDS, plural
from claimcheck.result import Result, Verdict
from claimcheck.rulesets.load import RULESET_SUFFIXES
from claimcheck.rulesets.model import RuleSet
from claimcheck.rulesets.scalars import scalar

_INDENT = 11


def advice(result: Result, expected: Verdict, rulesets: Sequence[RuleSet]) -> Iterator[Paragraph]:
    """How to bring ``result`` to the verdict ``expected``; one line where it has it already."""
    verdict = Run(VERDICT_WORDS[expected].lower(), VERDICT_STYLES[expected])
    if result.verdict == expected:
        yield Paragraph((Run("As expected: "), verdict, Run(".")))
        return
    ruleset = next((one for one in rulesets if one.statement.id == result.statement_id), rulesets[0])
    source = visible(ruleset.source) if ruleset.source else "the rule set"
    if ruleset.source and not ruleset.source.endswith(RULESET_SUFFIXES):
        yield Paragraph(
            (Run("Expected "), verdict, Run(f". {source} is a plain statement; first make it a rule set:"))
        )
        yield Paragraph(
            (Run(f"claimcheck rules draft {source} -o claims/{ruleset.statement.id}.yaml", "bold"),), indent=2
        )
        return
    yield Paragraph((Run("Expected "), verdict, Run(".")))
    if result.superseded_by:
        later = visible(result.superseded_by.statement_id)
        yield Paragraph((Run(f"The claim is superseded: look at {later}, or ask with --as-of."),))
    found = diagnose(result, expected, ruleset)
    yield from _findings(found, source)
    yield from _remedies(found, source, VERDICT_WORDS[expected].lower(), expected)


def _findings(found: Diagnosis, source: str) -> Iterator[Paragraph]:
    place = Run(f"  [{visible(found.claim.id)}] {source}:{found.line}", "dim")
    yield _labelled("nearest", Run(visible(found.claim.says)), place)
    if found.unknown:
        yield _labelled("unknown", Run(f"{_listed(found.unknown)}: not in the rule set"))
    if found.unsaid:
        yield _labelled("unsaid", Run(f"{_listed(found.unsaid)}: in the claim, not in the headline"))


def _remedies(found: Diagnosis, source: str, word: str, expected: Verdict) -> Iterator[Paragraph]:
    for edit in found.names:
        yield Paragraph((Run(f"{source}:{edit.line}: if '{visible(edit.text)}' is {_role(edit)}, write"),))
        yield from _written(edit, inline=True)
        yield Paragraph((Run(f"(tried: gives {word}, and mends its kin too)", "dim"),), indent=2)
    if found.tried and not found.names:
        names = plural(found.tried, "name")
        yield Paragraph((Run(f"Tried {names} from the unknown words: none gives {word}."),))
    begin = "Or settle" if found.names else "Settle"
    yield Paragraph(
        (Run(f"{source}:{found.phrasing.line}: {begin} this wording, in claim '{visible(found.claim.id)}':"),)
    )
    yield from _written(found.phrasing)
    yield Paragraph((Run(f"{source}:{found.example.line}: Keep it as an example, so that it stays mended:"),))
    yield Paragraph((Run("examples:", "bold"),), indent=4)
    yield Paragraph((Run(f"{expected}:", "bold"),), indent=6)
    yield Paragraph((Run(f"- {visible(scalar(found.example.text))}", "bold"),), indent=8)


def _role(edit: Edit) -> str:
    name = visible(edit.name)
    return {
        "aliases": f"another name of '{name}'",
        "alternatives": f"a rival that could stand in the place of '{name}'",
        "unlike": f"another thing than '{name}'",
    }[edit.key]


def _written(edit: Edit, *, inline: bool = False) -> Iterator[Paragraph]:
    text = visible(scalar(edit.text))
    if inline:
        yield Paragraph((Run(f"{edit.key}: [..., {text}]", "bold"),), indent=4)
        return
    yield Paragraph((Run(f"{edit.key}:", "bold"),), indent=4)
    yield Paragraph((Run(f"- {text}", "bold"),), indent=6)


def _labelled(label: str, *runs: Run) -> Paragraph:
    return Paragraph(runs, (Run(f"  {label}", "dim"),), _INDENT)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"“{visible(word)}”" for word in words)
