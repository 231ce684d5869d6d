"""How a quantity in a headline relates to one in the statement."""

from __future__ import annotations

import math

from claimcheck.language.quantities import Quantity

_EXACT_UNITS = frozenset({"date", "month", "year", "time"})

# How far apart two values may lie and still be called the same, as shares: 'over 40' may be said of 40 to
# 64, 'under 40' of 24 to 40, 'about 40' of 37 to 43, '$2.4bn' of '$2.42bn', 'nine months' of 270 days.
_ABOVE, _BELOW = 1.6, 0.6
_ABOUT, _ROUNDED, _SPAN = 0.09, 0.02, 0.06
_NOT_QUITE = 0.999


def compare(said: Quantity, given: Quantity) -> str:
    """'same', 'other', or 'unlike' where the two do not measure the same kind of thing. ``said`` may be
    vaguer than ``given`` ('over 40 branches' of 43) but not the other way round."""
    one, other = said.value, given.value
    if {said.unit, given.unit} == {"month", "date"}:
        month, date = (one, other) if said.unit == "month" else (other, one)
        return "same" if date // 100 == month else "other"
    if said.unit != given.unit:
        return "unlike"
    if one == other:
        return "same"
    if said.unit in _EXACT_UNITS:
        return "other"
    if said.unit == "count" and said.noun and given.noun and said.noun != given.noun:
        return "unlike"
    if said.bound == ">":
        near = one * _NOT_QUITE <= other <= one * _ABOVE
    elif said.bound == "<":
        near = one * _BELOW <= other <= one
    else:
        widest = _slack(said) * max(abs(one), abs(other))
        near = abs(one - other) <= widest < math.inf  # a number of 400 digits is no float
    return "same" if near else "other"


def _slack(said: Quantity) -> float:
    if said.unit == "days":
        return _SPAN
    if said.bound == "~":
        return _ABOUT
    return 0.0 if said.unit == "percent" else _ROUNDED
