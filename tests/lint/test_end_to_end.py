"""Whole runs with the real engine, on sentences that leave no doubt."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Ran

Cli = Callable[..., Ran]

DRAFT = """\
---
title: Azure remains the sole host of all stateless OpenAI APIs
---
# The week

Azure is *no longer* the sole host of all stateless
OpenAI APIs.

> Revenue sharing between Microsoft and OpenAI has ended.

```
Azure is no longer the sole host of all stateless OpenAI APIs.
```
"""


def test_a_newsletter_against_the_shipped_statement(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "week.md").write_text(DRAFT, encoding="utf-8")
    ran = cli("lint", "week.md", "-f", "json")
    told = json.loads(ran.out)
    assert ran.code == told["exit_code"] == 1
    places = [(one["line"], one["column"], one["end_line"], one["end_column"]) for one in told["findings"]]
    assert places == [(6, 1, 7, 13), (9, 3, 9, 58)]
    assert [one["level"] for one in told["findings"]] == ["error", "warning"]
    assert told["findings"][0]["claim_id"] == "azure-sole-host"
    assert told["findings"][0]["text"] == "Azure is no longer the sole host of all stateless OpenAI APIs."
    assert "checking against microsoft-openai" in ran.err


def test_a_draft_against_a_plain_statement(cli: Cli, statement: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Norfield Water has sold the Elmere reservoir\n", encoding="utf-8")
    ran = cli("lint", "a.md", "--claims", statement, "-f", "concise")
    assert ran.code == 1
    assert ran.out.startswith("a.md:1:3: error: CONTRADICTED by the statement")
    (tmp_path / "b.md").write_text("# Norfield Water has not sold the Elmere reservoir\n", encoding="utf-8")
    assert cli("lint", "b.md", "--claims", statement).code == 0
