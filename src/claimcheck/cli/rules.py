"""``claimcheck rules``: look at rule sets, check them, try them, begin a new one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from claimcheck.cli.common import (
    FOUND,
    TROUBLE,
    AsOfOption,
    ClaimsOption,
    ColorOption,
    IsolatedOption,
    QuietOption,
    complain,
    describe,
    describe_all,
    exit_codes,
    load_rulesets,
    note,
    one_of,
)
from claimcheck.cli.output import print_paragraphs, speak_utf8
from claimcheck.cli.textargs import TextCommand
from claimcheck.errors import ClaimcheckError
from claimcheck.reports.visible import json_line, visible
from claimcheck.result import VERDICTS, Verdict

if TYPE_CHECKING:
    from claimcheck.rulesets.model import Claim, RuleSet

app = typer.Typer(
    help="Look at rule sets, check them, try them, begin a new one.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

FormatOption = Annotated[
    str,
    typer.Option("--format", "-f", metavar="FORMAT", help="text or json.", callback=one_of("text", "json")),
]
StatementOption = Annotated[
    Path | None,
    typer.Option("--statement", metavar="FILE", help="Check that every quote stands in this statement."),
]
OutputOption = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of to stdout.")
]


@app.command("list")
def list_(
    claims: ClaimsOption = None,
    format: FormatOption = "text",
    color: ColorOption = "auto",
    isolated: IsolatedOption = False,
) -> None:
    """List the rule sets in use with their claims."""
    from claimcheck.authoring.sheets import overview

    with exit_codes():
        rulesets = load_rulesets(claims, isolated=isolated)
        if format == "json":
            _print_json({"rulesets": [_as_data(ruleset) for ruleset in rulesets]})
        else:
            print_paragraphs(overview(rulesets), color)


@app.command()
def show(
    claim_ids: Annotated[
        list[str], typer.Argument(metavar="CLAIM...", help="Ids, as 'rules list' has them.")
    ],
    claims: ClaimsOption = None,
    format: FormatOption = "text",
    color: ColorOption = "auto",
    isolated: IsolatedOption = False,
) -> None:
    """Show claims in full: the sentence, the quote, the examples."""
    from claimcheck.authoring.sheets import claim_sheet
    from claimcheck.reports.paragraph import Paragraph

    with exit_codes():
        rulesets = load_rulesets(claims, isolated=isolated)
        found = [pair for claim_id in claim_ids for pair in _find(claim_id, rulesets)]
        if format == "json":
            _print_json({"claims": [_claim_data(claim) for claim, _ in found]})
            return
        for number, (claim, ruleset) in enumerate(found):
            gap = [Paragraph()] if number else []
            print_paragraphs([*gap, *claim_sheet(claim, ruleset)], color)


@app.command()
def validate(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Rule sets, or folders of them.")],
    statement: StatementOption = None,
    quiet: QuietOption = False,
) -> None:
    """Check rule sets for mistakes: all of them at once, each with its place and the fix. Warnings tell what
    is allowed and yet likely wrong: names that collide or never match, claims that overlap or deny each
    other, references that lead nowhere."""
    from claimcheck.authoring.doubts import doubts
    from claimcheck.authoring.validating import ruleset_files, validate_file
    from claimcheck.rulesets.load import read_statement_prose

    with exit_codes():
        text = read_statement_prose(statement) if statement else None
        troubles = False
        good: list[RuleSet] = []
        for path in ruleset_files(paths):
            try:
                ruleset = validate_file(path, text)
            except ClaimcheckError as error:
                complain(str(error))
                troubles = True
            else:
                note(f"{visible(str(path))}: good: {describe(ruleset)}", quiet=quiet)
                good.append(ruleset)
        if not quiet:
            for doubt in doubts(good):
                note(str(doubt))
        if troubles:
            raise typer.Exit(TROUBLE)


@app.command("test")
def examples(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Rule sets, or folders of them; --claims does the same."),
    ] = None,
    claims: ClaimsOption = None,
    format: FormatOption = "text",
    color: ColorOption = "auto",
    isolated: IsolatedOption = False,
    quiet: QuietOption = False,
) -> None:
    """Judge every example and show those with another verdict than expected. Exits with 1 if there are.
    Warns of examples that another claim answers, and of what 'rules validate' warns of; tells how many
    examples are decided by phrasings with the same words, and which names change no verdict."""
    from claimcheck.authoring.doubts import doubts
    from claimcheck.authoring.outcome import answered_elsewhere, remarks, tested
    from claimcheck.authoring.sheets import failures

    with exit_codes():
        rulesets = load_rulesets([*(paths or ()), *(claims or ())], isolated=isolated)
        note(f"testing {describe_all(rulesets)}", quiet=quiet)
        outcome = tested(rulesets)
        if not outcome.trials:
            raise ClaimcheckError("no examples to test; fix: name a rule set (.yaml)")
        if not quiet:
            for doubt in (*doubts(rulesets), *answered_elsewhere(rulesets, outcome)):
                note(str(doubt))
        failed = [trial for trial in outcome.trials if not trial.passed]
        if format == "json":
            rows = [
                {"claim_id": trial.claim_id, "expected": trial.expected, "result": trial.result.to_dict()}
                for trial in failed
            ]
            _print_json({**outcome.counts(), "failures": rows})
        else:
            print_paragraphs([*failures(outcome.trials), *remarks(outcome)], color)
        if failed:
            raise typer.Exit(FOUND)


@app.command()
def draft(
    statement: Annotated[
        str, typer.Argument(metavar="STATEMENT", help="A statement (.txt, .md, .html); '-' reads stdin.")
    ],
    output: OutputOption = "-",
    quiet: QuietOption = False,
) -> None:
    """Begin a rule set from a plain statement: one claim a sentence, with comments on what to do next."""
    from claimcheck.authoring.draft import draft as draft_text
    from claimcheck.documents.read import read_text
    from claimcheck.rulesets.load import RULESET_SUFFIXES, load_claims, load_pasted

    with exit_codes():
        if statement != "-" and Path(statement).suffix.lower() in RULESET_SUFFIXES:
            raise ClaimcheckError(f"{statement}: a rule set already; fix: name the statement's text (.txt)")
        if statement != "-" and Path(statement).is_dir():
            raise ClaimcheckError(f"{statement}: a folder; fix: name one statement (.txt, .md, .html)")
        ruleset = load_pasted(read_text("-")) if statement == "-" else load_claims(statement)[0]
        if output == "-":
            speak_utf8(sys.stdout)
            print(draft_text(ruleset), end="")
            return
        _write_new(Path(output), draft_text(ruleset))
        note(f"{visible(output)}: {describe(ruleset)}; the comments on top say how to go on", quiet=quiet)


@app.command(cls=TextCommand)
def why(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="One headline.")],
    expect: Annotated[
        str | None,
        typer.Option(
            "--expect",
            metavar="VERDICT",
            help="The verdict you expect: supported, contradicted or not-addressed.",
            callback=one_of(*VERDICTS),
        ),
    ] = None,
    claim: Annotated[
        str | None,
        typer.Option("--claim", metavar="ID", help="With --expect: the claim that should answer."),
    ] = None,
    claims: ClaimsOption = None,
    as_of: AsOfOption = None,
    color: ColorOption = "auto",
    isolated: IsolatedOption = False,
    quiet: QuietOption = False,
) -> None:
    """Explain a verdict. Where you expect another: which claims come near, which words are unknown, and
    which line of the rule set to touch. Exits with 1 if the verdict is not the expected one."""
    from claimcheck.authoring.repair import advice
    from claimcheck.checker import Checker
    from claimcheck.reports.paragraph import Paragraph
    from claimcheck.reports.text import paragraphs

    with exit_codes():
        rulesets = load_rulesets(claims, isolated=isolated)
        if claim:
            _find(claim, rulesets)
            if not expect:
                raise ClaimcheckError("--claim needs the verdict you expect; fix: add --expect supported")
        checker = Checker(rulesets, as_of=as_of)
        note(f"checking against {describe_all(checker.rulesets)}", quiet=quiet)
        result = checker.check(text)
        report = [*paragraphs(result, explain=True)]
        if expect:
            report += [Paragraph(), *advice(result, cast(Verdict, expect), rulesets, claim)]
        print_paragraphs(report, color)
        if expect and result.verdict != expect:
            raise typer.Exit(FOUND)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the rule set format, for editors that complete and check YAML."""
    import json

    from claimcheck.rulesets.schema import json_schema

    with exit_codes():
        speak_utf8(sys.stdout)
        print(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def _write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet: an editor's work is never overwritten."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("x", encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise ClaimcheckError(f"{path}: is there already; fix: choose another name or delete it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ClaimcheckError(f"{path}: cannot be written ({reason})") from error
    try:
        with file:
            file.write(text)
    except BaseException as error:
        path.unlink(missing_ok=True)  # half a rule set may look whole
        if isinstance(error, OSError):
            raise ClaimcheckError(f"{path}: cannot be written ({error.strerror or error})") from error
        raise


def _find(claim_id: str, rulesets: list[RuleSet]) -> list[tuple[Claim, RuleSet]]:
    from claimcheck.rulesets.nearest import nearest

    found = [(claim, ruleset) for ruleset in rulesets for claim in ruleset.claims if claim.id == claim_id]
    if not found:
        close = nearest(claim_id, [claim.id for ruleset in rulesets for claim in ruleset.claims])
        fix = f"did you mean {close}?" if close else "'claimcheck rules list' shows the ids"
        raise ClaimcheckError(f"no claim {visible(claim_id)!r}; {fix}")
    return found


def _as_data(ruleset: RuleSet) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "statement": asdict(ruleset.statement),
        "source": ruleset.source,
        "claims": [{"id": claim.id, "says": claim.says, "voice": claim.voice} for claim in ruleset.claims],
    }


def _claim_data(claim: Claim) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(claim)


def _print_json(data: dict[str, Any]) -> None:
    speak_utf8(sys.stdout)
    print(json_line({"schema_version": 1, **data}))
