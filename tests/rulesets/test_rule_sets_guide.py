"""The tutorial in docs/rule-sets.md works as it is written."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

from claimcheck.rulesets.format import CLAIM, CONCEPT, ENTITY, EXAMPLES, RULESET, STATEMENT

GUIDE = (Path(__file__).parents[2] / "docs" / "rule-sets.md").read_text(encoding="utf-8")


def test_the_tutorial_from_top_to_bottom(cli: Callable[..., Any], tmp_path: Path) -> None:
    commands = 0
    for kind, block in re.findall(r"```(\w+)\n(.*?)```", GUIDE, re.DOTALL):
        if kind == "console":
            for command, output in re.findall(
                r"^\$ claimcheck (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE
            ):
                ran = cli(*shlex.split(command))
                pattern = re.escape(output).replace(re.escape("...\n"), "(?:.*\n)+")
                assert re.fullmatch(pattern, ran.out + ran.err), command
                assert ran.code == (1 if "CONTRADICTED" in output else 0)
                commands += 1
        else:
            first, _, text = block.partition("\n")
            path = tmp_path / first.removeprefix("# file: ")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    assert commands == 5


def test_every_key_is_explained() -> None:
    reference = GUIDE[GUIDE.index("## Every key") : GUIDE.index("## YAML in four rules")]
    for section in (RULESET, STATEMENT, ENTITY, CONCEPT, CLAIM, EXAMPLES):
        for key in section:
            assert f"`{key}`" in reference, key
