"""Hostile text is shown, never obeyed."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reports.visible import json_line, visible, visible_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “text” ü 日本 👩‍👧", "plain – “text” ü 日本 👩‍👧"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\tb\r\nc", "a\\tb\\r\\nc"),
        ("\u202egnorw", "\\u202egnorw"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("\x9b31m", "\\x9b31m"),
        ("byte \udcff", "byte \\xff"),
        ("lone \ud800", "lone \\ud800"),
        ("tag \U000e0041", "tag \\U000e0041"),
        ("[red]markup[/red]", "[red]markup[/red]"),
        ("::error::x", "\\x3a:error::x"),
        ("  ##[add-path]/tmp", "  \\x23#[add-path]/tmp"),
        ("std::vector ## [x]", "std::vector ## [x]"),
    ],
)
def test_what_a_terminal_would_obey_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_messages_keep_their_line_ends() -> None:
    assert visible_lines("one\n\x1btwo") == "one\n\\x1btwo"
    assert visible_lines("one: two\n  ::error::x") == "one: two\n  \\x3a:error::x"


@given(st.text(st.characters()))
def test_nothing_unprintable_is_left(text: str) -> None:
    shown = visible(text)
    assert not {"Cc", "Cs", "Zl", "Zp"} & {unicodedata.category(char) for char in shown}
    shown.encode("utf-8")


@given(st.recursive(st.text(st.characters()) | st.none() | st.booleans(), st.lists, max_leaves=5))
def test_json_is_safe_to_show_and_gives_the_text_back(data: object) -> None:
    line = json_line(data)
    assert json.loads(line) == data
    assert visible(line) == line
