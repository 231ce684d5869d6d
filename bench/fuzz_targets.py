"""What ``fuzz.py`` gives its inputs to. A target takes bytes, raises ``Refused`` where the input is rejected
as it should be (with a message, at a place that is there), and anything else where something is wrong."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from tempfile import mkdtemp

from claimcheck.checker import Checker
from claimcheck.config import load_config
from claimcheck.documents.document import Document
from claimcheck.documents.prose import read_prose
from claimcheck.documents.read import decode
from claimcheck.documents.sentences import sentences
from claimcheck.errors import ClaimcheckError, LocatedError, Problem
from claimcheck.evaluation.gold import read_gold
from claimcheck.linting.carrying import Names
from claimcheck.linting.draft import read_draft
from claimcheck.linting.lint import Policy, lint_draft
from claimcheck.linting.relevance import Subjects
from claimcheck.records.lines import Lines
from claimcheck.records.read import read_rows
from claimcheck.records.row import Row
from claimcheck.reports.visible import json_line, visible
from claimcheck.result import VERDICTS, Result
from claimcheck.rulesets.load import load_pasted, load_text
from claimcheck.rulesets.nodes import Source
from claimcheck.rulesets.parse import parse_ruleset

NAME = "fuzz.input"


class Refused(Exception):
    """The input was rejected with a good message."""


def rules(data: bytes) -> None:
    """A rule set file: parsed, or explained problem by problem."""
    text = _decoded(data)
    try:
        ruleset = parse_ruleset(text, NAME)
    except LocatedError as error:
        _located(error, Source(text, NAME).lines)
        raise Refused from error
    assert ruleset.claims
    if len(text) < 2000:
        _shape(Checker([ruleset]).check("Azure is no longer the sole host"))


def config(data: bytes) -> None:
    """A settings file."""
    path = _folder() / ".claimcheck.toml"
    path.write_bytes(data)
    try:
        load_config(path)
    except LocatedError as error:
        _located(error, _decoded(data).split("\n"))
        raise Refused from error


def markdown(data: bytes) -> None:
    """A Markdown draft to segments."""
    _prose(data, "draft.md")


def html(data: bytes) -> None:
    """An HTML draft to segments."""
    _prose(data, "draft.html")


def plain(data: bytes) -> None:
    """A plain draft to segments."""
    _prose(data, "draft.txt")


def csv(data: bytes) -> None:
    """A table of rumours."""
    _rows(data, "csv")


def jsonl(data: bytes) -> None:
    """JSON lines, as rumours and as labelled items."""
    for item in read_gold(_rows(data, "jsonl"), NAME):
        if isinstance(item, Problem):
            assert item.path == NAME
            assert item.line >= 1
            assert item.message


def statement(data: bytes) -> None:
    """A plain statement to claims, pasted or from a file, and one headline against it."""
    text = _decoded(data)
    try:
        for ruleset in (load_text(text, NAME), load_pasted(f"<html>{text}")):
            assert ruleset.claims
            assert all(claim.says.strip() and claim.quote.strip() for claim in ruleset.claims)
    except ClaimcheckError as error:
        if not str(error).startswith((NAME, "statement")):
            raise
        raise Refused from error
    if len(text) < 2000:
        _shape(Checker([load_text(text)]).check("The company has sold the harbour terminal"))


def lint(data: bytes) -> None:
    """A whole draft, judged."""
    text = _decoded(data)
    checker = _checker()
    ids = frozenset(claim.id for ruleset in checker.rulesets for claim in ruleset.claims)
    names, subjects = Names(checker.rulesets), Subjects(checker.rulesets)
    check = lru_cache(maxsize=2_000)(checker.check)  # as lint_drafts has it
    for name in ("draft.md", "draft.html"):
        draft = read_draft(text, name)
        judged = lint_draft(draft, check, names, subjects, ids, Policy())
        for finding in (*judged.findings, *judged.notices):
            place = finding.place
            assert (place.line, place.column) <= (place.end_line, place.end_column)
            assert 1 <= place.line <= place.end_line <= len(draft.lines)
            assert 1 <= place.column <= len(draft.lines.text(place.line)) + 1
            assert 1 <= place.end_column <= len(draft.lines.text(place.end_line)) + 1


def engine(data: bytes) -> None:
    """A headline against the shipped statement; one in eight twice, and as JSON."""
    text = _any_text(data)
    result = _checker().check(text)
    assert result.text == text
    _shape(result)
    if len(data) % 8 == 0:
        assert _checker().check(text) == result
        line = json_line(result.to_dict())
        assert visible(line) == line
        assert json.loads(line)["text"] == text


TARGETS: dict[str, Callable[[bytes], None]] = {
    "rules": rules,
    "config": config,
    "csv": csv,
    "jsonl": jsonl,
    "markdown": markdown,
    "html": html,
    "plain": plain,
    "statement": statement,
    "lint": lint,
    "engine": engine,
}


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="fuzz-"))


@cache
def _checker() -> Checker:
    return Checker.default()


def _any_text(data: bytes) -> str:
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


def _decoded(data: bytes) -> str:
    try:
        return decode(data, NAME)
    except LocatedError as error:
        text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            _located(error, text.removeprefix("\ufeff").split("\n"))
        raise Refused from error


def _located(error: LocatedError, lines: list[str]) -> None:
    assert error.problems
    assert len(str(error)) < 5_000_000
    for problem in error.problems:
        assert problem.message
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert not problem.source or lines[problem.line - 1].startswith(problem.source.rstrip()), problem


def _prose(data: bytes, name: str) -> None:
    text = _decoded(data)
    document: Document = read_prose(text, name)
    for segment in document.segments:
        assert segment.text
        assert len(segment.text) == len(segment.places)
        assert all(0 <= place < len(text) for place in segment.places), segment
        behind = 0
        for start, end in sentences(segment.text):
            assert behind <= start < end <= len(segment.text)
            assert not segment.text[behind:start].strip()
            behind = end
    for comment in document.comments:
        assert 0 <= comment.start < comment.end <= len(text)
        assert text[comment.start : comment.start + 4] == "<!--"


def _rows(data: bytes, kind: str) -> list[Row | Problem]:
    stream = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        rows = list(read_rows(Lines(NAME, stream), kind))
    except LocatedError as error:
        if not all(problem.path == NAME and problem.line == 1 for problem in error.problems):
            raise
        raise Refused from error
    behind = 0
    for row in rows:
        assert behind < row.line, row
        behind = row.line
        if isinstance(row, Row):
            assert row.text.strip()
            assert row.cells[row.column] == row.text
            json_line(dict(row.cells))
        else:
            assert row.message
            assert row.path == NAME
    return rows


def _shape(result: Result) -> None:
    assert result.verdict in VERDICTS
    assert abs(sum(result.scores.values()) - 1) < 1e-3
    assert result.score == result.scores[result.verdict]
    behind = 0
    for span in result.spans:
        assert behind <= span.start < span.end <= len(result.text)
        behind = span.end
    assert result.parts
    behind = 0
    for part in result.parts:
        assert part.text == result.text[part.start : part.end]
        assert behind <= part.start <= part.end <= len(result.text)
        behind = part.end
