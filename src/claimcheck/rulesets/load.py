"""A path, or the text of a statement, to rule sets: the only way in."""

from __future__ import annotations

from dataclasses import replace
from os import PathLike
from pathlib import Path

from claimcheck.documents.read import read_text
from claimcheck.documents.segment import Segment
from claimcheck.errors import ClaimcheckError, LocatedError, Problem
from claimcheck.rulesets.cache import Cache
from claimcheck.rulesets.model import RuleSet

RULESET_SUFFIXES = (".yaml", ".yml")
TEXT_SUFFIXES = (".txt", ".text")
MARKUP_SUFFIXES = (".md", ".markdown", ".html", ".htm")

SHIPPED = "microsoft-openai.yaml"

# A statement of 2 MB is longer than most novels; beyond it the path is surely the wrong file.
MAX_BYTES = 2_000_000


def load_claims(path: str | PathLike[str]) -> list[RuleSet]:
    """The rule sets at ``path``, at least one.

    ``path`` is a rule set (``.yaml``, ``.yml``), a folder (its ``*.yaml`` and ``*.yml``, not deeper, in
    name order) or a plain statement (``.txt``, ``.md``, ``.html``) whose sentences serve as the claims.
    Raises ``LocatedError`` with every problem of a rule set at once, and ``ClaimcheckError`` where the
    path is missing, unreadable, empty or of no known kind. A rule set that has not changed since an
    earlier run comes from the cache.
    """
    place = Path(path)
    with Cache() as cache:
        try:
            if place.is_dir():
                return _load_folder(place, cache)
        except (OSError, ValueError) as error:
            raise ClaimcheckError(f"{place}: cannot be read ({error})") from error
        return [_load_file(place, cache)]


def load_shipped() -> RuleSet:
    """The rule set that comes with claimcheck: Microsoft on its partnership with OpenAI."""
    with Cache() as cache:
        return _load_file(shipped_path(), cache)


def load_text(text: str, name: str = "statement") -> RuleSet:
    """The sentences of a plain statement as a rule set; ``name`` becomes the statement's id.

    Raises ``ClaimcheckError`` where the text holds no sentence.
    """
    from claimcheck.rulesets.statement import read_statement

    return read_statement(text, name)


def load_pasted(text: str, name: str = "statement") -> RuleSet:
    """The same for a text whose file name is not known: a web page is told by how it begins.

    Raises ``ClaimcheckError`` where the text holds no sentence.
    """
    if not text.lstrip()[:15].lower().startswith(("<!doctype html", "<html")):
        return load_text(text, name)
    from claimcheck.documents.prose import read_prose
    from claimcheck.rulesets.statement import read_segments

    return read_segments(read_prose(text, f"{name}.html").segments, name)


def read_source(path: Path) -> str:
    """The text of a rule set or statement file. Raises ``ClaimcheckError`` where it cannot be read."""
    return read_text(path, limit=MAX_BYTES)


def read_statement_prose(path: Path) -> str:
    """The prose of a statement file, markup taken out, to look quotes up in."""
    text = read_source(path)
    if path.suffix.lower() in MARKUP_SUFFIXES:
        return "\n".join(segment.text for segment in _segments(text, path))
    return text


def _segments(text: str, path: Path) -> tuple[Segment, ...]:
    from claimcheck.documents.prose import read_prose

    return read_prose(text, path.name).segments


def shipped_path() -> Path:
    """Where the shipped rule set lies: inside the package in a wheel, beside ``src`` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "claims", package.parent.parent / "claims"):
        if (folder / SHIPPED).is_file():
            return folder / SHIPPED
    raise ClaimcheckError(f"the shipped rule set {SHIPPED} is missing; fix: install claimcheck again")


def _load_folder(folder: Path, cache: Cache) -> list[RuleSet]:
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() in RULESET_SUFFIXES)
    if not files:
        raise ClaimcheckError(f"{folder}: no rule set (*.yaml) in this folder")
    rulesets: list[RuleSet] = []
    problems: list[Problem] = []
    for file in files:
        if file.exists() and not (file.is_file() or file.is_dir()):
            raise ClaimcheckError(f"{file}: a pipe or a device, not a file; fix: delete it")
        try:
            rulesets.append(_load_file(file, cache))
        except LocatedError as error:
            problems += error.problems
    if problems:
        raise LocatedError(problems)
    return rulesets


def _load_file(path: Path, cache: Cache) -> RuleSet:
    suffix = path.suffix.lower()
    text = read_source(path)
    if suffix in RULESET_SUFFIXES:
        return _load_ruleset(text, path, cache)
    if suffix in MARKUP_SUFFIXES:
        from claimcheck.rulesets.statement import read_segments

        return replace(read_segments(_segments(text, path), path.stem), source=str(path))
    if suffix in TEXT_SUFFIXES:
        return replace(load_text(text, path.stem), source=str(path))
    raise ClaimcheckError(
        f"{path}: not a rule set (.yaml) nor a statement (.txt, .md, .html); fix: rename the file"
    )


def _load_ruleset(text: str, path: Path, cache: Cache) -> RuleSet:
    known = cache.find(text)
    if known is not None:
        return replace(known, source=str(path))
    from claimcheck.rulesets.parse import parse_ruleset

    ruleset = parse_ruleset(text, str(path))
    cache.keep(text, ruleset)
    return ruleset
