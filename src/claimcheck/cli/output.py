"""Where reports go: JSON lines, plain text, or a terminal's colours and width."""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from claimcheck.cli.common import make_console
from claimcheck.reports.paragraph import Paragraph, plain, show
from claimcheck.reports.text import paragraphs
from claimcheck.reports.visible import json_line
from claimcheck.reports.words import summary
from claimcheck.result import Result, Verdict


def print_paragraphs(report: Iterable[Paragraph], color: str) -> None:
    """Print ``report`` to stdout: in colours and wrapped at a terminal, whole lines in a pipe (which
    also spares the cost of loading rich), wrapped where COLUMNS asks for it."""
    if color == "always" or sys.stdout.isatty() or "COLUMNS" in os.environ:
        show(report, make_console(color))
    else:
        sys.stdout.write(plain(report))
    sys.stdout.flush()


class Printer:
    """Prints results to stdout in ``format`` (``text`` or ``json``), each as soon as it is there."""

    def __init__(self, format: str, *, color: str = "auto", explain: bool = False) -> None:
        self._format = format
        self._color = color
        self._explain = explain
        self._counts: Counter[Verdict] = Counter()
        if format == "json":
            speak_utf8(sys.stdout)

    def print(self, result: Result) -> None:
        """Print ``result`` and count it."""
        if self._format == "json":
            print(json_line(result.to_dict()), flush=True)
        else:
            gap = [Paragraph()] if self._counts else []
            print_paragraphs([*gap, *paragraphs(result, explain=self._explain)], self._color)
        self._counts[result.verdict] += 1

    def summary(self) -> str:
        """How many were printed, by verdict."""
        return summary(self._counts)


def speak_utf8(stream: TextIO) -> None:
    """Machine formats are UTF-8 with plain line ends, whatever the terminal speaks."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", newline="\n")
