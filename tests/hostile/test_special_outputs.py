"""Output to what is no ordinary file: pipes, devices, folders and links that lead anywhere or nowhere."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.hostile.child import command, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files of POSIX")

# A program that opens a pipe which nobody reads waits for ever.
PATIENCE = 60

WRITERS = {
    "batch": ["batch", "--isolated", "-q", "-f", "jsonl", "a.txt", "-o"],
    "lint": ["lint", "--isolated", "-q", "a.txt", "--output-file"],
}


@pytest.fixture(params=WRITERS)
def writer(request: pytest.FixtureRequest) -> str:
    """The name of a command that writes files."""
    return str(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a false headline to check, and all that is in the way."""
    (tmp_path / "a.txt").write_text("Microsoft walks away from OpenAI.\n", "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "here").symlink_to("there")
    (tmp_path / "there").symlink_to("here")
    (tmp_path / "nowhere").symlink_to("gone/out")
    (tmp_path / "fresh").symlink_to("folder/new")
    (tmp_path / "old").write_text("old", "utf-8")
    (tmp_path / "to old").symlink_to("old")
    os.mkfifo(tmp_path / "pipe")
    os.mkfifo(tmp_path / "half.part")
    return tmp_path


def given(writer: str, path: str) -> list[str]:
    """The command line of ``writer`` with the output ``path``."""
    return command(*WRITERS[writer], f"json={path}" if writer == "lint" else path)


def run(
    writer: str, path: str, folder: Path, stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    """What comes of ``writer`` with the output ``path``."""
    return subprocess.run(
        given(writer, path), cwd=folder, env=environment(folder), stdout=stdout, stderr=subprocess.PIPE,
        text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("pipe", "nobody reads this pipe; fix: start its reader first"),
        ("here", "Too many levels of symbolic links"),
        ("folder", "it is a folder"),
        ("nowhere", "No such file or directory"),
        ("socket", "it is neither a file nor a pipe"),
    ],
)
def test_what_cannot_be_written_stays_and_is_told(writer: str, folder: Path, path: str, reason: str) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        here = Path.cwd()
        os.chdir(folder)  # the name of a socket is short
        try:
            bound.bind("socket")
        finally:
            os.chdir(here)
        before = {one.name: one.lstat().st_mode for one in folder.iterdir()}
        ran = run(writer, path, folder)
    assert (ran.returncode, ran.stderr) == (2, f"error: {path}: cannot be written ({reason})\n")
    assert {one.name: one.lstat().st_mode for one in folder.iterdir()} == before


def test_a_part_that_is_a_pipe_is_not_waited_for(folder: Path) -> None:
    ran = run("batch", "half", folder)
    assert (ran.returncode, ran.stderr) == (
        2,
        "error: half: cannot be written (half.part is no ordinary file)\n",
    )


@pytest.mark.parametrize(("link", "target"), [("to old", "old"), ("fresh", "folder/new")])
def test_a_link_leads_to_the_file_that_is_written(writer: str, folder: Path, link: str, target: str) -> None:
    assert run(writer, link, folder).returncode == 1
    assert (folder / link).is_symlink()
    assert (folder / target).read_text("utf-8").startswith('{"schema_version')


@pytest.mark.parametrize("times", [1, 200], ids=["a row", "more than a pipe holds"])
def test_a_pipe_that_is_read_gets_everything(writer: str, folder: Path, times: int) -> None:
    (folder / "a.txt").write_text("Microsoft walks away from OpenAI.\n" * times, "utf-8")
    with (
        (folder / "read").open("w") as file,
        subprocess.Popen(["cat", "pipe"], cwd=folder, stdout=file) as cat,
    ):
        with (folder / "pipe").open("w"):  # which waits for the reader
            ran = run(writer, "pipe", folder)
        cat.wait(PATIENCE)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert (folder / "read").read_text("utf-8").count('"verdict": "contradicted", "score"') == times
    assert (folder / "pipe").is_fifo()


def test_dev_null_takes_everything(writer: str, folder: Path) -> None:
    before = Path("/dev/null").stat()
    ran = run(writer, "/dev/null", folder)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert Path("/dev/null").stat().st_ino == before.st_ino


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="there is no /dev/stdout")
def test_stdout_by_its_name_is_a_pipe_or_a_file(writer: str, folder: Path) -> None:
    piped = run(writer, "/dev/stdout", folder)
    assert (piped.returncode, piped.stderr) == (1, "")
    assert piped.stdout.startswith('{"schema_version')
    assert ("a.txt:1:1: error" in piped.stdout) == (writer == "lint")  # its report for a reader comes behind
    with (folder / "log").open("a") as log:
        log.write("before\n")
        log.flush()
        assert run(writer, "/dev/stdout", folder, log.fileno()).returncode == 1
    assert (folder / "log").read_text("utf-8") == f"before\n{piped.stdout}"
