"""The Python interface: load a statement's rule set once, check as many texts as you like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from os import PathLike

from claimcheck.judging.choosing import Panel
from claimcheck.judging.sureness import as_score, sure_enough
from claimcheck.result import Result
from claimcheck.rulesets.load import load_claims, load_shipped, load_text
from claimcheck.rulesets.model import RuleSet
from claimcheck.rulesets.succession import day, succession


class Checker:
    """Checks texts against one or more rule sets. Safe to share between threads: it never changes.

    It may be sent to other processes as well (pickled): only its rule sets travel, some kilobytes, and each
    process makes the checker from them once, however often it arrives.

    With ``as_of`` (an ISO day: ``2026-03-31``) it judges as of that day: statements of a later day do not
    count, and retire nothing; undated ones count on any day. ``rulesets`` are those that count, and ``as_of``
    is that day. Without it all statements count, each but for what later ones retire.

    With ``min_score`` (0..1) a text whose verdict has a lower score is ``not_addressed``; the reason tells
    what the verdict would have been. With 0 every verdict is given.
    """

    def __init__(
        self, rulesets: Iterable[RuleSet], *, as_of: str | None = None, min_score: float = 0
    ) -> None:
        """Raises ``ClaimcheckError`` where ``as_of`` is no day or no statement had been made by then, and
        where ``min_score`` is no number in 0..1."""
        given = tuple(rulesets)
        if not given:
            raise ValueError("a Checker needs at least one rule set")
        self.min_score = as_score(min_score)
        standing = succession(given, day(as_of) if as_of is not None else None)
        self.rulesets = standing.standing
        self.as_of = standing.as_of
        self._panel = Panel(standing)

    @classmethod
    def default(cls, *, as_of: str | None = None, min_score: float = 0) -> Checker:
        """The shipped rule set (Microsoft on its partnership with OpenAI), whatever folder this is."""
        return cls([load_shipped()], as_of=as_of, min_score=min_score)

    @classmethod
    def from_path(
        cls, path: str | PathLike[str], *, as_of: str | None = None, min_score: float = 0
    ) -> Checker:
        """A rule set ``.yaml``, a folder of them, or a plain statement ``.txt``, ``.md`` or ``.html``.

        Raises ``ClaimcheckError`` where the path is missing, unreadable or not a valid rule set.
        """
        return cls(load_claims(path), as_of=as_of, min_score=min_score)

    @classmethod
    def from_statement(
        cls, text: str, name: str = "statement", *, as_of: str | None = None, min_score: float = 0
    ) -> Checker:
        """A plain statement whose sentences serve as its assertions. Raises ``ClaimcheckError`` where
        the text holds no sentence."""
        return cls([load_text(text, name)], as_of=as_of, min_score=min_score)

    def check(self, text: str) -> Result:
        """The verdict on one headline, rumour or sentence. Any string is answered, the empty one too."""
        return sure_enough(self._panel.judge(text), self.min_score)

    def check_many(self, texts: Iterable[str]) -> Iterator[Result]:
        """The verdicts on many texts, in order, one at a time and in constant memory."""
        return map(self.check, texts)

    def __reduce__(self) -> tuple[Callable[..., Checker], tuple[tuple[RuleSet, ...], str | None, float]]:
        return _arrived, (self.rulesets, self.as_of, self.min_score)


# A worker may get the same checker anew with every task; for a long statement it takes a while to make.
@lru_cache(maxsize=4)
def _arrived(rulesets: tuple[RuleSet, ...], as_of: str | None, min_score: float) -> Checker:
    return Checker(rulesets, as_of=as_of, min_score=min_score)
