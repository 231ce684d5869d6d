"""The Python interface: load a statement's rule set once, check as many texts as you like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike

from claimcheck.judging.judge import Judge, choose
from claimcheck.result import Result
from claimcheck.rulesets.load import load_claims, load_shipped, load_text
from claimcheck.rulesets.model import RuleSet


class Checker:
    """Checks texts against one or more rule sets. Safe to share between threads: it never changes."""

    def __init__(self, rulesets: Iterable[RuleSet]) -> None:
        self.rulesets = tuple(rulesets)
        if not self.rulesets:
            raise ValueError("a Checker needs at least one rule set")
        self._judges = tuple(Judge(ruleset) for ruleset in self.rulesets)

    @classmethod
    def default(cls) -> Checker:
        """The shipped rule set (Microsoft on its partnership with OpenAI), whatever folder this is."""
        return cls([load_shipped()])

    @classmethod
    def from_path(cls, path: str | PathLike[str]) -> Checker:
        """A rule set ``.yaml``, a folder of them, or a plain statement ``.txt``, ``.md`` or ``.html``.

        Raises ``ClaimcheckError`` where the path is missing, unreadable or not a valid rule set.
        """
        return cls(load_claims(path))

    @classmethod
    def from_statement(cls, text: str, name: str = "statement") -> Checker:
        """A plain statement whose sentences serve as its assertions. Raises ``ClaimcheckError`` where
        the text holds no sentence."""
        return cls([load_text(text, name)])

    def check(self, text: str) -> Result:
        """The verdict on one headline, rumour or sentence. Any string is answered, the empty one too."""
        return choose([judge.judge(text) for judge in self._judges])

    def check_many(self, texts: Iterable[str]) -> Iterator[Result]:
        """The verdicts on many texts, in order, one at a time and in constant memory."""
        return map(self.check, texts)
