"""The README is true: its examples run and its links lead somewhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Ran

from claimcheck.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
README = (ROOT / "README.md").read_text(encoding="utf-8")

Cli = Callable[..., Ran]


def blocks(kind: str) -> list[str]:
    """The fenced blocks of the README marked as ``kind``."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def commands(*wanted: str) -> list[list[str]]:
    lines = [line for block in blocks("console") for line in block.splitlines()]
    split = [shlex.split(line.split("|")[0]) for line in lines if line.startswith("claimcheck ")]
    return [words[1:] for words in split if words[1] in wanted]


def test_the_first_two_commands_are_run_and_test() -> None:
    assert [line.split("#")[0].strip() for line in blocks("console")[0].splitlines()] == [
        "make run",
        "make test",
    ]


@pytest.mark.parametrize("number", range(len(blocks("python"))))
def test_the_python_examples_run(number: int) -> None:
    exec(compile(blocks("python")[number], "README.md", "exec"), {})


def test_the_statement_of_the_readme_answers(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "ferries.txt").write_text(blocks("text")[0], encoding="utf-8")
    (command,) = [words for words in commands("check") if "ferries.txt" in words]
    ran = cli(*command)
    assert ran.out.startswith("CONTRADICTED by the statement")
    assert "“We have not sold the harbour terminal" in ran.out
    assert ran.code == 1


def test_the_shell_examples_use_commands_that_exist(cli: Cli) -> None:
    shown = commands(*COMMANDS)
    assert {words[0] for words in shown} == set(COMMANDS)
    for words in shown:
        usage = cli(words[0], *(["--help"] if words[0] != "rules" else [words[1], "--help"]))
        assert usage.code == 0
        assert all(option in usage.out for option in words if option.startswith("-"))


@pytest.mark.parametrize("page", PAGES)
def test_links_to_files_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
