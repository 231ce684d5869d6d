"""Text with styles, laid out only when it is shown: coloured and wrapped, or plain and whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one style; ``style`` is in rich's words ('bold red'), or empty. ``text`` must be
    safe to show (``visible``)."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``runs`` behind a ``label``; all lines are indented by ``indent`` columns, and the label stands in
    that space on the first. An empty paragraph is an empty line."""

    runs: tuple[Run, ...] = ()
    label: tuple[Run, ...] = ()
    indent: int = 0


def plain(paragraphs: Iterable[Paragraph]) -> str:
    """One line a paragraph, without styles and never wrapped: for pipes and files."""
    lines = (
        _text(paragraph.label).ljust(paragraph.indent) + _text(paragraph.runs) for paragraph in paragraphs
    )
    return "".join(line.rstrip() + "\n" for line in lines)


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def show(paragraphs: Iterable[Paragraph], console: Console) -> None:
    """Print to ``console`` in its width, with styles where it has colours."""
    from rich.text import Text

    for paragraph in paragraphs:
        text = Text.assemble(*((run.text, run.style) for run in paragraph.runs))
        # At 20 columns and less an indent would leave no room for words.
        indent = min(paragraph.indent, max(0, console.width - 16))
        width = max(1, console.width - indent)
        lines = text.wrap(console, width) or [Text()]
        for number, line in enumerate(lines):
            line.rstrip()
            lead = Text.assemble(*((run.text, run.style) for run in paragraph.label if number == 0))
            lead.truncate(indent, pad=True)
            console.print(Text.assemble(lead, line), soft_wrap=True)
