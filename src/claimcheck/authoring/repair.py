"""What to write into a rule set so that a headline gets the verdict that its editor expects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.authoring.diagnosis import Diagnosis, Edit, Repair, diagnose
from claimcheck.reports.paragraph import Paragraph, Run
from claimcheck.reports.visible import visible
from claimcheck.reports.words import VERDICT_STYLES, VERDICT_WORDS, plural
from claimcheck.result import Result, Verdict
from claimcheck.rulesets.load import RULESET_SUFFIXES
from claimcheck.rulesets.model import Claim, RuleSet
from claimcheck.rulesets.scalars import scalar

_INDENT = 11


def advice(
    result: Result, expected: Verdict, rulesets: Sequence[RuleSet], claim_id: str | None = None
) -> Iterator[Paragraph]:
    """How to bring ``result`` to the verdict ``expected``, by the claim ``claim_id`` where that is given (an
    id of ``rulesets``); one line where it has it already."""
    verdict = Run(VERDICT_WORDS[expected].lower(), VERDICT_STYLES[expected])
    ruleset, meant = _meant(result, rulesets, claim_id)
    if result.verdict == expected:
        other = expected != "not_addressed" and meant is not None and meant.id != result.claim_id
        told = (
            f", but by claim '{visible(result.claim_id or '')}', not by the one you mean." if other else "."
        )
        yield Paragraph((Run("As expected: "), verdict, Run(told)))
        return
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
    found = diagnose(result, expected, ruleset, meant)
    yield from _claims(found, source)
    if found.unknown:
        yield _labelled("unknown", Run(f"{_listed(found.unknown)}: not in the rule set"))
    if found.repair is None:
        yield from _question(found)
    else:
        yield from _findings(found.repair)
        yield from _remedies(found.repair, source, VERDICT_WORDS[expected].lower(), expected)


def _meant(result: Result, rulesets: Sequence[RuleSet], claim_id: str | None) -> tuple[RuleSet, Claim | None]:
    ids = [ruleset.statement.id for ruleset in rulesets]
    asked = rulesets[ids.index(result.statement_id)] if result.statement_id in ids else rulesets[0]
    if claim_id is None:
        return asked, None
    # The one that answered comes first: two statements may use one id.
    return next(
        (ruleset, claim) for ruleset in (asked, *rulesets) for claim in ruleset.claims if claim.id == claim_id
    )


def _claims(found: Diagnosis, source: str) -> Iterator[Paragraph]:
    label = "nearest" if found.repair else "near"
    for claim, line in found.claims:
        place = Run(f"  [{visible(claim.id)}] {source}:{line}", "dim")
        yield _labelled(label, Run(visible(claim.says)), place)
        label = ""


def _question(found: Diagnosis) -> Iterator[Paragraph]:
    if found.claims:
        told = "These claims are about as near. Which do you mean? Ask again with its id, or with another:"
    else:
        told = (
            "No claim shares enough with this headline. If the statement says so, write a claim of its own; "
            "or ask again with the id of the claim you mean ('claimcheck rules list' shows them):"
        )
    yield Paragraph((Run(told),))
    ids = " or ".join(f"--claim {visible(claim.id)}" for claim, _ in found.claims) or "--claim ID"
    yield Paragraph((Run(ids, "bold"),), indent=2)


def _findings(found: Repair) -> Iterator[Paragraph]:
    if found.unsaid:
        yield _labelled("unsaid", Run(f"{_listed(found.unsaid)}: in the claim, not in the headline"))
    label = "known"
    for one in found.known:
        owner = visible(one.name.owner)
        what = f"“{visible(one.name.text)}”, under '{one.name.key}' of '{owner}': "
        effect = "changes the verdict" if one.acts else "changes nothing here"
        heard = "" if one.heard else f"; it acts only where a claim lists '{owner}' under 'about'"
        yield _labelled(label, Run(f"{what}{effect}{heard}"))
        label = ""


def _remedies(found: Repair, source: str, word: str, expected: Verdict) -> Iterator[Paragraph]:
    if found.listed:
        key, name = found.listed.key, visible(found.listed.name)
        yield Paragraph(
            (Run(f"{source}:{found.listed.line}: This wording stands under '{key}' of '{name}': delete it."),)
        )
        return
    for edit in found.names:
        yield Paragraph((Run(f"{source}:{edit.line}: if {_role(edit)}, write"),))
        yield from _written(edit, inline=True)
        yield Paragraph((Run(f"(tried: gives {word}, and mends its kin too)", "dim"),), indent=2)
    if found.tried and not found.names:
        names = plural(found.tried, "name")
        yield Paragraph((Run(f"Tried {names}: none gives {word}."),))
    if found.says:
        yield Paragraph((Run(f"{source}:{found.line}: Say less in one claim; this gives {word} (tried):"),))
        yield Paragraph((Run(f"says: {visible(scalar(found.says))}", "bold"),), indent=4)
        yield Paragraph(
            (Run("(make the rest a claim of its own; keep the limits that the statement sets)", "dim"),),
            indent=2,
        )
    mended = bool(found.names or found.says)
    begin = "Or, as the last resort, settle" if mended else "As the last resort, settle"
    yield Paragraph(
        (Run(f"{source}:{found.phrasing.line}: {begin} this wording, in claim '{visible(found.claim.id)}':"),)
    )
    yield from _written(found.phrasing)
    yield Paragraph(
        (Run("(holds for a headline of exactly these words; as an example it would test nothing)", "dim"),),
        indent=2,
    )
    if found.example and mended:
        told = "Unless you settled it, keep it as an example, so that it stays mended:"
        yield Paragraph((Run(f"{source}:{found.example.line}: {told}"),))
        yield Paragraph((Run("examples:", "bold"),), indent=4)
        yield Paragraph((Run(f"{expected}:", "bold"),), indent=6)
        yield Paragraph((Run(f"- {visible(scalar(found.example.text))}", "bold"),), indent=8)


def _role(edit: Edit) -> str:
    name, text = visible(edit.name), visible(edit.text)
    return {
        "aliases": f"'{text}' is another name of '{name}'",
        "alternatives": f"'{text}' is a rival that could stand in the place of '{name}'",
        "unlike": f"'{text}' is another thing than '{name}'",
        "about": f"claim '{name}' is about '{text}'",
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
