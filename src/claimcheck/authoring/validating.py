"""Rule set files checked one by one, with all that is wrong in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.rulesets.load import RULESET_SUFFIXES, read_source
from claimcheck.rulesets.model import RuleSet
from claimcheck.rulesets.parse import parse_ruleset


def ruleset_files(paths: Iterable[str]) -> Iterator[Path]:
    """The rule set files that ``paths`` name: files as they are, folders by their ``*.yaml``, not deeper.

    A folder without any is given back itself, for ``validate_file`` to complain about. Raises
    ``ClaimcheckError`` where a folder cannot be read.
    """
    for path in map(Path, paths):
        try:
            inside = list(path.iterdir()) if path.is_dir() else []
        except OSError as error:
            raise ClaimcheckError(f"{path}: cannot be read ({error.strerror or error})") from error
        yield from sorted(file for file in inside if file.suffix.lower() in RULESET_SUFFIXES) or [path]


def validate_file(path: Path, statement: str | None = None) -> RuleSet:
    """The rule set at ``path``, valid. With the text of its ``statement``, its quotes are looked up there.

    Raises ``LocatedError`` with every problem found, and ``ClaimcheckError`` where ``path`` is no rule set.
    """
    if path.is_dir():
        raise ClaimcheckError(f"{path}: no rule set (*.yaml) in this folder")
    if path.suffix.lower() not in RULESET_SUFFIXES:
        raise ClaimcheckError(f"{path}: not a rule set; fix: name a .yaml file")
    return parse_ruleset(read_source(path), str(path), statement=statement)
