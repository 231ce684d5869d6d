"""What holds of the verdict on any text whatever."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Checker
from claimcheck.language.parts import split_parts
from claimcheck.language.reading import read
from claimcheck.result import VERDICTS, Result

CHECKER = Checker.default()

WORDS = st.sampled_from(
    """
    Microsoft OpenAI Azure Azuer Amazon revenue share stateless APIs partnership the a of to may might says
    not no longer never neither nor denies false report exclusive only nothing but and or still also
    stays ends remains strong unchanged it's won't 20% $4bn 2027 May 13:40 https://example.org 🔑 \u202e
    , . ? ! ; : - " ( )
    """.strip().split()
)
SENTENCES = st.lists(WORDS, max_size=25).map(" ".join)
TEXTS = st.text(max_size=200) | SENTENCES

CLEAR = {
    "Azure is no longer the exclusive host of OpenAI's stateless APIs": "contradicted",
    "Azure remains the exclusive cloud provider of OpenAI's stateless APIs": "supported",
    "The revenue share between Microsoft and OpenAI continues": "supported",
    "Microsoft ends its revenue share with OpenAI": "contradicted",
    "Microsoft's partnership with OpenAI remains 'strong and central'": "supported",
    "Apple's new iPhone ships in September": "not_addressed",
}


def check_shape(text: str, result: Result) -> None:
    assert result.text == text
    assert result.verdict in VERDICTS
    assert sum(result.scores.values()) == pytest.approx(1, abs=2e-4)
    assert result.score == result.scores[result.verdict]
    behind = 0
    for span in result.spans:
        assert behind <= span.start < span.end <= len(text)
        behind = span.end
    behind = 0
    for part in result.parts:
        assert part.text == text[part.start : part.end]
        assert behind <= part.start <= part.end <= len(text)
        behind = part.end


@given(TEXTS)
def test_any_text_has_a_well_formed_result_and_the_same_one_twice(text: str) -> None:
    result = CHECKER.check(text)
    check_shape(text, result)
    assert CHECKER.check(text) == result


@given(TEXTS)
def test_a_reading_covers_its_text_in_order(text: str) -> None:
    reading = read(text)
    places = [(token.start, token.end) for token in reading.tokens]
    assert all(start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert len(reading.signs) == len(reading.clauses) == len(reading.sentences) == len(reading.tokens)
    assert set(reading.signs) <= {1, -1}
    ranges = split_parts(reading)
    assert ranges[0][0] == 0
    assert ranges[-1][1] == len(reading.tokens)
    assert all(one[1] == other[0] for one, other in pairwise(ranges))


@given(SENTENCES, st.sampled_from([" ", "\t", "\n", "\u00a0", "  "]))
def test_white_space_changes_no_verdict(text: str, space: str) -> None:
    changed = space + text.replace(" ", space) + space
    assert CHECKER.check(changed).scores == CHECKER.check(text).scores


@given(SENTENCES)
def test_the_style_of_quotes_changes_no_verdict(text: str) -> None:
    changed = text.replace("'", "’").replace('"', "“")
    assert CHECKER.check(changed).scores == CHECKER.check(text).scores


FULL_WIDTH = {ordinary: ordinary + 0xFEE0 for ordinary in range(ord("!"), ord("~") + 1)}


@given(SENTENCES)
def test_colours_of_a_terminal_and_wide_letters_change_no_verdict(text: str) -> None:
    scores = CHECKER.check(text).scores
    assert CHECKER.check(f"\x1b[1;31m{text}\x1b[0m").scores == scores
    assert CHECKER.check(text.translate(FULL_WIDTH)).scores == scores


@pytest.mark.parametrize(("text", "verdict"), CLEAR.items())
@pytest.mark.parametrize("dress", ["{}", "{}.", "{}!", "{}...", '"{}"', "BREAKING: {}", "  {}\n"])
def test_punctuation_and_frames_change_no_clear_verdict(text: str, verdict: str, dress: str) -> None:
    assert CHECKER.check(dress.format(text)).verdict == verdict


HOSTILE = {
    "one letter": "a",
    "quotes": '"',
    "digits": "9",
    "currency": "£",
    "negations": "not ",
    "denials": "denies ",
    "debunking": "false ",
    "brackets": "[({",
    "commas": ", ",
    "no gap": "no word ",
    "names": "Zorg says ",
    "misspelt": "Azuer ",
    "sentences": "Microsoft ends Azure. ",
    "zero width": "\u200b",
    "bidi": "\u202eAzure\u202c ",
    "combining": "e\u0301\u0302\u0303",
    "homoglyphs": "Аzurе ",
    "astral": "🔑𝔸 ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_answered(unit: str) -> None:
    text = (unit * 4000)[:4000]
    result = CHECKER.check(text)
    check_shape(text, result)
    assert result.verdict != "supported"


@pytest.mark.parametrize("unit", ['"', "9", "£", "(", "a", "\u200b", "not"], ids=repr)
def test_a_hundred_kilobytes_of_one_thing_do_no_harm(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    check_shape(text, CHECKER.check(text))
