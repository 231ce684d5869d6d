"""Judged rows to a file, a terminal or a pipe: each as soon as it is there, and each as a whole."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from claimcheck.cli.common import make_console
from claimcheck.cli.output import speak_utf8
from claimcheck.cli.signals import Interruptions
from claimcheck.cli.tally import Tally
from claimcheck.records.lines import STDIN
from claimcheck.records.row import Row
from claimcheck.reports.batch import FORMATS
from claimcheck.reports.judged import Judged
from claimcheck.reports.whole import Raw, await_reader, write_whole

Piece = TypeVar("Piece")

_MACHINE = frozenset({"jsonl", "csv"})


def write_rows(
    judged: Iterator[Judged],
    first: Row | None,
    *,
    format: str,
    output: str | None,
    color: str,
    tally: Tally,
    interruptions: Interruptions,
) -> None:
    """Write all rows to the file ``output``, or to stdout where it is ``None`` or ``-``. ``first`` is the
    first row of the report that these go on with, if they do: then there is no second heading, and what
    an earlier run has left of the file is kept. ``tally`` hears of every row that has been written.

    Raises ``ClaimcheckError`` where the file cannot be written and ``OSError`` where stdout cannot."""

    def pour(pieces: Iterable[Piece], put: Callable[[Piece], None], stream: Raw) -> None:
        for piece in pieces:
            await_reader(stream)
            with interruptions.held():
                put(piece)
                tally.written()

    if output is not None and output != STDIN:
        from claimcheck.reports.part import growing

        with growing(output, go_on=first is not None) as file:
            tally.place = str(file.name)
            pour(FORMATS[format](judged, first), _put(file, "utf-8", "backslashreplace"), file)
        return
    sys.stdout.flush()
    terminal = sys.stdout.isatty()
    raw: Raw = getattr(sys.stdout.buffer, "raw", sys.stdout.buffer)
    if format == "table" and (terminal or color == "always"):
        from claimcheck.reports.batch_table import ROOMY, paragraphs
        from claimcheck.reports.paragraph import show

        console = make_console(color)
        shown = paragraphs(judged, first, roomy=console.width >= ROOMY)
        pour(shown, lambda row: show(row, console), raw)
        return
    from claimcheck.reports.visible import visible_lines

    if format in _MACHINE and not terminal:
        speak_utf8(sys.stdout)
    pieces = FORMATS[format](judged, first)
    # Kept columns stay as they were in a file or a pipe; a terminal must not obey them.
    safe = map(visible_lines, pieces) if terminal else pieces
    pour(safe, _put(raw, sys.stdout.encoding, sys.stdout.errors or "strict"), raw)


def _put(stream: Raw, encoding: str, errors: str) -> Callable[[str], None]:
    encode = codecs.getincrementalencoder(encoding)(errors).encode
    return lambda text: write_whole(stream, encode(text))
