"""What every command shares: its options, its rule sets, its errors and its exit codes."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from claimcheck.errors import ClaimcheckError, LocatedError
from claimcheck.reports.visible import visible, visible_lines
from claimcheck.reports.words import listed
from claimcheck.result import Verdict

if TYPE_CHECKING:
    from rich.console import Console

    from claimcheck.checker import Checker
    from claimcheck.rulesets.model import RuleSet

CLEAN, FOUND, TROUBLE, INTERRUPTED = 0, 1, 2, 130
# As the shell itself reports a program that writes to a reader that has gone (128 + SIGPIPE).
PIPE_CLOSED = 141

_FAILING: dict[str, frozenset[Verdict]] = {
    "contradicted": frozenset({"contradicted"}),
    "not_addressed": frozenset({"contradicted", "not_addressed"}),
    "never": frozenset(),
}


def one_of(*allowed: str) -> Callable[[str | None], str | None]:
    """A Typer callback that takes one of ``allowed`` ('not-addressed' and 'not_addressed' are the same
    value, given back with an underscore) and rejects anything else with a suggestion."""
    known = {value.replace("-", "_"): value for value in allowed}

    def check(value: str | None) -> str | None:
        if value is None:
            return None
        given = value.strip().lower().replace("-", "_")
        if given not in known:
            raise typer.BadParameter(unknown(value, list(known.values())))
        return given

    return check


def unknown(value: str, allowed: Sequence[str]) -> str:
    """The message for a value that is none of ``allowed``: the nearest one, then all of them."""
    from difflib import get_close_matches

    near = get_close_matches(value.lower(), allowed, n=1, cutoff=0.5)
    guess = f" Did you mean {near[0]!r}?" if near else ""
    return f"{visible(value)!r} is not known.{guess} Choose from: {', '.join(allowed)}."


ClaimsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--claims",
        metavar="PATH",
        help="Check against this: a rule set (.yaml), a folder of them, or a plain statement "
        "(.txt, .md, .html). Repeatable. [default: the nearest claims/ folder, else the shipped set]",
    ),
]
IsolatedOption = Annotated[
    bool, typer.Option("--isolated", help="Ignore config files and claims/ folders on the way up.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Judge as of this day (2026-03-31): later statements do not count. [default: all count]",
    ),
]
MinScoreOption = Annotated[
    str,
    typer.Option(
        "--min-score",
        metavar="X",
        help="Give no verdict with a score below this (0.9): say not addressed.",
    ),
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.", show_default=False)
]
ColorOption = Annotated[
    str,
    typer.Option(
        "--color",
        metavar="WHEN",
        help="Colour: auto, always or never. NO_COLOR is respected.",
        callback=one_of("auto", "always", "never"),
    ),
]
FailOnOption = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help="Exit with 1 from this verdict on: contradicted, not-addressed or never.",
        callback=one_of(*(level.replace("_", "-") for level in _FAILING)),
    ),
]


def fails(verdict: Verdict, fail_on: str) -> bool:
    """Whether ``verdict`` is at or above the level ``fail_on`` (as ``FailOnOption`` gives it)."""
    return verdict in _FAILING[fail_on]


@contextmanager
def exit_codes() -> Iterator[None]:
    """The one place where what went wrong becomes an exit code.

    A ``ClaimcheckError`` is printed and ends with 2, an interruption with 130, and a reader that has
    closed the pipe ends the program quietly. Any other exception is a bug and passes through.
    """
    try:
        yield
        sys.stdout.flush()
    except ClaimcheckError as error:
        # A located message begins with its place, so that editors and terminals can link it.
        complain(str(error) if isinstance(error, LocatedError) else f"error: {error}")
        raise typer.Exit(TROUBLE) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _abandon(sys.stdout)
        raise typer.Exit(PIPE_CLOSED) from None
    except OSError as error:  # a full disk behind stdout
        _abandon(sys.stdout)
        complain(f"error: the results cannot be written ({error.strerror or error})")
        raise typer.Exit(TROUBLE) from None


def _abandon(stream: TextIO) -> None:
    # Python flushes stdout once more at its end and would complain there about the closed pipe.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(message: str) -> None:
    """An error message to stderr, safe to show."""
    _to_stderr(message)


def note(message: str, *, quiet: bool = False) -> None:
    """A remark to stderr, safe to show, unless ``quiet``."""
    if not quiet:
        _to_stderr(message)


def _to_stderr(message: str) -> None:
    with suppress(OSError, ValueError):  # nobody can read stderr: no reason to lose the results
        print(visible_lines(message), file=sys.stderr)


def score_asked_for(min_score: str) -> float:
    """The value of ``MinScoreOption`` as a number. Raises ``ClaimcheckError`` where it is none in 0..1."""
    from claimcheck.judging.sureness import as_score

    try:
        return as_score(float(min_score))
    except (ValueError, ClaimcheckError):
        raise ClaimcheckError(
            f"--min-score: {visible(min_score)!r} is no number from 0 to 1; fix: --min-score 0.9"
        ) from None


def load_rulesets(claims: Sequence[str] | None, *, isolated: bool = False) -> list[RuleSet]:
    """The rule sets of ``--claims``; without any those of the config, else of the nearest ``claims/``
    folder, else (and with ``isolated``) the shipped one. Raises ``ClaimcheckError``."""
    from claimcheck.rulesets.load import load_claims, load_shipped

    paths = list(claims or ()) or ([] if isolated else _usual_claims())
    return [ruleset for path in paths for ruleset in load_claims(path)] or [load_shipped()]


def _usual_claims() -> list[str]:
    from claimcheck.config import discover_config
    from claimcheck.rulesets.discover import discover_claims

    try:
        here = Path.cwd()
    except FileNotFoundError:  # the folder we stand in has been deleted
        return []
    settled = discover_config(here).claims
    nearest = None if settled else discover_claims(here)
    return [str(nearest)] if nearest else list(settled)


def load_checker(
    claims: Sequence[str] | None,
    *,
    as_of: str | None = None,
    min_score: float = 0,
    isolated: bool = False,
    quiet: bool = False,
) -> Checker:
    """A checker, as of the day ``as_of`` and for verdicts from ``min_score`` on, for the rule sets that
    ``load_rulesets`` finds; stderr names those that count unless ``quiet``."""
    with _no_collection():
        from claimcheck.checker import Checker

        rulesets = load_rulesets(claims, isolated=isolated)
        checker = Checker(rulesets, as_of=as_of, min_score=min_score)
    day = f", as of {as_of}" if as_of else ""
    note(f"checking against {describe_all(checker.rulesets)}{day}", quiet=quiet)
    undated = [visible(one.statement.id) for one in checker.rulesets if one.statement.date is None]
    if as_of and undated:
        note(f"undated, so taken to stand on any day: {listed(undated)}", quiet=quiet)
    return checker


@contextmanager
def _no_collection() -> Iterator[None]:
    # What is built here lives to the end: looking through it for garbage takes a fifth of the start.
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def describe(ruleset: RuleSet) -> str:
    """A rule set in a few words: 'microsoft-openai (undated, 10 claims)'."""
    count = len(ruleset.claims)
    date = ruleset.statement.date or "undated"
    return f"{visible(ruleset.statement.id)} ({date}, {count} claim{'' if count == 1 else 's'})"


def describe_all(rulesets: Sequence[RuleSet]) -> str:
    """Rule sets in a few words each, of many only the first and how many more there are."""
    return listed([describe(ruleset) for ruleset in rulesets])


def make_console(color: str = "auto", *, stderr: bool = False) -> Console:
    """A rich console that interprets no markup: hostile text is shown as it is.

    ``color`` is ``auto`` (a terminal without NO_COLOR), ``always`` or ``never``. The width is that of
    COLUMNS or the terminal.
    """
    from rich.console import Console

    return Console(
        stderr=stderr,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        force_terminal=True if color == "always" else None,
        color_system="standard" if color == "always" else "auto",
        no_color={"always": False, "never": True}.get(color),
    )
