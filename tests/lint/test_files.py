"""Which files a pattern holds for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from claimcheck.linting.files import Globs, project_path, select


@pytest.mark.parametrize(
    ("pattern", "path", "holds"),
    [
        ("*.md", "a.md", True),
        ("*.md", "deep/down/a.md", True),
        ("*.md", "a.mdx", False),
        ("archive", "archive/a.md", True),
        ("archive", "deep/archive/b/a.md", True),
        ("archive/", "archive/a.md", True),
        ("archive", "archives/a.md", False),
        ("drafts/*.md", "drafts/a.md", True),
        ("drafts/*.md", "drafts/deep/a.md", False),
        ("drafts/*.md", "old/drafts/a.md", False),
        ("drafts/**/*.md", "drafts/a.md", True),
        ("drafts/**/*.md", "drafts/very/deep/a.md", True),
        ("**/old/*", "x/old/a.md", True),
        ("./drafts/a.md", "drafts/a.md", True),
        ("/a.md", "a.md", True),
        ("a?.md", "ab.md", True),
        ("a?.md", "a/.md", False),
        ("a.md", "axmd", False),
        ("[a].md", "[a].md", True),
        ("[a].md", "a.md", False),
    ],
)
def test_a_pattern_holds(tmp_path: Path, pattern: str, path: str, holds: bool) -> None:
    assert Globs(tmp_path, (pattern,)).match(tmp_path / path) == holds


def test_no_pattern_holds_for_nothing(tmp_path: Path) -> None:
    assert not Globs(tmp_path).match(tmp_path / "a.md")


def test_a_path_outside_of_the_project_stays_as_it_is(tmp_path: Path) -> None:
    assert project_path(str(tmp_path / "d" / "a.md"), tmp_path) == "d/a.md"
    assert project_path("/elsewhere/a.md", tmp_path) == "/elsewhere/a.md"


def test_a_folder_that_cannot_be_read_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "draft.md").write_text("Rain.", "utf-8")
    usual = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path)

    monkeypatch.setattr(os, "scandir", refuse)
    selection = select([str(tmp_path)], Globs(tmp_path), Globs(tmp_path))
    assert selection.paths == (str(tmp_path / "draft.md"),)
    assert selection.failures == (f"{tmp_path / 'locked'}: cannot be read (Permission denied)",)
