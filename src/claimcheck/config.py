"""A project's settings: ``.claimcheck.toml``, or ``[tool.claimcheck]`` in ``pyproject.toml``."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from claimcheck.documents.read import read_text
from claimcheck.errors import ClaimcheckError, LocatedError, Problem
from claimcheck.judging.sureness import as_score

Severity = Literal["error", "warning", "off"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "off")
FAIL_LEVELS = ("contradicted", "not-addressed", "never")
KEYS = ("claims", "exclude", "fail-on", "include", "min-score", "severity", "strict-quotes")

OWN_FILE = ".claimcheck.toml"
PROJECT_FILE = "pyproject.toml"

# A settings file is a page at most.
MAX_BYTES = 1_000_000

# A line up to what ends its keys, and each key in it, bare or in quotation marks.
_HEAD = re.compile(r"""(?:"[^"]*"|'[^']*'|[^"'=\]])*""")
_KEY = re.compile(r""""([^"]*)"|'([^']*)'|([^\s."'=\[\]]+)""")
_SECTION = re.compile(r"[ \t]*\[tool\.claimcheck[\].]")
# Python converts no longer ones: int('9' * 5000) raises.
_LONG_NUMBER = re.compile(r"[\d_]{1000,}")
# The standard library's reader takes seconds for a key of thousands of names; ours have two.
_DEEP_KEY = re.compile(r"(?<![\w.-])(?:[\w-]++[ \t]*+\.[ \t]*+){100}")


@dataclass(frozen=True, slots=True)
class Config:
    """What a project has settled; without a file all of it is as if nothing were said.

    ``claims`` are absolute paths (the file's are relative to its folder). ``include`` and ``exclude`` are
    globs below ``folder``. ``fail_on`` is one of ``contradicted``, ``not_addressed``, ``never``, or
    ``None``. ``min_score`` is in 0..1. ``severity`` goes by claim id.
    """

    path: Path | None = None
    claims: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str | None = None
    min_score: float = 0
    strict_quotes: bool = False
    severity: Mapping[str, Severity] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Where the globs start: the file's folder, or the current one."""
        return self.path.parent if self.path else Path.cwd()


def find_config(start: Path) -> Path | None:
    """The settings file that holds in folder ``start``: in it or above it, up to the root of the git
    checkout or the home folder. A ``pyproject.toml`` counts only with a ``[tool.claimcheck]`` section."""
    start = start.resolve()
    home = _home()
    for folder in (start, *start.parents):
        if (folder / OWN_FILE).is_file():
            return folder / OWN_FILE
        project = folder / PROJECT_FILE
        if project.is_file() and _has_section(project):
            return project
        if folder == home or (folder / ".git").exists():
            return None
    return None


def load_config(path: str | Path) -> Config:
    """The settings in the file at ``path``.

    Raises ``LocatedError`` with every mistake in it at once (unknown keys with a suggestion, wrong types
    and values), and ``ClaimcheckError`` where it cannot be read.
    """
    place = Path(os.path.realpath(path))
    text = read_text(path, limit=MAX_BYTES)
    table = _section(_parse(text, str(path)), place.name)
    reader = _Reader(text, str(path), place.parent)
    config = Config(
        path=place,
        claims=tuple(str(place.parent / claim) for claim in reader.strings(table, "claims")),
        include=reader.strings(table, "include"),
        exclude=reader.strings(table, "exclude"),
        fail_on=reader.fail_on(table),
        min_score=reader.min_score(table),
        strict_quotes=reader.flag(table, "strict-quotes"),
        severity=reader.severity(table),
    )
    reader.reject_unknown(table)
    if reader.problems:
        raise LocatedError(sorted(reader.problems, key=lambda problem: problem.line))
    return config


def discover_config(start: Path) -> Config:
    """The settings that hold in folder ``start``, empty where there are none. Raises as ``load_config``."""
    path = find_config(start)
    return load_config(path) if path else Config()


class _Reader:
    """Takes values out of the section and collects what is wrong with them."""

    def __init__(self, text: str, name: str, folder: Path) -> None:
        self.lines = text.split("\n")
        self.name = name
        self.folder = folder
        self.problems: list[Problem] = []

    def strings(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        values = [value] if isinstance(value, str) else value
        if isinstance(values, list) and all(isinstance(one, str) and one for one in values):
            return tuple(values)
        self._complain(key, f"'{key}' must be a text or a list of texts")
        return ()

    def flag(self, table: Mapping[str, Any], key: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self._complain(key, f"'{key}' must be true or false")
            return False
        return value

    def fail_on(self, table: Mapping[str, Any]) -> str | None:
        value = table.get("fail-on")
        if value is None:
            return None
        if not isinstance(value, str) or value.replace("_", "-") not in FAIL_LEVELS:
            self._complain("fail-on", f"'fail-on' must be one of {', '.join(FAIL_LEVELS)}")
            return None
        return value.replace("-", "_")

    def min_score(self, table: Mapping[str, Any]) -> float:
        try:
            return as_score(table.get("min-score", 0))
        except ClaimcheckError:
            self._complain("min-score", "'min-score' must be a number from 0 to 1")
            return 0

    def severity(self, table: Mapping[str, Any]) -> dict[str, Severity]:
        value = table.get("severity", {})
        if not isinstance(value, dict):
            self._complain("severity", "'severity' must be a table of claim ids")
            return {}
        found: dict[str, Severity] = {}
        for claim, level in value.items():
            if level in SEVERITIES:
                found[claim] = level
            else:
                self._complain(claim, f"the severity of '{claim}' must be one of {', '.join(SEVERITIES)}")
        return found

    def reject_unknown(self, table: Mapping[str, Any]) -> None:
        from difflib import get_close_matches

        for key in table:
            if key not in KEYS:
                near = get_close_matches(key.replace("_", "-").lower(), KEYS, n=1, cutoff=0.5)
                fix = f"did you mean '{near[0]}'?" if near else f"known keys: {', '.join(KEYS)}"
                self._complain(key, f"unknown key '{key}'", fix)

    def _complain(self, key: str, message: str, fix: str = "") -> None:
        line, column = self._places.get(key, (1, 1))
        source = self.lines[line - 1].rstrip() if key in self._places else ""
        self.problems.append(Problem(self.name, line, column, message, source, len(key), fix))

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        """Line and column of each key where it is first written: the standard library's TOML reader tells
        no places."""
        places: dict[str, tuple[int, int]] = {}
        section = next((at for at, line in enumerate(self.lines) if _SECTION.match(line)), 0)
        for number, line in enumerate(self.lines[section:], section + 1):
            head = _HEAD.match(line)
            for part in _KEY.finditer(line, 0, head.end() if head else 0):
                places.setdefault(part[part.lastindex or 0], (number, part.start(part.lastindex or 0) + 1))
        return places


def _parse(text: str, name: str) -> dict[str, Any]:
    import tomllib

    if deep := _DEEP_KEY.search(text):
        raise LocatedError([_at(deep.start(), text, name, "not valid settings: a key nested too deeply")])
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        lines = text.split("\n")
        # Without a place it is '(at end of document)'.
        line, column = (int(place[1]), int(place[2])) if place else (len(lines), len(lines[-1]) + 1)
        message = f"not valid TOML: {str(error).split(' (at ')[0]}"
        source = lines[line - 1].rstrip()
        raise LocatedError([Problem(name, line, column, message, source)]) from error
    except ValueError as error:
        found = _LONG_NUMBER.search(text)
        message = "a number of more digits than can be read"
        raise LocatedError([_at(found.start() if found else 0, text, name, message)]) from error
    except RecursionError as error:
        raise LocatedError([Problem(name, 1, 1, "not valid TOML: nested too deeply")]) from error


def _at(offset: int, text: str, name: str, message: str) -> Problem:
    line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return Problem(name, line, column, message)


def _section(table: Mapping[str, Any], name: str) -> dict[str, Any]:
    if name != PROJECT_FILE:
        return dict(table)
    tool = table.get("tool", {})
    section = tool.get("claimcheck", {}) if isinstance(tool, dict) else {}
    return section if isinstance(section, dict) else {}


def _has_section(project: Path) -> bool:
    # Read as bytes and only looked through: someone else's broken pyproject.toml is none of our business.
    try:
        with project.open("rb") as file:
            return (
                re.search(rb"^[ \t]*\[tool\.claimcheck[\].]", file.read(MAX_BYTES), re.MULTILINE) is not None
            )
    except OSError:
        return False


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None
