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
        relative = os.path.relpath(path.resolve(), self.folder.resolve()).replace(os.sep, "/")
        return any(_compiled(pattern).match(relative) for pattern in self.patterns)


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
            drafts = list(_drafts(path))
        except (OSError, ValueError) as error:
            failures.append(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})")
            continue
        except ClaimcheckError as error:
            failures.append(str(error))
            continue
        for draft in drafts:
            place = Path(draft)
            if (
                (include.patterns and not include.match(place))
                or exclude.match(place)
                or (changed is not None and place.resolve() not in changed)
            ):
                left_out += 1
            else:
                found[draft] = None
    return Selection(tuple(found), tuple(failures), left_out)


def _drafts(path: str) -> Iterator[str]:
    place = Path(path)
    if not place.is_dir():
        place.stat()  # a missing file is told here, where its path is as given
        yield path
        return
    files = git_files(place)
    drafts = sorted(
        str(file)
        for file in (_walk(place) if files is None else files)
        if file.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in file.relative_to(place).parts)
        and file.is_file()
    )
    if not drafts:
        raise ClaimcheckError(
            f"{path}: no draft in this folder (.md, .txt, .html; what git ignores is left out)"
        )
    yield from drafts


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _FOREIGN and not name.startswith("."))
        yield from (Path(root) / name for name in names)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    anchored = "/" in pattern.rstrip("/")
    pieces = re.findall(r"\*\*/?|[*?]|[^*?]+", pattern.strip("/").removeprefix("./"))
    body = "".join(map(_piece, pieces))
    return re.compile(rf"{'' if anchored else '(?:.*/)?'}{body}(?:/.*)?\Z", re.DOTALL)


def _piece(piece: str) -> str:
    return {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(piece) or re.escape(piece)


def project_path(path: str, root: Path) -> str:
    """``path`` below ``root`` with forward slashes; a path outside of it stays as it is."""
    try:
        return Path(path).resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError):
        return path.replace(os.sep, "/")
