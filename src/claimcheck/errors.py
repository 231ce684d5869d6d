"""The errors a user is meant to read.

Everything that goes wrong because of the input (a file, an option, a rule set) is raised as a
``ClaimcheckError``; the command line prints its lines to stderr and exits with 2. Anything else that
escapes is a bug.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class ClaimcheckError(Exception):
    """An expected failure with a message for the user. ``str(error)`` is the whole message."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place of a file.

    ``line`` and ``column`` are 1-based, columns in code points; ``source`` is the line itself and
    ``length`` how many code points of it are meant (at least 1). ``fix`` says what to do, or is empty.
    """

    path: str
    line: int
    column: int
    message: str
    source: str = ""
    length: int = 1
    fix: str = ""

    def __str__(self) -> str:
        text = f"{self.path}:{self.line}:{self.column}: {self.message}"
        if self.source:
            shown = self.source.replace("\t", " ")
            width = max(1, min(self.length, len(shown) - self.column + 1))
            text += f"\n    {shown}\n    {' ' * (self.column - 1)}{'^' * width}"
        if self.fix:
            text += f"\n  fix: {self.fix}"
        return text


class LocatedError(ClaimcheckError):
    """All problems found in the input at once, in file order. ``problems`` is never empty."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
