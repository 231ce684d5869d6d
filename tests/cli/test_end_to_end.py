"""The whole way, from the command line through the judge to the report, on sentences that leave no doubt."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from tests.conftest import Ran

Cli = Callable[..., Ran]


@pytest.mark.parametrize(
    ("text", "verdict", "claim", "code"),
    [
        ("Microsoft walks away from OpenAI", "contradicted", None, 1),
        ("Azure is no longer the sole host of stateless OpenAI APIs", "contradicted", "azure-sole-host", 1),
        (
            "Revenue sharing between Microsoft and OpenAI continues under existing terms",
            "supported",
            "revenue-share-continues",
            0,
        ),
        ("Amazon opens a new headquarters in Seattle", "not_addressed", None, 0),
    ],
)
def test_the_shipped_statement(cli: Cli, text: str, verdict: str, claim: str | None, code: int) -> None:
    ran = cli("check", "--format", "json", text)
    data = json.loads(ran.out)
    assert (data["text"], data["verdict"], ran.code) == (text, verdict, code)
    assert data["claim_id"] == claim or claim is None
    assert data["score"] == data["scores"][verdict]
    assert sum(data["scores"].values()) == pytest.approx(1, abs=0.01)
    assert "".join(part["text"] for part in data["parts"])
    assert all(0 <= span["start"] < span["end"] <= len(text) for span in data["spans"])
    assert all(text[part["start"] : part["end"]] == part["text"] for part in data["parts"])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Norfield Water has sold the Elmere reservoir", "CONTRADICTED by the statement (undated)"),
        ("The price of water remains unchanged for all households", "supported by the statement (undated)"),
        ("Norfield Water names a new chief engineer", "not addressed by the statement (undated)"),
    ],
)
def test_a_plain_statement(cli: Cli, statement: str, text: str, line: str) -> None:
    assert cli("check", "--claims", statement, text).out.splitlines()[:2] == [line, f"  {text}"]


def test_two_statements_at_once(cli: Cli, statement: str) -> None:
    ran = cli(
        "check", "--claims", statement, "--claims", statement, "Norfield Water has sold the Elmere reservoir"
    )
    assert ran.err.count("statement (undated") == 2
    assert ran.code == 1
