"""The text of a statement to its blocks: title, headings, paragraphs and list items, with the date taken
out of the dateline and the boilerplate of press releases left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from claimcheck.rulesets.boilerplate import SENTENCE_END, Block, is_head, matter
from claimcheck.rulesets.days import DAY, iso_day
from claimcheck.rulesets.letterhead import read_head, sent_by


@dataclass(frozen=True, slots=True)
class Outline:
    """A statement laid out: ``title``, ``date`` (ISO day) and ``sender``, the organisation that its head
    names, are ``None`` where it gives none."""

    title: str | None
    date: str | None
    blocks: tuple[Block, ...]
    sender: str | None = None


_BULLET = re.compile(r"(?:[-*+•‣▪●◦·–—]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+(?=\S)")
_MARKDOWN_HEAD = re.compile(r"#{1,6}\s+")

# 'For customers:' and 'Key points:' head a section; they do not begin the items' sentence.
_LABEL = re.compile(r"(?:(?:For|What|How|Why|Where|When) .*|\S+(?: \S+){0,2}):$")

# Of a dateline, 'Port of Lindvik' and 'Frankfurt am Main' too.
_WORD = r"[A-Z][\w.'’-]{0,30}"
_PLACE = rf"{_WORD}(?:(?:[ ,/]{{1,3}}| (?:of|the|of the|on the|am|upon|de|del|la|le|sur|in) ){_WORD}){{0,5}}"
# 'ALDERMOOR, 3 February - ' at the head of a paragraph; the dash is part of it.
_DATELINE = re.compile(
    rf"(?:{_PLACE})?,? ?(?:\(?(?:{DAY.pattern})\)?)?,? ?(?:[(/][A-Z][\w ]{{0,30}}[)/] )?(?:--|[-–—]) "
)

# Questions and answers: the answer asserts what the question asks. A question that only opens a paragraph
# has its answer behind it.
_MARK = re.compile(r"Q\d{0,2}[:.] ")
_QUESTION = re.compile(r"(?P<asked>[A-Z](?:[^.!?“”\"]|\.(?=\S)){1,250}\?)(?: (?P<answer>\S.*))?")
_ANSWER = re.compile(r"^A\d{0,2}[:.] ")
_DAY_LINE = re.compile(rf"(?:{_PLACE},? )?(?:{DAY.pattern})\.?")

# Datelines are short; what is longer is prose.
_LONGEST_DATELINE = 120


def outline(text: str) -> Outline:
    """The blocks of a plain text. Wrapped lines are joined where the text is wrapped."""
    return arrange(_joined(text))


def arrange(blocks: Iterable[Block]) -> Outline:
    """Takes title, date and boilerplate out of raw ``blocks`` and gives list items their lead."""
    kept: list[Block] = []
    date: str | None = None
    lead = ""
    question = ""
    for block in matter(blocks):
        marked = _MARK.match(block.text)
        asks = _QUESTION.fullmatch(block.text, marked.end() if marked else 0)
        if marked and not asks:
            continue
        if asks and (marked or (kept and block.kind != "item")):
            question = asks["asked"]
            if not asks["answer"]:
                continue
            block = replace(block, text=asks["answer"])
        block, found = _undated(replace(block, text=_ANSWER.sub("", block.text), question=question))
        question = ""
        date = date or found
        if not block.text:
            continue
        if block.kind == "item":
            kept.append(replace(block, lead=block.lead or lead))
            continue
        head = is_head(block) or _LABEL.match(block.text) is not None
        lead = block.text if block.text.endswith(":") and not head else ""
        kept.append(replace(block, kind="heading") if head else block)
    if all(block.kind == "heading" for block in kept):
        # Nothing but lines without end marks: those are the statement.
        return Outline(None, date, tuple(replace(block, kind="paragraph") for block in kept))
    above = list(takewhile(lambda block: block.kind == "heading", kept))
    if not above:
        return Outline(None, date, tuple(kept))
    top = read_head([block.text for block in above])
    return Outline(top.title or above[0].text, top.date or date, tuple(kept[1:]), top.sender)


def _undated(block: Block) -> tuple[Block, str | None]:
    """The block without its dateline, and the day that it named with its year."""
    whole = _DAY_LINE.fullmatch(block.text, 0, min(len(block.text), _LONGEST_DATELINE))
    if whole and whole.end() == len(block.text) and not sent_by(block.text):
        return replace(block, text=""), iso_day(whole)
    start = _DATELINE.match(block.text, 0, _LONGEST_DATELINE)
    if start and start.end() < len(block.text) and (start["iso"] or start["m"] or start["m2"]):
        return replace(block, text=block.text[start.end() :]), iso_day(start)
    # A dateline without a day: capitals only, or the phrase 'Aldermoor - ' cannot be told from prose.
    if start and start.group().split(" ")[0].isupper() and block.kind == "paragraph":
        return replace(block, text=block.text[start.end() :]), None
    return block, None


def _joined(text: str) -> Iterator[Block]:
    """Raw blocks: one a line, or one a run of lines where the text is wrapped."""
    runs = [run.split("\n") for run in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").expandtabs(4))]
    wrapped = _is_wrapped(runs)
    for run in runs:
        pending: Block | None = None
        for line in filter(str.strip, run):
            block = _line(line)
            goes_on = (
                pending is not None
                and block.kind == "paragraph"
                and (wrapped or (pending.kind == "item" and line[0] == " "))
                and not (is_head(pending) and len(pending.text) < 40 and block.text[0].isupper())
            )
            if goes_on and pending is not None:
                pending = replace(pending, text=f"{pending.text} {block.text}")
                continue
            if pending is not None:
                yield pending
            pending = block
        if pending is not None:
            yield pending


def _line(line: str) -> Block:
    folded = " ".join(line.split())
    if bullet := _BULLET.match(folded):
        return Block(folded[bullet.end() :], "item")
    if head := _MARKDOWN_HEAD.match(folded):
        return Block(folded[head.end() :], "heading")
    return Block(folded, "paragraph")


def _is_wrapped(runs: list[list[str]]) -> bool:
    """Whether sentences run over line ends: a line without an end mark, then a small letter."""
    pairs = [(one, two) for run in runs for one, two in pairwise(run) if two.strip()]
    broken = sum(two.lstrip()[0].islower() and not SENTENCE_END.search(one) for one, two in pairs)
    return broken > 0 and broken >= len(pairs) / 5
