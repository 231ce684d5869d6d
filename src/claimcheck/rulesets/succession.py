"""Statements age: which of several were made by a day, and which of their claims later ones retired."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from claimcheck.errors import ClaimcheckError
from claimcheck.rulesets.format import DAY_PATTERN
from claimcheck.rulesets.model import Claim, RuleSet

# A claim by the ids of its statement and its own; a whole statement without the latter.
Reference = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Heir:
    """What took the place of a retired claim: a claim of a later rule set, or that statement as a whole."""

    ruleset: RuleSet
    claim: Claim | None

    @property
    def reference(self) -> Reference:
        """The heir by its ids."""
        return self.ruleset.statement.id, self.claim.id if self.claim else None


@dataclass(frozen=True, slots=True)
class Succession:
    """The rule sets of the statements made by the day ``as_of`` (all of them without a day), in the order
    given, and for each retired claim what took its place in the end."""

    standing: tuple[RuleSet, ...]
    as_of: str | None = None
    retired: Mapping[Reference, Heir] = field(default_factory=dict)

    def heir(self, statement_id: str, claim_id: str | None) -> Heir | None:
        """What took the place of this claim, or ``None`` where it stands."""
        return self.retired.get((statement_id, claim_id)) if claim_id else None


def succession(rulesets: Iterable[RuleSet], as_of: str | None = None) -> Succession:
    """How ``rulesets`` stand to each other on the ISO day ``as_of``; without one, as they stand in the end.

    A statement of a later day was not made yet: it neither counts nor retires anything. An undated one
    counts on any day. Raises ``ClaimcheckError`` where no statement had been made by then.
    """
    given = tuple(rulesets)
    standing = tuple(ruleset for ruleset in given if made_by(ruleset, as_of))
    if given and not standing:
        first = min(given, key=lambda ruleset: ruleset.statement.date or "").statement
        raise ClaimcheckError(
            f"no statement had been made by {as_of}; the first is {first.id} of {first.date}; "
            "fix: name a later day with --as-of"
        )
    return Succession(standing, as_of, _ends(_direct(standing)))


def day(text: str) -> str:
    """``text`` as an ISO day. Raises ``ClaimcheckError`` where it is none."""
    try:
        if re.fullmatch(DAY_PATTERN, text):
            return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise ClaimcheckError(f"{text!r} is not a day; fix: write year-month-day: 2026-03-31")


def made_by(ruleset: RuleSet, day: str | None) -> bool:
    """Whether the statement was made by ``day`` or, where it is undated, may have been."""
    date = ruleset.statement.date
    return day is None or date is None or date <= day


def as_reference(text: str) -> Reference:
    """'ferries/fares-stay' or 'ferries', as a rule set writes it."""
    statement_id, _, claim_id = text.partition("/")
    return statement_id, claim_id or None


def named_by(ruleset: RuleSet) -> Iterator[tuple[str, Heir]]:
    """Every reference under ``supersedes`` in ``ruleset`` with what takes the place of that."""
    for text in ruleset.statement.supersedes:
        yield text, Heir(ruleset, None)
    for claim in ruleset.claims:
        for text in claim.supersedes:
            yield text, Heir(ruleset, claim)


def precedes(one: RuleSet, other: RuleSet) -> bool:
    """Whether ``one`` is known to be of an earlier day than ``other``."""
    return bool(one.statement.date and other.statement.date and one.statement.date < other.statement.date)


def _direct(standing: tuple[RuleSet, ...]) -> dict[Reference, Heir]:
    """Each retired claim with its next heir: a claim before a whole statement, then the later one."""
    found: dict[Reference, Heir] = {}
    by_id: dict[str, list[RuleSet]] = {}
    for ruleset in standing:
        by_id.setdefault(ruleset.statement.id, []).append(ruleset)
    for ruleset in standing:
        for text, heir in named_by(ruleset):
            statement_id, claim_id = as_reference(text)
            for target in by_id.get(statement_id, ()):
                # A statement cannot retire itself, nor one of a later day.
                if target is ruleset or precedes(ruleset, target):
                    continue
                ids = [claim_id] if claim_id else [None, *(claim.id for claim in target.claims)]
                for each in ids:
                    old = found.get((statement_id, each))
                    if old is None or _rank(heir) > _rank(old):
                        found[statement_id, each] = heir
    return found


def _rank(heir: Heir) -> tuple[bool, str]:
    return heir.claim is not None, heir.ruleset.statement.date or ""


def _ends(direct: Mapping[Reference, Heir]) -> dict[Reference, Heir]:
    """For each retired claim the end of the line: what took the place of what took its place ... In a circle
    each claim ends at itself, and what leads into it where it enters. No step is taken twice."""
    ends: dict[Reference, Heir] = {}
    for start in direct:
        path: dict[Reference, Heir] = {}
        at = start
        while at in direct and at not in ends and at not in path:
            path[at] = direct[at]
            at = path[at].reference
        if at in path:
            steps = list(path.values())
            ends.update((heir.reference, heir) for heir in steps[list(path).index(at) :])
        for each, heir in reversed(path.items()):
            ends.setdefault(each, ends.get(heir.reference, heir))
    return ends
