"""Numbers, money, percentages, dates, years and spans of time as values that can be compared.

'$2.4bn', '£48 million', '3.75 per cent', 'a fifth', 'twelve thousand', '27k', '18 February 2027', '13:40',
'nine months', '2027-28': each becomes a Quantity with its place, its unit and its bounds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.language.tokens import Token

_ONES = {w: i for i, w in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"])}  # fmt: skip
_TENS = {
    w: 10 * i
    for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
           "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "bn": 1e9, "b": 1e9, "bln": 1e9, "tn": 1e12,
           "grand": 1e3}  # fmt: skip
_FRACTIONS = {
    "half": 0.5,
    "third": 1 / 3,
    "quarter": 0.25,
    "fifth": 0.2,
    "tenth": 0.1,
    "sixth": 1 / 6,
    "eighth": 0.125,
}
_MONTHS = {m: i for i, m in enumerate(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"], 1)}  # fmt: skip
_MONTHS |= {m[:3]: i for m, i in _MONTHS.items() if m != "may"} | {"sept": 9}
_CURRENCY = {"£": "money", "$": "money", "€": "money", "¥": "money", "pound": "money", "dollar": "money",
             "euro": "money", "quid": "money", "pence": "money", "buck": "money", "cent": "money",
             "yen": "money", "usd": "money", "gbp": "money", "eur": "money"}  # fmt: skip
_DAYS = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4,
         "quarter": 91.3, "year": 365.0, "decade": 3650.0, "season": 300.0}  # fmt: skip
_NUMBER = re.compile(r"^([£$€¥]?)(\d[\d,]*(?:\.\d+)*)(%|[a-z]{0,3})$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` in ``unit``: 'money', 'percent', 'days' (a span of time), 'date' (month * 100 + day),
    'month' (1 to 12), 'year', 'time' (minutes of the day), or 'count' with the counted noun in ``noun``.
    ``bound`` is '=' exactly, '~' about, '>' more than, '<' less than. Tokens ``start`` to ``end``."""

    value: float
    unit: str
    noun: str
    bound: str
    start: int
    end: int


_BOUNDS = {
    "about": "~", "around": "~", "roughly": "~", "nearly": "~", "almost": "~", "approximately": "~", "some": "~",
    "circa": "~", "just": "~", "well": "~", "close": "~", "over": ">", "more": ">", "above": ">", "exceed": ">",
    "least": ">", "under": "<", "below": "<", "less": "<", "fewer": "<", "most": "<", "to": "=",
    "within": "<", "beneath": "<",
}  # fmt: skip


def quantities(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """Every quantity in ``tokens``, left to right."""
    out: list[Quantity] = []
    at = 0
    while at < len(tokens):
        found = _date(tokens, at) or _amount(tokens, at)
        if found is None:
            at += 1
        else:
            out.append(found)
            at = found.end
    return tuple(out)


def _date(tokens: Sequence[Token], at: int) -> Quantity | None:
    """'18 February', 'February 18', 'March'; a year behind it is a quantity of its own."""
    norm = tokens[at].norm
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    after2 = tokens[at + 2].norm if at + 2 < len(tokens) else ""
    day = _day(norm)
    if day and after in _MONTHS:
        return Quantity(_MONTHS[after] * 100 + day, "date", "", "=", at, at + 2)
    if day and after == "of" and after2 in _MONTHS:
        return Quantity(_MONTHS[after2] * 100 + day, "date", "", "=", at, at + 3)
    if norm in _MONTHS:
        if _day(after):
            return Quantity(_MONTHS[norm] * 100 + (_day(after) or 0), "date", "", "=", at, at + 2)
        if norm not in ("march", "may", "mar", "dec", "jan") or tokens[at].capital or _after_in(tokens, at):
            return Quantity(_MONTHS[norm], "month", "", "=", at, at + 1)
    return None


def _after_in(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].norm in (
        "in",
        "by",
        "until",
        "till",
        "since",
        "from",
        "this",
        "next",
        "last",
        "end",
        "of",
        "mid",
    )


def _day(norm: str) -> int | None:
    match = re.fullmatch(r"(\d{1,2})(st|nd|rd|th)?", norm)
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None


def _amount(tokens: Sequence[Token], at: int) -> Quantity | None:
    token = tokens[at]
    value: float
    unit, end = "count", at + 1
    match = _NUMBER.match(token.norm)
    if match:
        sign, digits, tail = match.groups()
        if digits.count(".") > 1 or digits.replace(",", "").count(".") > 1:
            return None
        value = float(digits.replace(",", ""))
        plain = not sign and not tail
        if plain and len(digits) == 4 and digits.isdigit() and 1800 <= value <= 2100:
            return Quantity(value, "year", "", "=", at, end)
        if (
            plain
            and end + 1 < len(tokens)
            and tokens[end].norm == ":"
            and re.fullmatch(r"\d\d", tokens[end + 1].norm)
            and value < 24
        ):
            return Quantity(value * 60 + int(tokens[end + 1].norm), "time", "", "=", at, end + 2)
        if sign:
            unit = "money"
        if tail in ("%", "pc", "pct"):
            unit = "percent"
        elif tail in ("am", "pm"):
            return Quantity((value % 12 + (12 if tail == "pm" else 0)) * 60, "time", "", "=", at, end)
        elif tail in _SCALES:
            value *= _SCALES[tail]
        elif tail:
            return None  # '2nd', '3rd': an order, no amount
    elif token.norm in _ONES or token.norm in _TENS:
        value, end = _spelt(tokens, at)
        if value == 1 and (end >= len(tokens) or tokens[end].norm not in _SCALES):
            following = tokens[end].lemma if end < len(tokens) else ""
            if following not in _DAYS and following != "in":
                return None
        if end + 1 < len(tokens) and tokens[end].norm == "in" and tokens[end + 1].norm in _ONES:
            below, stop = _spelt(tokens, end + 1)
            if below:
                return Quantity(100 * value / below, "percent", "", "~", at, stop)
    elif (
        token.norm in ("half", "quarter", "fifth", "tenth")
        and at > 0
        and tokens[at - 1].norm in ("a", "one", "by", "in")
        and _is_share(tokens, at)
    ):
        return Quantity(
            100 * _FRACTIONS[token.norm], "percent", "", "~", at - (tokens[at - 1].norm != "by"), end
        )
    elif (
        token.norm in ("dozen", "hundred", "thousand", "million", "billion")
        and at > 0
        and tokens[at - 1].norm == "a"
    ):
        value = _SCALES[token.norm]
    elif token.norm in _CURRENCY and len(token.norm) == 1 and end < len(tokens):
        inner = _amount(tokens, end)
        return Quantity(inner.value, "money", "", inner.bound, at, inner.end) if inner else None
    else:
        return None
    while (
        end < len(tokens)
        and tokens[end].norm in _SCALES
        and (len(tokens[end].norm) > 1 or tokens[end].start == tokens[end - 1].end or unit == "money")
    ):
        value *= _SCALES[tokens[end].norm]
        end += 1
    unit, noun, end, value = _unit(tokens, end, unit, value)
    return Quantity(value, unit, noun, _bound(tokens, at), at, end)


def _is_share(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 >= len(tokens) or tokens[at + 1].norm in (
        "of",
        ",",
        ".",
        "more",
        "less",
        "from",
        "next",
        "after",
    )


def _spelt(tokens: Sequence[Token], at: int) -> tuple[float, int]:
    """A number in words, 'twenty-five' and 'three' alike, and the token behind it."""
    if tokens[at].norm in _ONES:
        return float(_ONES[tokens[at].norm]), at + 1
    value, end = float(_TENS[tokens[at].norm]), at + 1
    if end < len(tokens) and tokens[end].norm == "-":
        end += 1
    if end < len(tokens) and 0 < _ONES.get(tokens[end].norm, 0) < 10:
        return value + _ONES[tokens[end].norm], end + 1
    return value, at + 1


def _unit(tokens: Sequence[Token], end: int, unit: str, value: float) -> tuple[str, str, int, float]:
    while end < len(tokens) and tokens[end].norm == "-":
        end += 1
    if end >= len(tokens):
        return unit, "", end, value
    norm, lemma = tokens[end].norm, tokens[end].lemma
    after = tokens[end + 1].norm if end + 1 < len(tokens) else ""
    if norm in ("percent", "pc", "pct", "%") or (norm == "per" and after in ("cent", "hundred")):
        return "percent", "", end + (2 if norm == "per" else 1), value
    if lemma in _CURRENCY:
        return "money", "", end + 1, value / 100 if lemma in ("pence", "cent") else value
    if lemma in _DAYS:
        return "days", "", end + 1, value * _DAYS[lemma]
    if unit == "count" and norm in ("or", "and", "to"):
        return unit, "", end, value
    return unit, lemma if tokens[end].is_word else "", end, value


def _bound(tokens: Sequence[Token], at: int) -> str:
    for back in (1, 2):
        if at - back < 0 or not tokens[at - back].is_word:
            break
        norm = tokens[at - back].norm
        if norm in _BOUNDS and norm != "to":
            return _BOUNDS[norm]
        if norm == "to" and at - back > 0 and tokens[at - back - 1].norm == "up":
            return "<"
        if norm not in ("than", "a", "the", "at", "as", "to"):
            break
    if tokens[at].norm == "up":
        return "<"
    return "="


def compare(said: Quantity, given: Quantity) -> str:
    """How a quantity in a headline relates to one in the statement: 'same', 'other', or 'unlike' where
    the two do not measure the same kind of thing."""
    if said.unit != given.unit:
        if {said.unit, given.unit} == {"month", "date"}:
            month = given if given.unit == "month" else said
            date = said if month is given else given
            return "same" if date.value // 100 == month.value else "other"
        return "unlike"
    if (
        said.unit == "count"
        and said.noun
        and given.noun
        and said.noun != given.noun
        and said.value != given.value
    ):
        return "unlike"
    one, other = said.value, given.value
    if said.unit in ("date", "month", "year", "time"):
        return "same" if one == other else "other"
    if one == other:
        return "same"
    scale = max(abs(one), abs(other))
    if said.bound == ">":
        return "same" if other >= one * 0.999 and other <= one * 1.6 else "other"
    if said.bound == "<":
        return "same" if one >= other >= one * 0.6 else "other"
    slack = 0.09 if said.bound == "~" else 0.02 if said.unit != "percent" else 0.0
    if said.unit == "days":
        slack = 0.06
    return "same" if abs(one - other) <= slack * scale else "other"
