"""The formats of ``claimcheck lint`` by name: a whole report in, the text of a file out."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from claimcheck.linting.finding import Report

Format = Callable[[Report], str]

FORMATS = ("full", "concise", "json", "jsonl", "github", "sarif", "junit", "md")


def format_named(name: str) -> Format:
    """The format ``name`` (one of ``FORMATS``); only its module is loaded."""
    # Not json: a file of that name would hide the standard library's where it is run as a script.
    module = import_module(f"claimcheck.reports.lint.{name}_format")
    render: Format = module.render
    return render
