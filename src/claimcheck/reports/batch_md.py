"""``batch --format md``: a Markdown table to paste into an issue or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.records.row import Row
from claimcheck.reports.judged import Judged
from claimcheck.reports.visible import visible
from claimcheck.reports.words import VERDICT_WORDS

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$@])")
# A bare address would become a link although nobody wrote one: ://
_LINK = re.compile(r":(?=//)")


_HEADING = "| Line | Verdict | Text | The statement's words |\n|---:|---|---|---|\n"


def lines(judged: Iterable[Judged], first: Row | None = None) -> Iterator[str]:
    """A table of line, verdict, text and the statement's words, without a heading behind ``first``."""
    heading = "" if first else _HEADING
    for item in judged:
        result = item.result
        verdict = VERDICT_WORDS[result.verdict]
        verdict = f"**{verdict}**" if result.verdict == "contradicted" else verdict
        words = f"“{escaped(result.quote)}” ({escaped(result.claim_id or '')})" if result.quote else ""
        yield f"{heading}| {item.row.line} | {verdict} | {escaped(result.text)} | {words} |\n"
        heading = ""


def escaped(text: str) -> str:
    """``text`` as Markdown shows it literally, on one line of a table."""
    one_line = " ".join(text.splitlines())
    return _LINK.sub("&#58;", _SPECIAL.sub(r"\\\1", visible(one_line)))
