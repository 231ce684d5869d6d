"""The batch formats, to the letter."""

from __future__ import annotations

import csv
import io
import json
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.conftest import result

from claimcheck.errors import ClaimcheckError
from claimcheck.records.row import Row
from claimcheck.reports import batch_csv, batch_jsonl, batch_md, batch_table
from claimcheck.reports.batch import FORMATS
from claimcheck.reports.judged import Judged
from claimcheck.reports.paragraph import plain
from claimcheck.result import Successor

EVIL = "=1+1, \x1b[31m|<b>"


def judged() -> list[Judged]:
    evil = result(
        EVIL, verdict="not_addressed", claim_id=None, claim=None, quote=None, voice=None, statement_date=None
    )
    text = result().text
    return [
        Judged(Row(2, text, {"id": "7", "text": text, "verdict": "mine", "n": -5}, "text"), result()),
        Judged(Row(3, EVIL, {"id": "8", "text": EVIL, "verdict": None, "n": 1.5}, "text"), evil),
    ]


def successor(claim_id: str | None) -> Successor:
    return Successor("summer", "Summer", "2026-07-20", None, claim_id, None, None, None)


def aged() -> list[Judged]:
    """Rows on statements that disagree, and on claims that a claim or a whole statement has retired."""
    results = [
        result("a", conflict=True),
        result("b", verdict="not_addressed", superseded_by=successor("sold")),
        result("c", verdict="not_addressed", superseded_by=successor(None)),
    ]
    return [Judged(Row(n, one.text, {"conflict": "mine"}, "text"), one) for n, one in enumerate(results, 1)]


TABLE = """\
 line  verdict        claim                       text
    2  CONTRADICTED   not-sold                    Norfield Water sells the Elmere reservoir
    3  not addressed  -                           =1+1, \\x1b[31m|<b>
"""

NARROW_TABLE = """\
 line  verdict        text
    2  CONTRADICTED   Norfield Water sells the Elmere reservoir
    3  not addressed  =1+1, \\x1b[31m|<b>
"""

CSV = """\
id,text,verdict,n,claimcheck_verdict,score,claim_id,claim,quote,voice,reason,statement_id,statement_date,line,\
conflict,superseded_by
7,Norfield Water sells the Elmere reservoir,mine,-5,contradicted,0.91,not-sold,\
Norfield Water has not sold the Elmere reservoir.,We have not sold the Elmere reservoir,quoted,\
The statement says that the reservoir is not sold.,norfield,2026-02-27,2,false,
8,"'=1+1, \x1b[31m|<b>",,1.5,not_addressed,0.91,,,,,\
The statement says that the reservoir is not sold.,norfield,,3,false,
"""

MARKDOWN = """\
| Line | Verdict | Text | The statement's words |
|---:|---|---|---|
| 2 | **CONTRADICTED** | Norfield Water sells the Elmere reservoir | \
“We have not sold the Elmere reservoir” (not-sold) |
| 3 | not addressed | =1\\+1, \\\\x1b\\[31m\\|\\<b\\> |  |
"""


@pytest.mark.parametrize(("name", "expected"), [("table", TABLE), ("csv", CSV), ("md", MARKDOWN)])
def test_the_format_to_the_letter(name: str, expected: str) -> None:
    assert "".join(FORMATS[name](judged(), None)) == expected


def test_the_last_columns_tell_of_other_statements() -> None:
    table = [line.split(",") for line in "".join(batch_csv.lines(aged())).splitlines()]
    assert [(cells[0], *cells[-3:]) for cells in table] == [
        ("conflict", "line", "claimcheck_conflict", "superseded_by"),
        ("mine", "1", "true", ""),
        ("mine", "2", "false", "summer/sold"),
        ("mine", "3", "false", "summer"),
    ]


AGED_TABLE = """\
 line  verdict        claim                       text
    1  CONTRADICTED   not-sold (conflict)         a
    2  not addressed  (superseded)                b
    3  not addressed  (superseded)                c
    4  supported      exactly-15-long (conflict)  d
    5  supported      one-of-16-long… (conflict)  e
    6  supported      one-claim-of-26-characters  f
    7  supported      one-claim-of-27-character…  g
    8  not addressed  -                           h
"""


def test_the_table_marks_conflicts_and_what_is_superseded() -> None:
    more = [
        result("d", verdict="supported", claim_id="exactly-15-long", conflict=True),
        result("e", verdict="supported", claim_id="one-of-16-longer", conflict=True),
        result("f", verdict="supported", claim_id="one-claim-of-26-characters"),
        result("g", verdict="supported", claim_id="one-claim-of-27-characters."),
        result("h", verdict="not_addressed", conflict=True),
    ]
    rows = [*aged(), *(Judged(Row(n, one.text, {}, "text"), one) for n, one in enumerate(more, 4))]
    assert "".join(batch_table.lines(rows)) == AGED_TABLE


def test_a_narrow_table_leaves_out_the_claim() -> None:
    assert plain(chain.from_iterable(batch_table.paragraphs(judged(), roomy=False))) == NARROW_TABLE


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("cut", range(3))
def test_a_report_in_two_runs_is_the_report_of_one(name: str, cut: int) -> None:
    write, rows = FORMATS[name], judged()
    begun, gone_on = list(write(rows[:cut], None)), list(write(rows[cut:], rows[0].row if cut else None))
    assert begun + gone_on == list(write(rows, None))
    assert len(begun) == cut


def test_json_lines_hold_the_result_and_what_came_along() -> None:
    first, second = map(json.loads, batch_jsonl.lines(judged()))
    assert first.items() >= json.loads(json.dumps(result().to_dict())).items()
    assert (first["line"], first["id"]) == (2, "7")
    assert first["columns"] == {"id": "7", "verdict": "mine", "n": -5}
    assert second["text"] == EVIL
    assert second["claim_id"] is None


@pytest.mark.parametrize("name", FORMATS)
def test_each_row_comes_as_soon_as_it_is_judged(name: str) -> None:
    def endless():  # type: ignore[no-untyped-def]
        while True:
            yield judged()[0]

    pieces = FORMATS[name](endless(), None)
    assert "Elmere" in next(pieces) + next(pieces)


def test_a_key_that_a_table_cannot_hold_is_an_error() -> None:
    late = Judged(Row(4, "x", {"text": "x", "new": 1}, "text"), result("x"))
    with pytest.raises(ClaimcheckError, match="line 4: the key 'new'"):
        list(batch_csv.lines([*judged(), late]))


@pytest.mark.parametrize(
    ("value", "guarded"),
    [
        ("=cmd", "'=cmd"),
        ("+1 for Azure", "'+1 for Azure"),
        ("-50% revenue", "'-50% revenue"),
        ("@OpenAI", "'@OpenAI"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("-5", "-5"),
        ("+1e3", "+1e3"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_no_spreadsheet_runs_a_cell(value: str, guarded: str) -> None:
    assert batch_csv.guarded(value) == guarded


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_csv_gives_every_text_back(text: str) -> None:
    item = Judged(Row(1, text, {"text": text}, "text"), result(text))
    table = list(csv.reader(io.StringIO("".join(batch_csv.lines([item])), newline="")))
    assert table[1][0] in (text, "'" + text)
    assert len(table) == 2


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("two\r\nlines", "two lines"),
        ("C:\\new", "C:\\\\new"),
        ("https://x.y", "https&#58;//x.y"),
        ("a|b", "a\\|b"),
    ],
)
def test_markdown_escapes(text: str, escaped: str) -> None:
    assert batch_md.escaped(text) == escaped


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Zl", "Zp"]), min_size=1))
def test_markdown_shows_the_text_itself(text: str) -> None:
    item = Judged(Row(1, text, {"text": text}, "text"), result(text, quote=None))
    tokens = MarkdownIt("commonmark").enable("table").parse("".join(batch_md.lines([item])))
    cells = [token for token in tokens if token.type == "inline"][4:]
    children = cells[2].children or []
    assert all(child.type in ("text", "text_special") for child in children)
    assert "".join(child.content for child in children) == text.strip()
