"""Days as English statements write them."""

from __future__ import annotations

import datetime
import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov",
    "Dec",
)  # fmt: skip
_MONTH = f"(?:{'|'.join(_MONTHS)})\\.?"

# '9 January 2027', 'Jan. 9, 2027', 'Monday 9 March', '2027-01-09'; read it with ``iso_day``.
DAY = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
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
        short = [name[:3] for name in _MONTHS[:12]]
        return datetime.date(int(year), short.index(month[:3]) + 1, int(day)).isoformat()
    except ValueError:
        return None
