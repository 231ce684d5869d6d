"""From the paths given to the drafts to be judged."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimcheck.documents.prose import SUFFIXES
from claimcheck.documents.read import STDIN
from claimcheck.errors import ClaimcheckError
from claimcheck.linting.git import git_files

# Folders of other people's texts, where git is not there to say so.
_FOREIGN = frozenset(("node_modules", "venv", "__pycache__", "site-packages"))


@dataclass(frozen=True, slots=True)
class Globs:
    """Patterns below ``folder``: ``*`` and ``?`` stay within a name, ``**`` crosses folders; a pattern
    without a slash holds for the name of a file or folder at any depth; a folder holds for all in it."""

    folder: Path
    patterns: tuple[str, ...] = ()

    def match(self, path: Path) -> bool:
        """Does any pattern hold for ``path``?"""
        if not self.patterns:
            return False
        relative = os.path.relpath(os.path.realpath(path), os.path.realpath(self.folder)).replace(os.sep, "/")
        return any(_holds(_pieces(pattern), relative) for pattern in self.patterns)


@dataclass(frozen=True, slots=True)
class Selection:
    """``paths`` to be read, in order, each once; ``failures`` say what is wrong with those that cannot;
    ``left_out`` counts files that the settings exclude or that have not changed."""

    paths: tuple[str, ...]
    failures: tuple[str, ...]
    left_out: int


def select(
    given: Sequence[str], include: Globs, exclude: Globs, changed: frozenset[Path] | None = None
) -> Selection:
    """The drafts at the paths ``given``: a file, ``-``, or a folder with all drafts below it.

    Folders are searched for Markdown, plain text and HTML; hidden files, and what git ignores, are left
    out. ``include`` (where it has patterns) and ``exclude`` hold for every file, also those given by name.
    ``changed``, where given, are the only files wanted.
    """
    found: dict[str, None] = {}
    failures: list[str] = []
    left_out = 0
    for path in given:
        if path == STDIN:
            found[path] = None
            continue
        try:
            drafts = list(_drafts(path, failures))
        except (OSError, ValueError) as error:
            failures.append(_unread(path, error))
            continue
        except ClaimcheckError as error:
            failures.append(str(error))
            continue
        for draft in drafts:
            place = Path(draft)
            if (
                (include.patterns and not include.match(place))
                or exclude.match(place)
                or (changed is not None and Path(os.path.realpath(place)) not in changed)
            ):
                left_out += 1
            else:
                found[draft] = None
    return Selection(tuple(found), tuple(failures), left_out)


def _unread(path: str, error: OSError | ValueError) -> str:
    return f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})"


def _drafts(path: str, failures: list[str]) -> Iterator[str]:
    """The drafts at ``path``; what cannot be read on the way is added to ``failures``."""
    place = Path(path)
    if not place.is_dir():
        place.stat()  # a missing file is told here, where its path is as given
        yield path
        return
    files = git_files(place)
    drafts = sorted(
        str(file)
        for file in (_walk(place, failures) if files is None else files)
        if file.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in file.relative_to(place).parts)
        and file.is_file()
    )
    if not drafts:
        raise ClaimcheckError(
            f"{path}: no draft in this folder (.md, .txt, .html; what git ignores is left out)"
        )
    yield from drafts


def _walk(folder: Path, failures: list[str]) -> Iterator[Path]:
    for root, folders, names in os.walk(
        folder, onerror=lambda error: failures.append(_unread(error.filename, error))
    ):
        folders[:] = sorted(name for name in folders if name not in _FOREIGN and not name.startswith("."))
        yield from (Path(root) / name for name in names)


@cache
def _pieces(pattern: str) -> tuple[str, ...]:
    """The wildcards and the words between them; a pattern without a slash holds at any depth."""
    anchored = "/" in pattern.rstrip("/")
    bare = pattern.strip("/").removeprefix("./")
    return tuple(re.findall(r"\*\*/?|[*?]|[^*?]+", bare if anchored else f"**/{bare}"))


def _holds(pieces: Sequence[str], path: str) -> bool:
    """Does the pattern hold for ``path`` or a folder on the way to it?

    Goes over the pattern once with all places of the path that it can have reached: no pattern, however
    many wildcards it has, takes longer than its length times that of the path.
    """
    reached = {0}
    for piece in pieces:
        if not reached:
            return False
        reached = set(_reached(piece, path, reached))
    return any(at == len(path) or path[at] == "/" for at in reached)


def _reached(piece: str, path: str, reached: set[int]) -> Iterator[int]:
    if piece in ("**", "**/"):
        first = min(reached)
        if piece == "**":
            yield from range(first, len(path) + 1)
        else:
            yield from reached
            yield from (at + 1 for at in range(first, len(path)) if path[at] == "/")
    elif piece == "*":
        name_end = -1
        for at in sorted(reached):
            if at > name_end:  # else the places up to the end of this name are told already
                name_end = path.find("/", at)
                name_end = len(path) if name_end < 0 else name_end
                yield from range(at, name_end + 1)
    elif piece == "?":
        yield from (at + 1 for at in reached if at < len(path) and path[at] != "/")
    else:
        yield from (at + len(piece) for at in reached if path.startswith(piece, at))


def project_path(path: str, root: Path) -> str:
    """``path`` below ``root`` with forward slashes; a path outside of it stays as it is."""
    try:
        return Path(os.path.realpath(path)).relative_to(os.path.realpath(root)).as_posix()
    except (ValueError, OSError):
        return path.replace(os.sep, "/")
