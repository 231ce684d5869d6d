"""Output that cannot be written, or must not be: a clear end, and no file that only looks whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Ran
from tests.hostile.child import command, environment

Cli = Callable[..., Ran]

FALSE = "Microsoft walks away from OpenAI.\n"
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with one false sentence."""
    path = tmp_path / "draft.md"
    path.write_text(FALSE, "utf-8")
    return path


def inputs(folder: Path) -> None:
    (folder / "link.md").symlink_to("draft.md")
    (folder / "hard.md").hardlink_to(folder / "draft.md")
    (folder / "set.txt").write_text("Azure stays the host.", "utf-8")
    (folder / "known.json").write_text('{"version": 1, "findings": []}', "utf-8")
    (folder / ".claimcheck.toml").write_text('claims = "set.txt"\n', "utf-8")


@pytest.mark.parametrize(
    "path",
    [
        "draft.md",
        "./draft.md",
        "x/../draft.md",
        "link.md",
        "hard.md",
        "set.txt",
        "known.json",
        ".claimcheck.toml",
    ],
)
def test_no_input_is_overwritten(cli: Cli, draft: Path, path: str) -> None:
    inputs(draft.parent)
    (draft.parent / "x").mkdir()
    before = {one: one.read_bytes() for one in draft.parent.iterdir() if one.is_file()}
    ran = cli("lint", "--baseline", "known.json", "--output-file", f"json={path}", "draft.md")
    assert ran.code == 2
    assert f"--output-file json={path}: would overwrite an input; fix: name another file" in ran.err
    assert {one: one.read_bytes() for one in draft.parent.iterdir() if one.is_file()} == before


def test_no_output_is_overwritten_by_the_next(cli: Cli, draft: Path) -> None:
    ran = cli("lint", "--output-file", "json=a.json", "--output-file", "sarif=./a.json", str(draft))
    assert ran.code == 2
    assert "sarif=./a.json: written to twice" in ran.err
    assert not (draft.parent / "a.json").exists()


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("folder", "folder: cannot be written (it is a folder)"),
        ("nowhere/a.json", "nowhere/a.json: cannot be written (No such file or directory)"),
        ("draft.md/a.json", "draft.md/a.json: cannot be written (Not a directory)"),
        pytest.param("/dev/full", "/dev/full: cannot be written (No space left on device)", marks=FULL),
    ],
)
def test_a_path_that_cannot_be_written(cli: Cli, draft: Path, path: str, message: str) -> None:
    (draft.parent / "folder").mkdir()
    before = sorted(draft.parent.iterdir())
    ran = cli("lint", "--isolated", "--output-file", f"json={path}", "draft.md")
    assert ran.code == 2
    assert message in ran.err
    assert sorted(draft.parent.iterdir()) == before
    assert draft.read_text("utf-8") == FALSE


def test_dots_and_links_lead_where_they_lead(cli: Cli, draft: Path) -> None:
    (draft.parent / "sub").mkdir()
    (draft.parent / "out.json").symlink_to("sub/real.json")
    assert cli("lint", "--isolated", "--output-file", "json=sub/../out.json", "draft.md").code == 1
    assert (draft.parent / "out.json").is_symlink()
    assert (draft.parent / "sub" / "real.json").read_text("utf-8").startswith("{")


@pytest.mark.skipif(sys.platform == "win32", reason="files of POSIX")
def test_a_file_keeps_its_old_content_where_the_disk_is_full(draft: Path) -> None:
    import resource

    (draft.parent / "out.json").write_text("old", "utf-8")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    done = subprocess.run(
        command("lint", "--isolated", "-q", "--output-file", "json=out.json", "draft.md"),
        cwd=draft.parent, env=environment(draft.parent), capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1])),
    )  # fmt: skip
    assert done.returncode == 2
    assert "out.json: cannot be written (File too large)" in done.stderr
    assert (draft.parent / "out.json").read_text("utf-8") == "old"
    assert sorted(path.name for path in draft.parent.iterdir()) == ["draft.md", "out.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="files of POSIX")
def test_half_a_drafted_rule_set_is_taken_away(draft: Path) -> None:
    import resource

    (draft.parent / "statement.txt").write_text("Azure stays the host. Nothing changes.\n" * 9, "utf-8")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    done = subprocess.run(
        command("rules", "draft", "statement.txt", "-o", "new.yaml"),
        cwd=draft.parent, env=environment(draft.parent), capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1])),
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "error: new.yaml: cannot be written (File too large)\n"
    assert not (draft.parent / "new.yaml").exists()


@FULL
@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["check", "--help"],
        ["rules", "--help"],
        ["rules", "schema"],
        ["rules", "list"],
        ["check", "--isolated", "Azure stays"],
        ["check", "--isolated", "--format", "json", "Azure stays"],
        ["lint", "--isolated", "draft.md"],
        ["lint", "--isolated", "--format", "sarif", "draft.md"],
    ],
)
def test_a_full_disk_behind_stdout(draft: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command(*arguments),
            cwd=draft.parent, env=environment(draft.parent), stdout=full, stderr=subprocess.PIPE,
            text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert "error: the results cannot be written (No space left on device)" in done.stderr
    assert "Traceback" not in done.stderr


@FULL
@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["check", "--isolated", "Microsoft walks away from OpenAI"], 1), (["--bogus"], 2)],
)
def test_a_full_disk_behind_stderr_costs_no_result(draft: Path, arguments: list[str], code: int) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command(*arguments),
            cwd=draft.parent, env=environment(draft.parent), stderr=full, stdout=subprocess.PIPE,
            text=True, check=False,
        )  # fmt: skip
    assert done.returncode == code
    assert ("CONTRADICTED" in done.stdout) == (code == 1)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["check", "--help"],
        ["rules", "--help"],
        ["rules", "schema"],
        ["check", "--isolated", "Azure stays"],
        ["lint", "--isolated", "--format", "json", "draft.md"],
    ],
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_gone(draft: Path, arguments: list[str], unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            command(*arguments),
            cwd=draft.parent, env={**environment(draft.parent), "PYTHONUNBUFFERED": unbuffered},
            stdout=writing, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    finally:
        os.close(writing)
    assert done.returncode == 141
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert "error" not in done.stderr


def test_a_bug_is_no_finding(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("claimcheck.checker.Checker.check", broken)
    ran = cli("check", "Azure stays")
    assert ran.code == 2  # 1 would tell a pipeline that something is contradicted
    assert "ZeroDivisionError: a bug" in ran.err
    assert "please report" in ran.err
