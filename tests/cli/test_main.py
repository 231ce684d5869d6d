"""The entry point: help, version, completion, and what is loaded for which command."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Ran

import claimcheck
from claimcheck.cli.main import COMMANDS

Cli = Callable[..., Ran]

LOADED = """
import sys
import typer
before = set(sys.modules)  # some versions of Typer bring rich along
from claimcheck.cli.main import run
sys.argv = ["claimcheck", *{args!r}]
try:
    run()
except SystemExit:
    print(*set(sys.modules) - before, file=sys.stderr)
"""


def loaded(*args: str) -> set[str]:
    """The modules that a run of claimcheck has loaded at its end, beside those of Typer itself."""
    code = LOADED.format(args=args)
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    return set(ran.stderr.split())


def test_version(cli: Cli) -> None:
    ran = cli("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"claimcheck {claimcheck.__version__}\n", "")


def test_help_teaches_with_examples_and_lists_every_command(cli: Cli) -> None:
    ran = cli("--help")
    assert ran.code == 0
    assert '\n    claimcheck check "Microsoft walks away from OpenAI"\n' in ran.out
    assert all(f"\n  {name} " in ran.out for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(cli: Cli, command: str) -> None:
    ran = cli(command, "--help")
    assert ran.code == 0
    assert f"claimcheck {command}" in ran.out


def test_a_mistyped_command_gets_a_suggestion(cli: Cli) -> None:
    ran = cli("chekc", "Azure is out")
    assert ran.code == 2
    assert "Did you mean 'check'" in ran.err


def test_a_text_without_a_command_gets_a_hint(cli: Cli) -> None:
    ran = cli("Microsoft walks away")
    assert ran.code == 2
    assert 'claimcheck check "the text"' in ran.err


def test_a_locale_that_is_not_utf8_changes_no_text(tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C"}
    env |= {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    code = "from claimcheck.cli.main import run; run()"
    args = [sys.executable, "-c", code, "check", "-q", "--fail-on", "never", "Zürich – a text"]
    ran = subprocess.run([*args, "--format", "json"], env=env, capture_output=True, cwd=tmp_path)
    assert json.loads(ran.stdout.decode("utf-8"))["text"] == "Zürich – a text"
    assert (
        b"Z\\xfcrich \\u2013 a text"
        in subprocess.run(args, env=env, capture_output=True, cwd=tmp_path).stdout
    )


def test_check_loads_nothing_that_it_does_not_need() -> None:
    modules = loaded("check", "-q", "Azure is out")
    assert "claimcheck.cli.check" in modules
    others = {f"claimcheck.cli.{name}" for name in ("lint", "rules", "eval", "batch")}
    assert not modules & (
        others | {"rich", "pydantic", "markdown_it", "numpy", "sklearn", "claimcheck.evaluation"}
    )


@pytest.mark.skipif(sys.platform == "win32", reason="completion of POSIX shells")
def test_completion_knows_the_commands(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "_CLAIMCHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": "claimcheck ",
        "COMP_CWORD": "1",
    }
    code = "from claimcheck.cli.main import run; run()"
    ran = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, cwd=tmp_path)
    assert set(COMMANDS) <= set(ran.stdout.split())


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interruption_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    code = "from claimcheck.cli.main import run; run()"
    args = [sys.executable, "-c", code, "check", "-q", "-"]
    with subprocess.Popen(args, stdin=-1, stdout=-1, stderr=-1, text=True, cwd=tmp_path) as process:
        process.stdin.write("Azure is out\n")
        process.stdin.flush()
        process.stdout.readline()  # it is judging now
        process.send_signal(signal.SIGINT)
        process.wait(30)
        assert process.returncode == 130
        assert process.stderr.read() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_results_that_cannot_be_written_are_an_error(tmp_path: Path) -> None:
    code = "from claimcheck.cli.main import run; run()"
    args = [sys.executable, "-c", code, "check", "-q", "Azure is out"]
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(args, stdout=full, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.startswith("error: ")
    assert "Traceback" not in ran.stderr


def test_closed_streams_are_no_crash(tmp_path: Path) -> None:
    code = "import sys; sys.stdout = sys.stdin = None; from claimcheck.cli.main import run; run()"
    ran = subprocess.run(
        [sys.executable, "-c", code, "check", "-q", "-"], capture_output=True, text=True, cwd=tmp_path
    )
    assert (ran.returncode, ran.stderr) == (2, "error: stdin: closed, so there is nothing to read\n")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_closed_pipe_is_a_quiet_end(tmp_path: Path) -> None:
    (tmp_path / "many.txt").write_text("Azure is out\n" * 300)
    code = "from claimcheck.cli.main import run; run()"
    args = [sys.executable, "-c", code, "batch", "-q", "--isolated", "-f", "jsonl", "many.txt"]
    with subprocess.Popen(args, stdout=-1, stderr=-1, cwd=tmp_path) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 141
