"""``claimcheck lint``: drafts judged sentence by sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.common import (
    AsOfOption,
    ClaimsOption,
    ColorOption,
    IsolatedOption,
    QuietOption,
    complain,
    exit_codes,
    load_checker,
    make_console,
    note,
    one_of,
    score_asked_for,
    unknown,
)
from claimcheck.cli.output import speak_utf8
from claimcheck.cli.outputs import parse_output, refuse_overwriting
from claimcheck.config import FAIL_LEVELS, Config, discover_config, load_config
from claimcheck.documents.read import STDIN, read_text
from claimcheck.errors import ClaimcheckError, LocatedError
from claimcheck.linting.baseline import Entry, baseline_text, entry, read_baseline
from claimcheck.linting.draft import Draft, read_draft
from claimcheck.linting.files import Globs, Selection, project_path, select
from claimcheck.linting.finding import Finding, Report
from claimcheck.linting.git import changed_since as git_changed_since
from claimcheck.linting.git import git_root
from claimcheck.linting.lint import Policy
from claimcheck.linting.run import lint_drafts
from claimcheck.reports.atomic import replacing
from claimcheck.reports.lint import FORMATS, format_named
from claimcheck.reports.lint.coverage import paragraphs as coverage_paragraphs
from claimcheck.reports.lint.telling import summary
from claimcheck.reports.paragraph import plain
from claimcheck.result import VERDICTS, Verdict

if TYPE_CHECKING:
    from claimcheck.checker import Checker

_FAILING: dict[str, frozenset[Verdict]] = {
    "contradicted": frozenset({"contradicted"}),
    "not_addressed": frozenset({"contradicted", "not_addressed"}),
    "never": frozenset(),
}
_SHOWN: dict[str, frozenset[Verdict]] = {
    "contradicted": frozenset({"contradicted"}),
    "supported": frozenset({"contradicted", "supported"}),
    "not_addressed": frozenset({"contradicted", "not_addressed"}),
    "all": frozenset(VERDICTS),
}

# Formats with no place for it: stderr tells it.
_WITHOUT_COVERAGE = ("jsonl", "github", "sarif", "junit")


def lint(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Drafts (.md, .txt, .html) or folders of them; '-' is stdin."),
    ],
    claims: ClaimsOption = None,
    as_of: AsOfOption = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMATS)}.", callback=one_of(*FORMATS)
        ),
    ] = "full",
    output_file: Annotated[
        list[str] | None,
        typer.Option("--output-file", metavar="FORMAT=PATH", help="Write this as well. Repeatable."),
    ] = None,
    show: Annotated[
        str,
        typer.Option(
            "--show",
            metavar="VERDICT",
            help="Show these sentences besides contradicted ones: supported, not-addressed or all.",
            callback=one_of("contradicted", "supported", "not-addressed", "all"),
        ),
    ] = "contradicted",
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="LEVEL",
            help="Exit with 1 from this verdict on: contradicted, not-addressed or never. "
            "[default: config, else contradicted]",
            callback=one_of(*FAIL_LEVELS),
        ),
    ] = None,
    min_score: Annotated[
        str | None,
        typer.Option(
            "--min-score",
            metavar="X",
            help="Give no verdict with a score below this (0.9): say not addressed. "
            "[default: config, else 0]",
        ),
    ] = None,
    strict_quotes: Annotated[
        bool, typer.Option("--strict-quotes", help="Fail on false claims in quotation marks, too.")
    ] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Tell which claims the drafts get right, wrong or miss.")
    ] = False,
    include: Annotated[
        list[str] | None,
        typer.Option("--include", metavar="GLOB", help="Only drafts that match. Repeatable."),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option("--exclude", metavar="GLOB", help="No drafts that match. Repeatable."),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="REV", help="Only drafts changed since this git revision."),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option("--baseline", metavar="FILE", help="Let pass the findings that this file knows."),
    ] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Write today's findings to the baseline.")
    ] = False,
    stdin_filename: Annotated[
        str | None,
        typer.Option("--stdin-filename", metavar="NAME", help="What '-' is called; its ending decides."),
    ] = None,
    config: Annotated[
        str | None,
        typer.Option("--config", metavar="FILE", help="Settings. [default: the nearest .claimcheck.toml]"),
    ] = None,
    color: ColorOption = "auto",
    isolated: IsolatedOption = False,
    quiet: QuietOption = False,
) -> None:
    """Check the sentences of drafts.

    \b
    claimcheck lint drafts/
    claimcheck lint newsletter.md --format github --output-file sarif=claims.sarif
    claimcheck lint drafts/ --baseline known.json --changed-since origin/main
    """
    with exit_codes():
        outputs = [parse_output(given) for given in output_file or []]
        if update_baseline and baseline is None:
            raise ClaimcheckError("--update-baseline needs a file; fix: add --baseline FILE")
        least = None if min_score is None else score_asked_for(min_score)
        here = _here()
        settings = load_config(config) if config else Config() if isolated else discover_config(here)
        root = git_root(here) or here
        selection = _select(paths, include or [], exclude or [], changed_since, settings)
        known = _known(baseline, missing_ok=update_baseline)
        named = claims or list(settings.claims)
        if config and not named and not isolated:
            named = _nearest_claims(here)  # the settings named stand in the place of the nearest ones
        checker = load_checker(
            named or None, as_of=as_of, isolated=isolated or config is not None, quiet=quiet
        )
        _warn_of_unknown_ids(settings, checker)
        sources = (one.source for one in checker.rulesets if one.source is not None)
        refuse_overwriting(outputs, (*selection.paths, *sources, settings.path, baseline))
        policy = Policy(
            failing=_FAILING[fail_on or settings.fail_on or "contradicted"],
            shown=_SHOWN[show],
            strict_quotes=strict_quotes or settings.strict_quotes,
            severity=settings.severity,
            min_score=settings.min_score if least is None else least,
            known=frozenset() if update_baseline else frozenset(one.fingerprint for one in known),
        )
        drafts = _read(selection, stdin_filename, root, settings)
        report, findings = lint_drafts(drafts, checker, policy, coverage=coverage)
        code = report.exit_code
        if update_baseline and baseline is not None:
            code = _update(baseline, known, findings, report, selection, root, quiet=quiet)
        for name, path in outputs:
            with replacing(path) as file:
                file.write(format_named(name)(report))
        _print(report, format, color)
        if report.coverage is not None and format in _WITHOUT_COVERAGE:
            note(plain(coverage_paragraphs(report.coverage)).rstrip(), quiet=quiet)
        note(summary(report), quiet=quiet)
    raise typer.Exit(code)


def _here() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise ClaimcheckError("the current folder has been deleted; fix: change to another one") from error


def _nearest_claims(here: Path) -> list[str]:
    from claimcheck.rulesets.discover import discover_claims

    nearest = discover_claims(here)
    return [str(nearest)] if nearest else []


def _select(
    paths: Sequence[str], include: list[str], exclude: list[str], changed_since: str | None, settings: Config
) -> Selection:
    changed = None if changed_since is None else frozenset(git_changed_since(changed_since, Path.cwd()))
    return select(
        paths,
        Globs(settings.folder, (*settings.include, *include)),
        Globs(settings.folder, (*settings.exclude, *exclude)),
        changed,
    )


def _known(baseline: str | None, *, missing_ok: bool) -> list[Entry]:
    if baseline is None or (missing_ok and not Path(baseline).exists()):
        return []
    return read_baseline(baseline)


def _warn_of_unknown_ids(settings: Config, checker: Checker) -> None:
    # Not an error: the settings may speak of a rule set that --claims replaces today.
    known = sorted({claim.id for ruleset in checker.rulesets for claim in ruleset.claims})
    for claim_id in settings.severity:
        if claim_id not in known:
            complain(
                f"{settings.path}: warning: severity of a claim that is not there: {unknown(claim_id, known)}"
            )


def _read(
    selection: Selection, stdin_filename: str | None, root: Path, settings: Config
) -> Iterator[Draft | str]:
    """The drafts one after the other; in place of one that cannot be read, what to tell of it, which
    goes to stderr at once."""
    for failure in selection.failures:
        complain(f"error: {failure}")
        yield failure
    for path in selection.paths:
        name = (stdin_filename or "<stdin>") if path == STDIN else path
        try:
            text = read_text(path, name=name)
            if path == STDIN and not text.strip():
                raise ClaimcheckError(f"{name}: nothing to check")
        except ClaimcheckError as error:
            complain(str(error) if isinstance(error, LocatedError) else f"error: {error}")
            yield str(error)
            continue
        if path == STDIN and stdin_filename is None:
            yield read_draft(text, name, name, kind="-")
        elif path == STDIN and not Globs(settings.folder, settings.exclude).match(Path(name)):
            yield read_draft(text, name, project_path(name, root))
        elif path != STDIN:
            yield read_draft(text, path, project_path(path, root))


def _update(
    baseline: str,
    known: Sequence[Entry],
    findings: Sequence[Finding],
    report: Report,
    selection: Selection,
    root: Path,
    *,
    quiet: bool,
) -> int:
    """Writes the baseline: today's findings, and what it knew of drafts that were not looked at."""
    if report.failures:
        complain(f"{baseline}: not updated, because a draft could not be read")
        return report.exit_code
    looked_at = {project_path(path, root) for path in selection.paths}
    kept = [one for one in known if one.path not in looked_at and (root / one.path).is_file()]
    today = [entry(finding) for finding in findings if finding.level != "note"]
    with replacing(baseline) as file:
        file.write(baseline_text([*kept, *today]))
    note(f"{baseline}: {len(kept) + len(today)} findings kept as known", quiet=quiet)
    return 0


def _print(report: Report, format: str, color: str) -> None:
    if format == "full" and (sys.stdout.isatty() or color == "always"):
        from claimcheck.reports.lint.full_format import paragraphs
        from claimcheck.reports.paragraph import show

        console = make_console(color)
        show(paragraphs(report, console.width), console)
    else:
        if format not in ("full", "concise") and not sys.stdout.isatty():
            speak_utf8(sys.stdout)
        sys.stdout.write(format_named(format)(report))
    sys.stdout.flush()
