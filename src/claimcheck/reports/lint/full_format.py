"""``--format full``: each finding with its source lines, carets, the statement's words and the reason."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from claimcheck.documents.positions import Lines
from claimcheck.linting.draft import Place
from claimcheck.linting.finding import Finding, Notice, Report
from claimcheck.reports.lint.coverage import paragraphs as coverage_paragraphs
from claimcheck.reports.lint.telling import (
    LEVEL_STYLES,
    rule_id,
    shown_path,
    statement_words,
    verdict_words,
)
from claimcheck.reports.paragraph import Paragraph, Run, plain
from claimcheck.reports.visible import visible
from claimcheck.reports.words import named

# Without a terminal; with one its width decides.
WIDTH = 110
_NARROWEST = 24

# A sentence over more lines is cut: its beginning tells which it is.
_MOST_LINES = 4


def render(report: Report) -> str:
    """The report as plain text."""
    return plain(paragraphs(report))


def paragraphs(report: Report, width: int = WIDTH) -> Iterator[Paragraph]:
    """The report with styles, its source lines cut to ``width`` columns."""
    blocks = [_finding(finding, width) for finding in report.findings]
    blocks += [_notice(notice, width) for notice in report.notices]
    if report.coverage is not None:
        blocks.append(coverage_paragraphs(report.coverage))
    for number, block in enumerate(blocks):
        if number:
            yield Paragraph()
        yield from block


def _finding(finding: Finding, width: int) -> Iterator[Paragraph]:
    result = finding.result
    style = LEVEL_STYLES[finding.level]
    yield _head(finding.path, finding.place, finding.level, verdict_words(finding), rule_id(finding), style)
    yield from _source(finding.lines, finding.place, style, width)
    unaddressed = result.verdict == "not_addressed"
    if result.claim:
        yield _labelled("closest" if unaddressed else "claim", visible(result.claim))
    words = statement_words(finding)
    if words and not unaddressed:
        yield _labelled("quote", words)
    if result.statement_title:
        yield _labelled("source", named(result))
    if result.reason:
        yield _labelled("why", visible(result.reason))


def _notice(notice: Notice, width: int) -> Iterator[Paragraph]:
    style = LEVEL_STYLES["warning"]
    yield _head(notice.path, notice.place, "warning", visible(notice.message), notice.rule, style)
    yield from _source(notice.lines, notice.place, style, width)


def _head(path: str, place: Place, level: str, told: str, rule: str, style: str) -> Paragraph:
    return Paragraph(
        (
            Run(f"{shown_path(path)}:{place.line}:{place.column}: ", "bold"),
            Run(f"{level}: ", style),
            Run(told),
            Run(f"  [{rule}]", "dim"),
        )
    )


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Run(text),), (Run(f"  {label}", "dim"),), 11)


def _source(lines: Lines, place: Place, style: str, width: int) -> Iterator[Paragraph]:
    last = min(place.end_line, place.line + _MOST_LINES - 1)
    gutter = len(str(last)) + 2
    room = max(_NARROWEST, width - gutter - 4)
    for number in range(place.line, last + 1):
        start = lines.offset(number)
        first = start + place.column - 1 if number == place.line else start
        end = start + place.end_column - 1 if number == place.end_line else lines.end(number)
        text, carets = _marked(lines, number, first, end, room)
        yield Paragraph((Run(text),), (Run(f"{number:>{gutter}} | ", "dim"),), gutter + 3)
        if carets:
            yield Paragraph((Run(carets, style),), (Run(f"{'':>{gutter}} | ", "dim"),), gutter + 3)
    if last < place.end_line:
        yield Paragraph((Run("…", "dim"),), (Run(f"{'':>{gutter}} | ", "dim"),), gutter + 3)


def _marked(lines: Lines, number: int, first: int, end: int, room: int) -> tuple[str, str]:
    """The line cut to ``room`` columns around what is marked, and carets under offsets first to end."""
    start, stop = lines.offset(number), lines.end(number)
    while first < end and lines.source[first] in " \t>":
        first += 1
    left = start
    if _cells(lines.source[start : min(end, start + room)]) >= room and first - start > room // 4:
        left = first - room // 4
    shown, marks = "", ""
    at = left
    if left > start:
        shown, marks = "…", " "
    while at < stop:
        piece = _shown(lines.source[at])
        if _cells(shown + piece) > room - 1:
            shown += "…"
            break
        shown += piece
        marks += ("^" if first <= at < end else " ") * _cells(piece)
        at += 1
    return shown, marks.rstrip()


def _shown(char: str) -> str:
    return " " if char == "\t" else visible(char)


def _cells(text: str) -> int:
    """How many columns of a terminal ``text`` takes (Unicode Standard Annex 11: wide ones take two)."""
    return sum(
        0 if unicodedata.combining(char) or char in "\u200d\ufe0f" else 2 if _wide(char) else 1
        for char in text
    )


def _wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"
