"""Days as English statements write them."""

from __future__ import annotations

import datetime
import re

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")


def _any_of(names: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(name.capitalize() for name in names)})"


_MONTH = rf"{_any_of(MONTHS + SHORT_MONTHS)}\.?"

# '9 January 2027', 'Jan. 9, 2027', 'Monday 9 March', '2027-01-09'; read it with ``iso_day``.
DAY = re.compile(
    rf"(?:{_any_of(WEEKDAYS)},? )?"
    rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{_MONTH})|"
    rf"(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)"
    r"(?:,? (?P<y>\d{4}))?|(?P<iso>\d{4}-\d\d-\d\d)"
)


def iso_day(match: re.Match[str]) -> str | None:
    """The ISO day that a match of ``DAY`` names, ``None`` without a year or where there is no such day."""
    try:
        if match["iso"]:
            return datetime.date.fromisoformat(match["iso"]).isoformat()
        month, day, year = match["m"] or match["m2"], match["d"] or match["d2"], match["y"]
        if not (month and day and year):
            return None
        short = [name[:3] for name in MONTHS]
        return datetime.date(int(year), short.index(month[:3].lower()) + 1, int(day)).isoformat()
    except ValueError:
        return None
