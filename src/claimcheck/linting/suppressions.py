"""Comments by which an editor lets a sentence pass.

    <!-- claimcheck: ignore[claim-id] reason -->             the sentences on the lines of the comment
    <!-- claimcheck: ignore-next-line[claim-id] reason -->   the sentences on the next line with text
    <!-- claimcheck: off[claim-id] reason -->                all up to 'on', or to the end of the file
    <!-- claimcheck: on -->

Several ids are parted by commas; without brackets a comment speaks of every claim.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from claimcheck.linting.draft import Draft, Place, Sentence
from claimcheck.linting.finding import Notice

_OURS = re.compile(r"\s*claim-?check\b", re.IGNORECASE)
_LIKE_OURS = re.compile(r"\s*(?P<name>[a-z][a-z _-]{7,11}?)\s*:\s*(?:ignore|off\b|on\b)", re.IGNORECASE)
_NEAR = 80.0  # rapidfuzz ratio: 'claimchek' is 95, 'prettier' 22
_DIRECTIVE = re.compile(
    r"\s*claimcheck:\s*(?P<verb>ignore-next-line|ignore|off|on)(?:\[(?P<ids>[^\[\]]*)\])?(?=\s|$)(?P<reason>.*)",
    re.DOTALL,
)
_USAGE = "write <!-- claimcheck: ignore[claim-id] reason -->, ignore-next-line, off or on"


@dataclass(slots=True)
class _Suppression:
    """Lines ``first`` to ``last`` (inclusive) for ``ids`` (empty: every claim)."""

    place: Place
    verb: str
    ids: frozenset[str]
    first: int
    last: int
    used: bool = False
    open: bool = False


class Suppressions:
    """The suppressions of one draft; remembers which were of use."""

    def __init__(self, draft: Draft, claim_ids: Collection[str]) -> None:
        self._draft = draft
        self._malformed: list[Notice] = []
        self._found: list[_Suppression] = []
        for comment in draft.comments:
            if _is_ours(comment.text):
                line, column = draft.lines.position(comment.start)
                end_line, end_column = draft.lines.position(comment.end)
                self._read(comment.text, Place(line, column, end_line, end_column), draft, claim_ids)

    def covers(self, sentence: Sentence, claim_id: str | None) -> bool:
        """Is a finding on ``claim_id`` in ``sentence`` suppressed? Marks the suppression as used."""
        covering = [
            one
            for one in self._found
            if (not one.ids or claim_id in one.ids)
            and one.first <= sentence.place.end_line
            and sentence.place.line <= one.last
        ]
        for one in covering:
            one.used = True
        return bool(covering)

    def notices(self) -> list[Notice]:
        """What is wrong with the suppressions, in the order of the draft; ask after all sentences."""
        unused = [
            self._notice(one.place, "unused-suppression", f"'{one.verb}'{_of(one.ids)} suppresses nothing")
            for one in self._found
            if not one.used
        ]
        return sorted(
            (*self._malformed, *unused), key=lambda notice: (notice.place.line, notice.place.column)
        )

    def _read(self, text: str, place: Place, draft: Draft, claim_ids: Collection[str]) -> None:
        directive = _DIRECTIVE.match(text)
        if directive is None:
            self._complain(place, f"not understood; {_USAGE}")
            return
        ids = frozenset(_ids(directive["ids"] or ""))
        if directive["ids"] is not None and not ids:
            self._complain(place, "no claim id between the brackets")
            return
        for unknown in sorted(ids - set(claim_ids)):
            self._complain(place, f"no claim has the id '{unknown}'{_guess(unknown, claim_ids)}")
        ids_known = ids & set(claim_ids)
        if ids and not ids_known:
            return
        match directive["verb"]:
            case "ignore":
                self._keep(place, "ignore", ids_known, place.line, place.end_line)
            case "ignore-next-line":
                line = _next_line_with_text(draft, place.end_line)
                self._keep(place, "ignore-next-line", ids_known, line, line)
            case "off":
                self._keep(place, "off", ids_known, place.line, len(draft.lines))
            case "on":
                self._end(place, ids_known)

    def _keep(self, place: Place, verb: str, ids: frozenset[str], first: int, last: int) -> None:
        self._found.append(_Suppression(place, verb, ids, first, last, open=verb == "off"))

    def _end(self, place: Place, ids: frozenset[str]) -> None:
        open_ones = [one for one in self._found if one.open and (not ids or one.ids == ids)]
        if not open_ones:
            self._complain(place, "'on' without an 'off' before it")
        for one in open_ones:
            one.last, one.open = place.line, False

    def _notice(self, place: Place, rule: str, message: str) -> Notice:
        return Notice(self._draft.path, self._draft.project_path, self._draft.lines, place, rule, message)

    def _complain(self, place: Place, message: str) -> None:
        self._malformed.append(self._notice(place, "malformed-suppression", message))


def _is_ours(comment: str) -> bool:
    """Is ``comment`` meant for claimcheck, however it is spelt?"""
    if _OURS.match(comment):
        return True
    like = _LIKE_OURS.match(comment)
    if like is None:
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(like["name"].lower(), "claimcheck") >= _NEAR


def _next_line_with_text(draft: Draft, line: int) -> int:
    later = (max(one.place.line, line + 1) for one in draft.sentences if one.place.end_line > line)
    return min(later, default=line + 1)


def _ids(text: str) -> Iterable[str]:
    return (part.strip() for part in text.split(",") if part.strip())


def _of(ids: Collection[str]) -> str:
    return f" of {', '.join(sorted(ids))}" if ids else ""


def _guess(unknown: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(unknown, sorted(known), n=1, cutoff=0.5)
    return f"; did you mean '{near[0]}'?" if near else ""
