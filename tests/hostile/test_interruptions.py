"""Ctrl-C at any moment: no traceback, exit code 130, and no file that looks whole and is not."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.hostile.child import INTERRUPTED, command, environment, interrupted

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

DRAFT = "\n\n".join(f"Microsoft walks away from OpenAI, part {number}." for number in range(9))
GOLD = "".join(
    json.dumps({"text": f"Azure stays {number}", "label": "supported"}) + "\n" for number in range(9)
)


@pytest.mark.parametrize(
    ("moment", "arguments"),
    [
        ("typer", ["check", "Azure stays"]),
        ("typer.main", ["lint", "draft.md"]),
        ("claimcheck.cli.common", ["check", "Azure stays"]),
        ("claimcheck.cli.check", ["check", "Azure stays"]),
        ("claimcheck.cli.rules", ["--help"]),
        ("claimcheck.rulesets.load", ["check", "Azure stays"]),
        ("yaml", ["check", "Azure stays"]),
        ("claimcheck.judging.judge", ["check", "Azure stays"]),
        ("markdown_it", ["lint", "draft.md"]),
        ("check 1", ["check", "Azure stays"]),
        ("check 3", ["lint", "draft.md", "--output-file", "json=out.json", "--baseline", "known.json"]),
        ("check 3", ["lint", "draft.md", "--baseline", "known.json", "--update-baseline"]),
        ("check 3", ["eval", "gold.jsonl"]),
        ("check 3", ["check", "-"]),
        ("check 3", ["rules", "test"]),
        ("claimcheck.authoring.draft", ["rules", "draft", "statement.txt", "-o", "out.yaml"]),
        ("claimcheck.reports.lint.json_format", ["lint", "draft.md", "--output-file", "json=out.json"]),
    ],
)
def test_an_interruption_ends_at_once_and_leaves_nothing(
    tmp_path: Path, moment: str, arguments: list[str]
) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    (tmp_path / "gold.jsonl").write_text(GOLD, "utf-8")
    (tmp_path / "statement.txt").write_text("Azure stays the host. Nothing changes.", "utf-8")
    (tmp_path / "known.json").write_text('{"version": 1, "findings": []}', "utf-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    done = interrupted(moment, *arguments, cwd=tmp_path, stdin=DRAFT)

    assert done.returncode in INTERRUPTED, done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    for line in done.stdout.splitlines():
        assert "part 8" not in line  # what was not reached is not told


def test_what_was_judged_before_stays_on_stdout(tmp_path: Path) -> None:
    done = interrupted("check 3", "check", "--format", "json", "one", "two", "three", cwd=tmp_path)
    assert done.returncode in INTERRUPTED
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["one", "two"]


@pytest.mark.parametrize("arguments", [["check", "-q", "--format", "json"], ["check", "-q", "-"]])
def test_waiting_for_a_pipe_can_be_interrupted(tmp_path: Path, arguments: list[str]) -> None:
    with subprocess.Popen(
        command(*arguments), cwd=tmp_path, env=environment(tmp_path), text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write("Azure stays the sole host\n" * 2000)  # more than any buffer on the way holds
        process.stdin.flush()
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
        told = process.stderr.read()
        process.stdin.close()
        assert process.wait(timeout=30) in INTERRUPTED
    assert "Traceback" not in told
    assert rest == "" or rest.endswith("\n")
