from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.sentences import lead_line, sentences

# Each text is written with ' | ' where a sentence ends and the next begins.
CASES = [
    "Azure stays. | Microsoft leaves.",
    "A heading without a full stop",
    "Microsoft Corp. said so. | Dr. A. B. Smith left at 9 a.m. | The deal is worth 3.5 percent.",
    "Amazon Inc. said no. | It sued Oracle Corp. | The case goes on.",
    "The U.S. government agreed. | He lives in the U.S. | They agreed.",
    "OK?! | Yes!! | No.",
    '"Azure is out. | Microsoft lost," one blogger wrote. | Not so.',
    '"Is Azure out?" asked a blogger. | "No!" said another.',
    '"It is over." | The company denied it.',
    "The deal (it was signed. Twice.) stands. | So there.",
    "(It was signed. Twice.) | So there. | [Read more.] | Bye.",
    "Wait ... what? | Wait... | What now?",
    "Well… it goes on. | Well… | Microsoft said no.",
    "See No. 5 for more. | No. | The deal stands.",
    "1. Azure stays. | 2. Microsoft leaves.",
    "The cat sat. | Azure is out. | In Sat. papers all was well.",
    "It began in Jan. 2026 and ends in Dec. | The next one follows.",
    "Q: Is Azure out? A: No. | It is not.",
    "Azure stays; the share stays; the licence stays.",
    "Smith et al. wrote e.g. this, i.e. that.",
    "iPhone sales fell. | xAI rose. | eBay stood.",
    "He paid $1.5 bn. | Then he left :( and came back. | Why (not?",
    "One line.\n\n | Another",
    "J. K. Rowling wrote it. | Plan B. | The end.",
    "Go to Yahoo! and search. | Now.",
    'He said that "it has left OpenAI". | We know him.',
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_end_where_an_editor_would_end_them(marked: str) -> None:
    pieces = [piece.strip() for piece in marked.split("|")]
    text = marked.replace("| ", "")
    assert [text[start:end] for start, end in sentences(text)] == pieces


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t "])
def test_nothing_has_no_sentence(text: str) -> None:
    assert sentences(text) == []


@given(st.text(alphabet="aZ1.!?… \n\"”()[]'", max_size=60) | st.text(max_size=60))
def test_slices_cover_all_but_white_space(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert not text[at:start].strip()
        assert start < end
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Azure stays:", "Azure stays:"),
        ("All is well. Azure remains:", "Azure remains:"),
        ("All is well.", ""),
        ("", ""),
    ],
)
def test_the_lead_is_the_last_sentence_before_a_colon(text: str, lead: str) -> None:
    assert lead_line(text) == lead


@pytest.mark.parametrize(
    "text",
    ["." * 300_000, "(" * 150_000 + ")" * 150_000, " " * 300_000, "a" * 300_000 + ".", "\n " * 150_000],
)
def test_runs_of_one_character_are_answered(text: str) -> None:
    assert len(sentences(text)) <= 1
