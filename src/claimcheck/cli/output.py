"""Where results of ``check`` go: JSON lines, plain text, or a terminal's colours and width."""

from __future__ import annotations

import os
import sys
from collections import Counter

from claimcheck.cli.common import make_console
from claimcheck.reports.words import summary
from claimcheck.result import Result, Verdict


class Printer:
    """Prints results to stdout in ``format`` (``text`` or ``json``), each as soon as it is there."""

    def __init__(self, format: str, *, color: str = "auto", explain: bool = False) -> None:
        self._format = format
        self._explain = explain
        self._counts: Counter[Verdict] = Counter()
        # A pipe gets whole lines, without the cost of loading rich; COLUMNS asks for wrapping.
        wrapped = color == "always" or sys.stdout.isatty() or "COLUMNS" in os.environ
        self._console = make_console(color) if format == "text" and wrapped else None
        if format == "json" and hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8 whatever the terminal speaks

    def print(self, result: Result) -> None:
        """Print ``result`` and count it."""
        if self._format == "json":
            from claimcheck.reports.visible import json_line

            print(json_line(result.to_dict()), flush=True)
        else:
            self._print_text(result)
        self._counts[result.verdict] += 1

    def summary(self) -> str:
        """How many were printed, by verdict."""
        return summary(self._counts)

    def _print_text(self, result: Result) -> None:
        from claimcheck.reports.paragraph import Paragraph, plain, show
        from claimcheck.reports.text import paragraphs

        report = list(paragraphs(result, explain=self._explain))
        if self._counts:
            report.insert(0, Paragraph())
        if self._console is None:
            print(plain(report), end="", flush=True)
        else:
            show(report, self._console)
            sys.stdout.flush()
