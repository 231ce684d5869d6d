"""At a terminal: colour, width, the prompt to paste and the progress bar."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import ANSI

pty = pytest.importorskip("pty", reason="needs a POSIX terminal")

RUN = "from claimcheck.cli.main import run; run()"


def at_terminal(
    *args: str, cwd: Path, typed: bytes = b"", width: int = 80, **streams: object
) -> tuple[int, str]:
    """Run claimcheck with a terminal as stdin, stdout and stderr, except for the ``streams`` given."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    env = {**os.environ, "TERM": "xterm-256color", "HOME": str(cwd)}
    env.pop("NO_COLOR", None)
    ends = {"stdin": theirs, "stdout": theirs, "stderr": theirs, **streams}
    process = subprocess.Popen([sys.executable, "-c", RUN, *args], cwd=cwd, env=env, **ends)  # type: ignore[call-overload]
    os.close(theirs)
    shown, deadline = b"", time.monotonic() + 30
    while time.monotonic() < deadline and select.select([ours], [], [], 30)[0]:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how Linux reports that the other side has closed
            break
        if not piece:
            break
        shown += piece
        if typed and b"Paste headlines" in shown:
            os.write(ours, typed)
            typed = b""
    os.close(ours)
    return process.wait(30), shown.decode("utf-8").replace("\r\n", "\n")


def test_a_prompt_to_paste_then_an_answer_at_once(tmp_path: Path) -> None:
    code, shown = at_terminal("check", "--fail-on", "never", cwd=tmp_path, typed=b"Azure is out\n\x04")
    assert code == 0
    assert shown.index("Paste headlines") < shown.index("by the statement (undated)")


@pytest.mark.parametrize("width", [80, 40])
def test_colour_and_width(tmp_path: Path, width: int) -> None:
    text = "Microsoft and OpenAI have a word with [red]one another[/red] about a great many things"
    code, shown = at_terminal("check", "-q", "--fail-on", "never", text, cwd=tmp_path, width=width)
    assert code == 0
    assert "\x1b[" in shown
    lines = ANSI.sub("", shown).splitlines()
    assert max(map(len, lines)) <= width
    assert text.split() == " ".join(lines[1:5]).split()[: len(text.split())]


def test_the_progress_bar_leaves_stdout_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Azure is out\nAzure is in\n")
    with (tmp_path / "out").open("wb") as out:
        args = ("batch", "--fail-on", "never", "-f", "csv", "a.txt")
        code, shown = at_terminal(*args, cwd=tmp_path, stdout=out)
    assert code == 0
    assert "100% 2 rows" in ANSI.sub("", shown)
    assert (tmp_path / "out").read_text().count("Azure is") >= 2
    assert "\x1b" not in (tmp_path / "out").read_text()
