"""Paths that lead nowhere, in circles, or to what is no file: a message at the place, exit code 2."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Ran

from claimcheck.documents import read
from claimcheck.errors import ClaimcheckError

Cli = Callable[..., Ran]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files of POSIX")

FALSE = "Microsoft walks away from OpenAI.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good draft and every kind of bad path."""
    (tmp_path / "good.md").write_text(FALSE, "utf-8")
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "up").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("loop.md", "loop.md: cannot be read (Too many levels of symbolic links)"),
        ("gone.md", "gone.md: cannot be read (No such file or directory)"),
        ("nowhere.md", "nowhere.md: cannot be read (No such file or directory)"),
        ("good.md/x.md", "good.md/x.md: cannot be read (Not a directory)"),
        ("folder.md", "folder.md: no draft in this folder"),
        ("a" * 5000, "cannot be read (File name too long)"),
        ("a\0b.md", "a\\x00b.md: cannot be read"),
        ("/proc/self/mem", "/proc/self/mem: cannot be read"),
        ("/dev/null", ""),
    ],
)
def test_the_rest_is_judged(cli: Cli, folder: Path, path: str, message: str) -> None:
    if path.startswith("/") and not Path(path).exists():
        pytest.skip(f"there is no {path}")
    ran = cli("lint", "--isolated", path, str(folder / "good.md"))
    assert message in ran.err
    assert ran.code == (2 if message else 1)
    assert "good.md:1:1" in ran.out


@pytest.mark.parametrize(
    "command", [["check", "--claims"], ["check", "-q", "--claims", "good.txt", "--claims"]]
)
@pytest.mark.parametrize("path", ["loop.md", "gone.md", "nowhere", "folder.md", "/proc/self/mem", "a\0b.txt"])
def test_claims_that_cannot_be_read(cli: Cli, folder: Path, command: list[str], path: str) -> None:
    (folder / "good.txt").write_text("Azure stays the host.", "utf-8")
    ran = cli(*command, path, "Azure stays")
    assert ran.code == 2
    assert path.replace("\0", "\\x00") in ran.err
    assert ran.out == ""


def test_a_walk_passes_by_circles_and_pipes(cli: Cli, folder: Path) -> None:
    ran = cli("lint", "--isolated", str(folder))
    assert ran.code == 1
    assert ran.out.count("walks away") >= 1
    assert "1 sentence checked" in ran.err


@pytest.mark.parametrize("name", ["claims", "other"])
def test_a_pipe_among_the_claims_is_never_waited_for(cli: Cli, tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    os.mkfifo(tmp_path / name / "a.yaml")
    if name == "claims":
        ran = cli("check", "Azure stays")  # holds no rule set: the shipped one it is
        assert "checking against microsoft-openai" in ran.err
    else:
        ran = cli("check", "--claims", name, "Azure stays")
        assert ran.err == "error: other/a.yaml: a pipe or a device, not a file; fix: delete it\n"
        assert ran.code == 2


def test_a_link_in_circles_among_the_claims_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.yaml").symlink_to("a.yaml")
    ran = cli("check", "--claims", "other", "Azure stays")
    assert ran.code == 2
    assert "other/a.yaml: cannot be read" in ran.err


def test_a_pipe_without_a_writer_is_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "PATIENCE", 0)
    with pytest.raises(ClaimcheckError, match=r"pipe\.md: cannot be read \(a pipe, and nothing has written"):
        read.read_text(folder / "pipe.md")


def test_a_pipe_with_a_writer_is_read_to_its_end(folder: Path) -> None:
    writer = threading.Thread(target=lambda: (folder / "pipe.md").write_text(FALSE * 5000, "utf-8"))
    writer.start()
    assert read.read_text(folder / "pipe.md") == FALSE * 5000
    writer.join()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--config", "loop.md", "good.md"],
        ["--baseline", "loop.md", "good.md"],
        ["--baseline", "folder.md", "good.md"],
        ["--config", "folder.md", "good.md"],
    ],
)
@pytest.mark.usefixtures("folder")
def test_settings_at_bad_paths(cli: Cli, arguments: list[str]) -> None:
    ran = cli("lint", *arguments)
    assert ran.code == 2
    assert "folder.md" in ran.err or "loop.md" in ran.err


@pytest.mark.usefixtures("folder")
def test_standard_input_may_be_called_anything(cli: Cli) -> None:
    ran = cli(
        "lint", "--isolated", "--exclude", "old", "--stdin-filename", "loop.md", "-", stdin=FALSE.encode()
    )
    assert ran.code == 1
    assert "loop.md:1:1" in ran.out


def test_a_link_in_circles_among_the_changed_files(cli: Cli, tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("commit", "-q", "--allow-empty", "-m", "a")
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "good.md").write_text(FALSE, "utf-8")
    ran = cli("lint", "--isolated", "--changed-since", "HEAD", ".")
    assert ran.code == 1
    assert "good.md:1:1" in ran.out
