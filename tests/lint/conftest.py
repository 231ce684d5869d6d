"""``claimcheck lint`` with the engine of a few words."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.lint.fake import FakeChecker


@pytest.fixture
def fake_engine(monkeypatch: pytest.MonkeyPatch) -> list[list[str] | None]:
    """Puts the fake engine in the place of the real one; gives the claims each run asked for."""
    asked: list[list[str] | None] = []

    def load(claims: list[str] | None, **_: Any) -> FakeChecker:
        asked.append(claims)
        return FakeChecker()

    monkeypatch.setattr("claimcheck.cli.lint.load_checker", load)
    return asked


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """``git("add", ".")`` in a fresh repository at ``tmp_path``."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")

    def run(*arguments: str) -> str:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(
            ["git", *who, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        return done.stdout

    run("init", "-q", "-b", "main")
    return run
