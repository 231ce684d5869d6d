from __future__ import annotations

import pytest

from claimcheck.language.comparing import compare
from claimcheck.language.quantities import Quantity
from claimcheck.language.reading import read

FOUND = [
    ("$2.4bn", 2.4e9, "money", "=", "$2.4bn"),
    ("£48 million", 48e6, "money", "=", "£48 million"),
    ("5bn euros", 5e9, "money", "=", "5bn euros"),
    ("99 cents", 0.99, "money", "=", "99 cents"),
    ("less than $5 million", 5e6, "money", "<", "$5 million"),
    ("3.75 per cent", 3.75, "percent", "=", "3.75 per cent"),
    ("20%", 20, "percent", "=", "20%"),
    ("a fifth of sales", 20, "percent", "~", "a fifth"),
    ("by a quarter", 25, "percent", "~", "a quarter"),
    ("three in five", 60, "percent", "~", "three in five"),
    ("nine months", 9 * 30.4, "days", "=", "nine months"),
    ("one week", 7, "days", "=", "one week"),
    ("about 3,000 jobs", 3000, "count", "~", "3,000"),
    ("over 40 branches", 40, "count", ">", "40"),
    ("up to 30 jobs", 30, "count", "<", "30"),
    ("at least twelve", 12, "count", ">", "twelve"),
    ("twenty-five stores", 25, "count", "=", "twenty-five"),
    ("twelve thousand people", 12000, "count", "=", "twelve thousand"),
    ("27k jobs", 27000, "count", "=", "27k"),
    ("a dozen", 12, "count", "=", "dozen"),
    ("a million users", 1e6, "count", "=", "million"),
    ("February 18", 218, "date", "=", "February 18"),
    ("the 3rd of June", 603, "date", "=", "3rd of June"),
    ("in May", 5, "month", "=", "May"),
    ("2027", 2027, "year", "=", "2027"),
    ("13:40", 13 * 60 + 40, "time", "=", "13:40"),
    ("5pm", 17 * 60, "time", "=", "5pm"),
    ("12am", 0, "time", "=", "12am"),
]


@pytest.mark.parametrize(("text", "value", "unit", "bound", "words"), FOUND)
def test_found(text: str, value: float, unit: str, bound: str, words: str) -> None:
    reading = read(text)
    (found,) = reading.quantities
    assert (found.value, found.unit, found.bound) == (pytest.approx(value), unit, bound)
    assert text[reading.tokens[found.start].start : reading.tokens[found.end - 1].end] == words


@pytest.mark.parametrize(
    "text", ["one deal", "2nd quarter", "prices may rise", "version 1.2.3", "Q3", "$", "££"]
)
def test_no_quantity(text: str) -> None:
    assert read(text).quantities == ()


def test_several_in_one_text() -> None:
    found = read("18 February 2027, 13:40: 5-10 people paid $3").quantities
    assert [(q.value, q.unit) for q in found] == [
        (218, "date"), (2027, "year"), (820, "time"), (5, "count"), (10, "count"), (3, "money"),
    ]  # fmt: skip


COMPARED = [
    ("$2.4bn", "$2.4 billion", "same"),
    ("$2.4bn", "$2.42bn", "same"),
    ("$2.4bn", "$2.6bn", "other"),
    ("$5m", "5%", "unlike"),
    ("3%", "3.5%", "other"),
    ("about 3%", "3.2%", "same"),
    ("over 40 branches", "43 branches", "same"),
    ("over 40 branches", "90 branches", "other"),
    ("over 40 branches", "39 branches", "other"),
    ("under 40 branches", "35 branches", "same"),
    ("under 40 branches", "41 branches", "other"),
    ("about 40 branches", "43 branches", "same"),
    ("40 branches", "12 jobs", "unlike"),
    ("nine months", "270 days", "same"),
    ("nine months", "a year", "none"),
    ("18 February", "19 February", "other"),
    ("18 February", "February", "same"),
    ("in March", "18 February", "other"),
    ("2026", "2027", "other"),
    ("13:40", "13:40", "same"),
    ("13:40", "13:50", "other"),
]


@pytest.mark.parametrize(("said", "given", "expected"), COMPARED)
def test_compared(said: str, given: str, expected: str) -> None:
    one, other = read(said).quantities, read(given).quantities
    assert (compare(one[0], other[0]) if other else "none") == expected


def test_a_number_too_long_for_a_float_is_compared_all_the_same() -> None:
    huge = read("9" * 400 + " jobs").quantities[0]
    assert compare(huge, huge) == "same"
    assert compare(huge, Quantity(3.0, "count", "job", "=", 0, 1)) == "other"
