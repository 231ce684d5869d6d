"""What the fuzzer found besides text without end (``test_endless.py``)."""

from __future__ import annotations

import pytest

from claimcheck.documents.prose import read_prose
from claimcheck.rulesets.load import load_text


@pytest.mark.parametrize("name", [r"Acme\g", r"Acme\1", r"Acme\w Ltd", r"C:\Acme", r"Acme\\"])
@pytest.mark.parametrize(
    "sentence",
    [
        "We will keep our harbour, and the company thanks us.",
        '"I gave my word, and they believed me," she said.',
        "It is ours. Many of them work there today.",
    ],
)
def test_a_backslash_in_a_name_stands_for_itself(name: str, sentence: str) -> None:
    ruleset = load_text(f"{name} announces a plan\n\n{name} will build a harbour. {sentence}")
    assert any(name in claim.says for claim in ruleset.claims)


def test_a_statement_of_one_letter_lines_is_read() -> None:
    assert load_text("The firm stays where it is. It \n" + "h\n" * 50_000).claims


@pytest.mark.parametrize("blank", ["\u00a0", "\u3000", "\u2028", "\x0c", "\u2003\u00a0"])
@pytest.mark.parametrize("mark", ["", "> ", "- "])
def test_a_line_that_only_looks_blank_moves_no_place(blank: str, mark: str) -> None:
    follow = "  " if mark == "- " else mark
    source = f"First.\n\n{mark}{blank}\n{follow}Azure stays. <!-- claimcheck: ignore -->\n"
    document = read_prose(source, "a.md")
    segment = document.segments[-1]
    assert segment.text == "Azure stays."
    assert "".join(source[place] for place in segment.places) == segment.text
    for comment in document.comments:
        assert source[comment.start : comment.end] == "<!-- claimcheck: ignore -->"
