"""The entry point: which commands there are, and the least work that gets one of them going."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

import claimcheck
from claimcheck.cli.common import INTERRUPTED, TROUBLE, complain, exit_codes, note
from claimcheck.cli.textargs import TextCommand
from claimcheck.cli.verbatim import take_plain_values_verbatim

# Where each command lives: a module of this package and the function (or Typer app) in it. Only the
# module of the command that was called is imported; --help and completion import them all.
COMMANDS = {
    "check": ("check", "check"),
    "batch": ("batch", "batch"),
    "lint": ("lint", "lint"),
    "eval": ("eval", "evaluate"),
    "rules": ("rules", "app"),
}

HELP = """Does an official statement support a headline, contradict it, or not address it?

Answers in the statement's own words, offline, in milliseconds. 'Supported by the statement' does not
mean true: it means that the statement says so.

\b
Ask about one headline:
  claimcheck check "Microsoft walks away from OpenAI"
Ask against any statement, with nothing written by hand:
  claimcheck check --claims statement.txt "The plant will close in May"
Check a file of rumours, one a line, or a table:
  claimcheck batch rumours.txt
  claimcheck batch posts.csv --column headline --format csv -o checked.csv
Check the drafts of a newsletter:
  claimcheck lint drafts/
Write a rule set for your own statement:
  claimcheck rules draft statement.txt -o claims/statement.yaml

\b
Exit codes: 0 nothing found, 1 something contradicted (see --fail-on),
2 wrong usage or unreadable input, 130 interrupted.
"""


def build(wanted: str | None = None) -> typer.Typer:
    """The command line with the command ``wanted``, or with all of them where it names none."""
    app = typer.Typer(
        help=HELP,
        no_args_is_help=True,
        rich_markup_mode=None,  # plain help: the same in a log, in a pipe and at 40 columns
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_root)
    for name in COMMANDS if wanted not in COMMANDS else (wanted,):
        module, attribute = COMMANDS[name]
        target = getattr(import_module(f"claimcheck.cli.{module}"), attribute)
        if isinstance(target, typer.Typer):
            app.add_typer(target, name=name)
        else:
            app.command(name, cls=TextCommand)(target)
    return app


def _show_version(value: bool) -> None:
    if value:
        print(f"claimcheck {claimcheck.__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


def run() -> None:
    """Run the command line on the arguments of this process and exit with its code.

    A bug ends with 2 and its traceback: 1 would tell a pipeline that something is contradicted.
    """
    _prepare_streams()
    take_plain_values_verbatim()
    wanted = next((arg for arg in sys.argv[1:] if not arg.startswith("-")), None)
    if wanted is not None and " " in wanted:
        note('hint: to check a text, write: claimcheck check "the text"')
    try:
        with exit_codes():  # what goes wrong before a command begins, and in --help and --version
            try:
                get_command(build(wanted))(prog_name="claimcheck")
            except SystemExit as ended:
                # Typer ends with 1 where the reader of the help has gone: as if something were contradicted.
                if isinstance(ended.__context__, BrokenPipeError):
                    raise ended.__context__ from None
                raise
            finally:
                sys.stdout.flush()
    except typer.Exit as ended:
        sys.exit(ended.exit_code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception:
        from traceback import format_exc

        complain(f"{format_exc()}claimcheck has a bug; please report what you did, with the lines above")
        sys.exit(TROUBLE)


def _prepare_streams() -> None:
    # A character that the terminal's encoding lacks is shown as an escape; it never ends the program.
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
