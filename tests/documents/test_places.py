"""Every character of a segment leads back to the source character it came from, whatever the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.documents.positions import Lines
from claimcheck.documents.prose import read_prose

WORDS = ["Azure", "is", "out.", "é", "😀", "Microsoft's", "A:", "No", "1.5", "x|y", "mid*dle", "“so”"]
MARKS = [
    *("*", "**", "_", "~~", "`", "``", "[", "](http://x.y)", "](u 'ti')", "![", "][ref]", "]", "<b>", "</b>"),
    *("<code>", "</code>", "<br>", "<!-- c -->", "<!--", "&amp;", "&eacute;", "&#8217;", "&bogus;", "\\*"),
    *(
        "\\",
        "\\|",
        "|",
        "| ",
        "<http://a.b>",
        "https://a.b/c.",
        "[^1]",
        "[^1]: ",
        "<p>",
        "</p>",
        "<q>",
        "</q>",
    ),
]
STARTS = [
    "",
    "# ",
    "## ",
    "> ",
    "> > ",
    "- ",
    "  - ",
    "1. ",
    "\t",
    "    ",
    "| ",
    "|--|--|",
    "===",
    "---",
    "```",
]

line = st.tuples(
    st.sampled_from(STARTS), st.lists(st.sampled_from([*WORDS, *MARKS, " ", " ", "  ", "\t"]), max_size=8)
).map(lambda pair: pair[0] + "".join(pair[1]))
sources = st.lists(line, max_size=10).map("\n".join)


def agrees(char: str, source: str) -> bool:
    """May ``char`` have come from the place where ``source`` starts?"""
    return (
        source[0] == char
        or (char == " " and (source[0].isspace() or source[0] in "<`\\"))
        or source[0] in "&\\"
        or (char in "“”" and source.lower().startswith(("<q>", "</q>")))
    )


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
@settings(max_examples=150, deadline=None)
@given(source=sources)
def test_each_place_holds_the_character(name: str, source: str) -> None:
    for segment in read_prose(source, name).segments:
        assert len(segment.text) == len(segment.places)
        assert segment.text == " ".join(segment.text.split())
        assert list(segment.places) == sorted(segment.places)
        for char, place in zip(segment.text, segment.places, strict=True):
            assert agrees(char, source[place:]), (char, source[place : place + 8])


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
@settings(max_examples=100, deadline=None)
@given(source=st.text(max_size=80))
def test_any_text_is_read(name: str, source: str) -> None:
    document = read_prose(source, name)
    for segment in document.segments:
        assert all(0 <= place < len(source) for place in segment.places)
    for comment in document.comments:
        assert 0 <= comment.start < comment.end <= len(source)


@settings(max_examples=100, deadline=None)
@given(source=sources)
def test_comments_are_found_where_they_stand(source: str) -> None:
    for comment in read_prose(source, "a.md").comments:
        assert source[comment.start : comment.end].startswith("<!--")


@given(st.text(alphabet="ab\n\u2028\x0c😀", max_size=30))
def test_offsets_and_positions_are_each_others_inverse(source: str) -> None:
    lines = Lines(source)
    assert len(lines) == source.count("\n") + 1
    for offset in range(len(source) + 1):
        line, column = lines.position(offset)
        assert lines.offset(line, column) == offset
        assert line == source.count("\n", 0, offset) + 1
        assert (
            source[lines.offset(line) : lines.end(line)] == lines.text(line) == source.split("\n")[line - 1]
        )
