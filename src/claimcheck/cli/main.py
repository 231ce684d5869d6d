"""The entry point: which commands there are, and the least work that gets one of them going."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.main import get_command

import claimcheck

# Where each command lives: a module of this package and the function (or Typer app) in it. Only the
# module of the command that was called is imported; --help and completion import them all.
COMMANDS = {
    "check": ("check", "app"),
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
        if (
            isinstance(target, typer.Typer)
            and target.registered_callback is None
            and len(target.registered_commands) == 1
        ):
            app.add_typer(target)
        elif isinstance(target, typer.Typer):
            app.add_typer(target, name=name)
        else:
            app.command(name)(target)
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
    """Run the command line on the arguments of this process and exit with its code."""
    _prepare_streams()
    wanted = next((arg for arg in sys.argv[1:] if not arg.startswith("-")), None)
    command = get_command(build(wanted))
    _take_strings_as_they_are(command)
    command(prog_name="claimcheck")


def _prepare_streams() -> None:
    # A character that the terminal's encoding lacks is shown as an escape; it never ends the program.
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


class _Verbatim:
    """Takes the string or strings given as they are, where Typer would load pydantic for it."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002 - Typer's signature
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        return list(value) if isinstance(value, tuple) else value


def _take_strings_as_they_are(command: Any) -> None:
    """Spare plain string options Typer's detour through pydantic, which takes longer than all of
    claimcheck. It is an inner matter of Typer: a Typer without it is left as it is."""
    for param in command.params:
        descriptor = getattr(param, "type_descriptor", None)
        if descriptor is not None and hasattr(param, "_runtime_param"):
            info = descriptor.parameter_info
            if descriptor.annotation in (str, list[str]) and info.parser is None:
                param._runtime_param = _Verbatim()
    for inner in getattr(command, "commands", {}).values():
        _take_strings_as_they_are(inner)
