"""Numbers, money, percentages, dates, years and spans of time as values that can be compared.

'$2.4bn', '£48 million', '3.75 per cent', 'a fifth', 'twelve thousand', '27k', '18 February 2027', '13:40',
'nine months', '2027-28': each becomes a Quantity with its place, its unit and its bounds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.language.tables import values, word_sets
from claimcheck.language.tokens import Token


def _fraction(text: str) -> float:
    above, _, below = text.partition("/")
    return float(above) / float(below or 1)


_WORDS = values("quantity-words.txt")
_ONES = {word: int(value) for word, value in _WORDS["numerals"].items()}
_TENS = {word: int(value) for word, value in _WORDS["tens"].items()}
_SCALES = {word: float(value) for word, value in _WORDS["scales"].items()}
_SHARES = {word: float(value) for word, value in _WORDS["shares"].items()}
_MONTHS = {word: int(value) for word, value in _WORDS["months"].items()}
_MONEY = {word: float(value) for word, value in _WORDS["money"].items()}
_DAYS = {word: _fraction(value) for word, value in _WORDS["days"].items()}
_BOUNDS = _WORDS["bounds"]

_SETS = word_sets()
_AMBIGUOUS_MONTHS, _BEFORE_MONTHS = _SETS["ambiguous-months"], _SETS["before-months"]
_BEFORE_SHARES, _AFTER_SHARES = _SETS["before-shares"], _SETS["after-shares"]
_LONE_SCALES, _BEFORE_AMOUNTS = _SETS["lone-scales"], _SETS["before-amounts"]
_PERCENT, _RANGE = _SETS["percent-words"], _SETS["range-words"]

# What a quantity can start with, beside a digit or the sign of a currency.
_SIGNS = frozenset("£$€¥")
_STARTS = frozenset(
    [*_ONES, *_TENS, *_SHARES, *_LONE_SCALES, *_MONTHS, *(sign for sign in _MONEY if len(sign) == 1)]
)

_NUMBER = re.compile(r"^([£$€¥]?)(\d[\d,]*(?:\.\d+)*)(%|[a-z]{0,3})$")
_DAY = re.compile(r"(\d{1,2})(st|nd|rd|th)?")
_MINUTES = re.compile(r"\d\d")


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


def quantities(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """Every quantity in ``tokens``, left to right."""
    out: list[Quantity] = []
    behind = 0
    for at, token in enumerate(tokens):
        norm = token.norm
        if at < behind or not (norm in _STARTS or norm[:1].isdigit() or norm[:1] in _SIGNS):
            continue
        found = _date(tokens, at) or _amount(tokens, at)
        if found is not None:
            out.append(found)
            behind = found.end
    return tuple(out)


def _norm(tokens: Sequence[Token], at: int) -> str:
    """The norm of the token at ``at``, '' beyond the ends."""
    return tokens[at].norm if 0 <= at < len(tokens) else ""


def _date(tokens: Sequence[Token], at: int) -> Quantity | None:
    """'18 February', 'February 18', 'March'; a year behind it is a quantity of its own."""
    norm, after = tokens[at].norm, _norm(tokens, at + 1)
    month = at + 2 if after == "of" else at + 1
    if (day := _day(norm)) and _norm(tokens, month) in _MONTHS:
        return Quantity(_MONTHS[tokens[month].norm] * 100 + day, "date", "", "=", at, month + 1)
    if norm not in _MONTHS:
        return None
    if day := _day(after):
        return Quantity(_MONTHS[norm] * 100 + day, "date", "", "=", at, at + 2)
    if norm in _AMBIGUOUS_MONTHS and _norm(tokens, at - 1) not in _BEFORE_MONTHS:
        return None
    return Quantity(_MONTHS[norm], "month", "", "=", at, at + 1)


def _day(norm: str) -> int | None:
    match = _DAY.fullmatch(norm)
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None


def _amount(tokens: Sequence[Token], at: int) -> Quantity | None:
    norm, before = tokens[at].norm, _norm(tokens, at - 1)
    if match := _NUMBER.match(norm):
        return _in_digits(tokens, at, *match.groups())
    if norm in _ONES or norm in _TENS:
        return _in_words(tokens, at)
    if norm in _SHARES and before in _BEFORE_SHARES and _is_share(tokens, at):
        return Quantity(_SHARES[norm], "percent", "", "~", at if before == "by" else at - 1, at + 1)
    if norm in _LONE_SCALES and before == "a":
        return _measured(tokens, at, at + 1, "count", _SCALES[norm])
    if norm in _MONEY and len(norm) == 1 and _norm(tokens, at + 1) not in _MONEY and at + 1 < len(tokens):
        inner = _amount(tokens, at + 1)
        return Quantity(inner.value, "money", "", inner.bound, at, inner.end) if inner else None
    return None


def _in_digits(tokens: Sequence[Token], at: int, sign: str, digits: str, tail: str) -> Quantity | None:
    """'3.75', '£48m', '5%', '2027', '13:40', '9am'."""
    if digits.count(".") > 1:
        return None
    value = float(digits.replace(",", ""))
    if not sign and not tail:
        if len(digits) == 4 and digits.isdigit() and 1800 <= value <= 2100:
            return Quantity(value, "year", "", "=", at, at + 1)
        if value < 24 and _norm(tokens, at + 1) == ":" and _MINUTES.fullmatch(_norm(tokens, at + 2)):
            return Quantity(value * 60 + int(tokens[at + 2].norm), "time", "", "=", at, at + 3)
    unit = "money" if sign else "count"
    if tail in _PERCENT:
        unit = "percent"
    elif tail in ("am", "pm"):
        return Quantity((value % 12 + (12 if tail == "pm" else 0)) * 60, "time", "", "=", at, at + 1)
    elif tail in _SCALES:
        value *= _SCALES[tail]
    elif tail:
        return None  # '2nd', '3rd': an order, no amount
    return _measured(tokens, at, at + 1, unit, value)


def _in_words(tokens: Sequence[Token], at: int) -> Quantity | None:
    """'twelve thousand', 'three in five'; 'one' alone is no amount, 'one week' is."""
    value, end = _spelt(tokens, at)
    if value == 1 and _norm(tokens, end) not in _SCALES:
        following = tokens[end].lemma if end < len(tokens) else ""
        if following not in _DAYS and following != "in":
            return None
    if _norm(tokens, end) == "in" and _norm(tokens, end + 1) in _ONES:
        below, stop = _spelt(tokens, end + 1)
        if below:
            return Quantity(100 * value / below, "percent", "", "~", at, stop)
    return _measured(tokens, at, end, "count", value)


def _spelt(tokens: Sequence[Token], at: int) -> tuple[float, int]:
    """A number in words, 'twenty-five' and 'three' alike, and the token behind it."""
    if tokens[at].norm in _ONES:
        return float(_ONES[tokens[at].norm]), at + 1
    value, end = float(_TENS[tokens[at].norm]), at + 1
    if _norm(tokens, end) == "-":
        end += 1
    if 0 < _ONES.get(_norm(tokens, end), 0) < 10:
        return value + _ONES[tokens[end].norm], end + 1
    return value, at + 1


def _is_share(tokens: Sequence[Token], at: int) -> bool:
    return _norm(tokens, at + 1) in ("", ",", ".") or tokens[at + 1].norm in _AFTER_SHARES


def _measured(tokens: Sequence[Token], at: int, end: int, unit: str, value: float) -> Quantity:
    """The number in tokens ``at`` to ``end`` with the scale and the unit that stand behind it."""
    while (scale := _norm(tokens, end)) in _SCALES and (
        len(scale) > 1 or tokens[end].start == tokens[end - 1].end or unit == "money"
    ):
        value *= _SCALES[scale]
        end += 1
    while _norm(tokens, end) == "-":
        end += 1
    bound = _bound(tokens, at)
    if end == len(tokens):
        return Quantity(value, unit, "", bound, at, end)
    norm, lemma = tokens[end].norm, tokens[end].lemma
    if norm in _PERCENT:
        return Quantity(value, "percent", "", bound, at, end + 1)
    if norm == "per" and _norm(tokens, end + 1) in ("cent", "hundred"):
        return Quantity(value, "percent", "", bound, at, end + 2)
    if lemma in _MONEY:
        return Quantity(value / _MONEY[lemma], "money", "", bound, at, end + 1)
    if lemma in _DAYS:
        return Quantity(value * _DAYS[lemma], "days", "", bound, at, end + 1)
    counted = tokens[end].is_word and not (unit == "count" and norm in _RANGE)
    return Quantity(value, unit, lemma if counted else "", bound, at, end)


def _bound(tokens: Sequence[Token], at: int) -> str:
    """What the two words before an amount make of it."""
    for back in (1, 2):
        if at - back < 0 or not tokens[at - back].is_word:
            break
        norm = tokens[at - back].norm
        if norm in _BOUNDS:
            return _BOUNDS[norm]
        if norm == "to" and _norm(tokens, at - back - 1) == "up":
            return "<"
        if norm not in _BEFORE_AMOUNTS:
            break
    return "<" if tokens[at].norm == "up" else "="
