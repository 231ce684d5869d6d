"""``--as-of`` wherever texts are judged."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Ran

Cli = Callable[..., Ran]

SET = """\
claimcheck: 1
statement:
  id: {id}
  title: The shop
  speaker: Corvane
  date: {date}
entities:
  - name: Corvane
    aliases: [Corvane shops]
claims:
  - id: open
    says: {says}
    quote: "..."
    voice: quoted
    supersedes: [{retires}]
    {key}: [Corvane shops sell quartz]
    examples:
      supported: [The shop is open]
      contradicted: [The shop is not open]
      not_addressed: [The shop is red]
"""

MARCH = SET.format(
    id="march", date="2026-03-01", says="Corvane shops sell quartz and jade.", retires="older", key="supports"
)
JUNE = SET.format(
    id="june",
    date="2026-06-01",
    says="Corvane shops rest from quartz and jade.",
    retires="march/open",
    key="contradicts",
)


@pytest.fixture
def both(tmp_path: Path) -> str:
    folder = tmp_path / "claims"
    folder.mkdir()
    (folder / "a.yaml").write_text(MARCH, encoding="utf-8")
    (folder / "b.yaml").write_text(JUNE, encoding="utf-8")
    (tmp_path / "items.txt").write_text("Corvane shops sell quartz\n", encoding="utf-8")
    (tmp_path / "draft.md").write_text("Corvane shops sell quartz\n", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(
        '{"text": "Corvane shops sell quartz", "label": "contradicted"}\n', encoding="utf-8"
    )
    return str(folder)


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize(
    "command",
    [
        ["check", "Corvane shops sell quartz"],
        ["batch", "items.txt"],
        ["lint", "draft.md"],
        ["eval", "gold.jsonl", "--min-macro-f1", "0.1"],
        ["rules", "why", "Corvane shops sell quartz", "--expect", "supported"],
    ],
    ids=lambda command: command[0],
)
def test_every_judging_command_takes_it(cli: Cli, command: list[str]) -> None:
    now, then = cli(*command), cli(*command, "--as-of", "2026-05-31")
    # Contradicted fails a check, and is what the gold file asks for.
    assert (now.code, then.code) == ((0, 1) if command[0] == "eval" else (1, 0))
    if command[0] != "rules":
        assert "march (2026-03-01, 1 claim), as of 2026-05-31" in then.err
        assert "june" not in then.err


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("today", "'today' is not a day; fix: write year-month-day: 2026-03-31"),
        ("2026-02-30", "'2026-02-30' is not a day"),
        ("2026-01-01", "no statement had been made by 2026-01-01; the first is march of 2026-03-01"),
    ],
)
@pytest.mark.usefixtures("both")
def test_a_day_that_will_not_do(cli: Cli, day: str, message: str) -> None:
    ran = cli("check", "Corvane shops sell quartz", "--as-of", day)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


@pytest.mark.usefixtures("both")
def test_the_report_and_the_json_tell_it(cli: Cli) -> None:
    text = cli("check", "-q", "Corvane shops sell quartz", "--explain").out
    assert "  source   The shop [june], 2026-06-01\n" in text
    assert "  others   supported (superseded): The shop [march], 2026-03-01\n" in text
    data = json.loads(
        cli("check", "-q", "Corvane shops sell quartz", "-f", "json", "--as-of", "2026-03-01").out
    )
    told = {
        key: data[key]
        for key in ("statement_id", "statement_title", "speaker", "as_of", "conflict", "others")
    }
    assert told == {
        "statement_id": "march", "statement_title": "The shop", "speaker": "Corvane", "as_of": "2026-03-01",
        "conflict": False, "others": [],
    }  # fmt: skip


def test_an_undated_statement_counts_on_any_day_and_that_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The shop sells quartz.", encoding="utf-8")
    ran = cli("check", "The shop sells quartz", "--claims", "note.txt", "--as-of", "2026-03-01")
    assert ran.out.startswith("supported by the statement (undated)\n")
    assert "undated, so taken to stand on any day: note\n" in ran.err


@pytest.mark.usefixtures("both")
def test_the_list_marks_what_is_superseded(cli: Cli) -> None:
    out = cli("rules", "list").out
    assert "- open  Corvane shops sell quartz and jade.  (superseded by june/open)\n" in out
    assert "- open  Corvane shops rest from quartz and jade.\n" in out
    assert "supersedes     march/open" in cli("rules", "show", "open").out


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (1, "s01 {}"),
        (5, "s01 {}, s02 {}, s03 {}, s04 {}, s05 {}"),
        (6, "s01 {}, s02 {}, s03 {} and 3 others"),
    ],
)
def test_of_many_rule_sets_only_the_first_are_named(cli: Cli, tmp_path: Path, count: int, told: str) -> None:
    (tmp_path / "claims").mkdir()
    for number in range(1, count + 1):
        text = MARCH.replace("id: march", f"id: s{number:02}").replace("  date: 2026-03-01\n", "")
        (tmp_path / "claims" / f"{number:02}.yaml").write_text(text, encoding="utf-8")
    dated, named = told.replace("{}", "(undated, 1 claim)"), told.replace(" {}", "")
    judging = cli("check", "Corvane shops sell quartz", "--as-of", "2026-05-31")
    assert judging.err.splitlines() == [
        f"checking against {dated}, as of 2026-05-31",
        f"undated, so taken to stand on any day: {named}",
    ]
    assert cli("rules", "why", "Corvane shops sell quartz").err.startswith(f"checking against {dated}\n")
    assert cli("rules", "test").err.startswith(f"testing {dated}\n")
