"""Texts on the command line that begin with a dash: '-50% revenue share' is a headline, not an option."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from typer.core import TyperCommand

# What only an option looks like: one letter, or words joined by dashes, and perhaps a value after '='.
_OPTION_LIKE = re.compile(r"-[A-Za-z]|--[A-Za-z][A-Za-z-]*(=.*)?", re.DOTALL)


class TextCommand(TyperCommand):
    """A command whose arguments may begin with a dash."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Typer's own parsing, with the options moved before the texts."""
        flags, valued = {"--help", "-h"}, set[str]()
        for param in self.params:
            if param.param_type_name == "option":
                known = flags if getattr(param, "is_flag", False) else valued
                known.update(param.opts, param.secondary_opts)
        return super().parse_args(ctx, shield_texts(args, flags, valued))


def shield_texts(args: Sequence[str], flags: Collection[str], valued: Collection[str]) -> list[str]:
    """``args`` in another order: the options with their values, then ``--``, then the texts as they came.

    ``flags`` and ``valued`` are the known options without and with a value. An argument that looks like
    an option and is none stays among the options, so that a typing mistake is reported and never judged
    as a headline; any other unknown argument with a leading dash is a text.
    """
    options: list[str] = []
    texts: list[str] = []
    rest = list(args)
    while rest:
        arg = rest.pop(0)
        if arg == "--":
            texts += rest
            break
        if arg in valued and not rest:
            return [*options, arg]  # its value is missing: the parser says so
        if arg in valued:
            options += [arg, rest.pop(0)]
        elif arg in flags or _attached(arg, flags, valued) or _OPTION_LIKE.fullmatch(arg):
            options.append(arg)
        else:
            texts.append(arg)
    return [*options, "--", *texts]


def _attached(arg: str, flags: Collection[str], valued: Collection[str]) -> bool:
    # '-fjson' or '-qv', but not '-free cloud credits': letters run together hold no white space.
    if arg.startswith("--") or not arg.startswith("-") or re.search(r"\s", arg):
        return False
    return arg[:2] in valued or (len(arg) > 1 and all(f"-{letter}" in flags for letter in arg[1:]))
