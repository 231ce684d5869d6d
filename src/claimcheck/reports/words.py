"""The words in which verdicts, voices and counts are told: the same in every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from claimcheck.reports.visible import visible
from claimcheck.result import Bearing, Result, Standing, Successor, Verdict

VERDICT_WORDS: dict[Verdict, str] = {
    "supported": "supported",
    "contradicted": "CONTRADICTED",
    "not_addressed": "not addressed",
}

VERDICT_STYLES: dict[Verdict, str] = {
    "supported": "green",
    "contradicted": "bold red",
    "not_addressed": "yellow",
}

_WORST_FIRST: tuple[Verdict, ...] = ("contradicted", "supported", "not_addressed")

STANDING_WORDS: dict[Standing, str] = {
    "agrees": "agrees",
    "conflicts": "conflict",
    "earlier": "said earlier",
    "superseded": "superseded",
    "silent": "silent",
}

VOICE_WORDS = {
    "quoted": "quoted",
    "paraphrased": "paraphrased",
    "inferred": "inferred, not stated as a fact",
}

# More names than these are not read.
_HANDFUL = 5
_FIRST = 3


def dated(date: str | None) -> str:
    """The date of a statement in words: 'of 2026-02-27', or '(undated)'."""
    return f"of {visible(date)}" if date else "(undated)"


def verdict_line(result: Result) -> str:
    """'CONTRADICTED by the statement of 2026-02-27': never 'true' or 'false'. Where the claim is retired, the
    line goes on ', superseded by that of 2026-04-27'."""
    later = result.superseded_by
    now = f", superseded by that {dated(later.statement_date)}" if later else ""
    return f"{VERDICT_WORDS[result.verdict]} by the statement {dated(result.statement_date)}{now}"


def named(statement: Result | Successor | Bearing) -> str:
    """Which statement: 'Pellworth Ferries on its timetable [ferries], 2026-11-04', or 'undated'."""
    title = f"{visible(statement.statement_title)} " if statement.statement_title else ""
    date = visible(statement.statement_date or "undated")
    return f"{title}[{visible(statement.statement_id)}], {date}"


def plural(count: int, noun: str) -> str:
    """'1 claim', '2 claims'."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def listed(names: Sequence[str]) -> str:
    """'a, b, c': all of up to five names, of more the first three: 'a, b, c and 997 others'."""
    if len(names) <= _HANDFUL:
        return ", ".join(names)
    return f"{', '.join(names[:_FIRST])} and {len(names) - _FIRST} others"


def summary(counts: Mapping[Verdict, int]) -> str:
    """'5 checked: 2 contradicted, 2 supported, 1 not addressed'; ``counts`` may lack verdicts."""
    found = Counter(dict(counts))
    each = ", ".join(f"{found[verdict]} {VERDICT_WORDS[verdict].lower()}" for verdict in _WORST_FIRST)
    return f"{sum(found.values())} checked: {each}"
