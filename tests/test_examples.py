"""The examples do what their README says."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
README = (EXAMPLES / "README.md").read_text(encoding="utf-8")
RUNS = re.findall(r"^\$ claimcheck (.*)\n((?:(?!\$ |```).*\n)*)", README, re.MULTILINE)


@pytest.mark.parametrize(("command", "output"), RUNS, ids=[" ".join(run[0].split()[-4:]) for run in RUNS])
def test_the_readme(cli: Callable[..., Any], tmp_path: Path, command: str, output: str) -> None:
    shutil.copytree(EXAMPLES / "statements-age", tmp_path / "statements-age")
    ran = cli(*shlex.split(command))
    pattern = re.escape(output).replace(re.escape("...\n"), "(?:.*\n)+")
    assert re.fullmatch(pattern, ran.out), ran.out
    assert ran.code == (1 if "CONTRADICTED" in output else 0)


def test_the_readme_shows_five_runs() -> None:
    assert len(RUNS) == 5


@pytest.mark.parametrize("name", ["february", "june"])
def test_the_rule_sets_are_good_and_quote_their_statements(cli: Callable[..., Any], name: str) -> None:
    folder = EXAMPLES / "statements-age"
    path = str(folder / "claims" / f"halden-{name}.yaml")
    ran = cli("rules", "validate", path, "--statement", str(folder / f"{name}.txt"))
    assert (ran.code, ran.err.count("\n")) == (0, 1), ran.err
    tested = cli("rules", "test", "--claims", path)
    assert tested.code == 0, tested.out


def test_the_two_fit_together(cli: Callable[..., Any]) -> None:
    ran = cli("rules", "validate", str(EXAMPLES / "statements-age" / "claims"))
    assert "warning" not in ran.err
