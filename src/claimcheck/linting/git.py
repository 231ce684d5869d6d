"""What git knows of the files at hand: its root, what it ignores, what has changed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from claimcheck.errors import ClaimcheckError


def git_root(folder: Path) -> Path | None:
    """The root of the checkout around ``folder``, or ``None`` where there is none (or no git)."""
    found = _git(folder, "rev-parse", "--show-toplevel")
    return Path(found.rstrip("\n")) if found else None


def git_files(folder: Path) -> list[Path] | None:
    """The files below ``folder`` that git tracks or would track (.gitignore is respected), or ``None``
    where ``folder`` is in no checkout."""
    listed = _git(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if listed is None:
        return None
    return [folder / name for name in dict.fromkeys(listed.split("\0")) if name]


def changed_since(revision: str, folder: Path) -> set[Path]:
    """The files, resolved, that differ from where ``revision`` and the checkout parted, new ones included.

    Raises ``ClaimcheckError`` where ``folder`` is in no checkout or there is no such revision.
    """
    root = git_root(folder)
    if root is None:
        raise ClaimcheckError(f"--changed-since: no git checkout here ({_complaint(folder)})")
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not commit:
        raise ClaimcheckError(
            f"--changed-since: git knows no revision {revision!r}; fix: fetch it (CI often fetches only one)"
        )
    # What others changed since the branch was made is not the branch's doing.
    base = _git(root, "merge-base", commit.strip(), "HEAD") or commit
    changed = _git(root, "diff", "--name-only", "-z", "--diff-filter=d", base.strip()) or ""
    new = _git(root, "ls-files", "-z", "--others", "--exclude-standard") or ""
    return {Path(os.path.realpath(root / name)) for name in (changed + new).split("\0") if name}


def _complaint(folder: Path) -> str:
    """Why git finds no checkout, in its own words: containers often have one that it does not trust."""
    try:
        done = subprocess.run(["git", "rev-parse"], cwd=folder, capture_output=True, check=False)
    except OSError:
        return "git is not installed"
    return done.stderr.decode("utf-8", "replace").strip().split("\n")[0]


def _git(folder: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
    except OSError:
        return None
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None
