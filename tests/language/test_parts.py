from __future__ import annotations

import pytest

from claimcheck.language.parts import split_parts
from claimcheck.language.reading import read

PARTS = [
    ["Azure stays exclusive;", "the revenue share was scrapped"],
    ["Azure stays exclusive.", "The revenue share was scrapped last week"],
    ["Azure remains the exclusive host,", "but the revenue share ends soon"],
    ["Azure remains the exclusive host", "but the revenue share ends soon"],
    ["Prices rise, and wages fall"],  # too short to stand alone
    ["Wait! The revenue share was scrapped by OpenAI"],
    ["The revenue share was scrapped? Not so, says Microsoft"],  # a comment stays with its object
    ["Microsoft, OpenAI and Azure stay partners"],
]


@pytest.mark.parametrize("parts", PARTS)
def test_parts(parts: list[str]) -> None:
    text = " ".join(parts)
    reading = read(text)
    found = [text[reading.tokens[a].start : reading.tokens[b - 1].end] for a, b in split_parts(reading)]
    assert found == parts


def test_a_text_without_words_is_one_part() -> None:
    assert split_parts(read("")) == [(0, 0)]
    assert split_parts(read("?!")) == [(0, 1)]
