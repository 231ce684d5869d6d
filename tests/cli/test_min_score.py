"""``--min-score`` wherever texts are judged."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Ran

Cli = Callable[..., Ran]

SAID = "Norfield Water has not sold the Elmere reservoir."
# A claim's own words denied: contradicted with a score of 0.97, whatever the weights are.
SOLD = "Norfield Water has sold the Elmere reservoir."

WITHHELD = """\
not addressed by the statement (undated)
  Norfield Water has sold the Elmere reservoir.
  closest  Norfield Water has not sold the Elmere reservoir.  [s01]
  quote    “Norfield Water has not sold the Elmere reservoir.” (paraphrased)
  source   Norfield Water has not sold the Elmere reservoir. [norfield], undated
  why      Not sure enough (0.97, 0.98 is asked for): Says "Norfield Water",
           "sold", "Elmere reservoir", but the statement says: Norfield Water
           has not sold the Elmere reservoir.
"""


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    gold = {"text": SOLD, "label": "contradicted"}
    for name, text in {
        "norfield.txt": SAID,
        "items.txt": SOLD,
        "draft.md": SOLD,
        "gold.jsonl": json.dumps(gold),
        "own.jsonl": json.dumps({**gold, "statement": SAID}),
    }.items():
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")


COMMANDS = {
    "check": ["check", SOLD, "--claims", "norfield.txt"],
    "batch": ["batch", "items.txt", "--claims", "norfield.txt"],
    "batch in processes": ["batch", "items.txt", "--jobs", "2", "--claims", "norfield.txt"],
    "lint": ["lint", "draft.md", "--claims", "norfield.txt"],
    "eval": ["eval", "gold.jsonl", "--min-macro-f1", "0.1", "--claims", "norfield.txt"],
    "eval of statements": ["eval", "own.jsonl", "--min-macro-f1", "0.1"],
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_every_judging_command_takes_it(cli: Cli, command: list[str]) -> None:
    free = cli(*command)
    at, above = (cli(*command, "--min-score", least) for least in ("0.97", "0.98"))
    # Contradicted fails a check, and is what the gold file asks for.
    assert (free.code, above.code) == ((0, 1) if command[0] == "eval" else (1, 0))
    assert (at.code, at.out, at.err) == (free.code, free.out, free.err)
    assert above.out != free.out


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("wrong", ["-0.1", "1.01", "90", "90%", "0,9", "nan", "inf", "high", "", "\x1b[31m"])
def test_what_is_no_score_is_refused(cli: Cli, command: list[str], wrong: str) -> None:
    ran = cli(*command, f"--min-score={wrong}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: --min-score: '")
    assert ran.err.endswith("is no number from 0 to 1; fix: --min-score 0.9\n")
    assert "\x1b" not in ran.err


def test_the_report_shows_what_the_verdict_would_have_been(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = cli("check", "-q", "--claims", "norfield.txt", "--min-score", "0.98", SOLD)
    assert (ran.code, ran.out) == (0, WITHHELD)


def test_the_json_keeps_all_but_verdict_score_and_reason(cli: Cli) -> None:
    free, held = (
        json.loads(cli(*COMMANDS["check"], "-f", "json", "--min-score", least).out) for least in ("0", "1")
    )
    assert {key for key in free if free[key] != held[key]} == {"verdict", "score", "reason", "derivation"}
    assert (held["verdict"], held["score"]) == ("not_addressed", 0.015)


def test_the_error_list_of_eval_tells_why(cli: Cli) -> None:
    out = cli(*COMMANDS["eval"], "--min-score", "0.98").out
    assert "line 1: not addressed, should be contradicted\n" in out
    assert "Not sure enough (0.97, 0.98 is asked for)" in out


SETTINGS = [
    ("", [], 1),
    ("min-score = 0", [], 1),
    ("min-score = 0.97", [], 1),
    ("min-score = 0.98", [], 0),
    ("min-score = 1", [], 0),
    ("min-score = 0.98", ["--min-score", "0"], 1),
    ("min-score = 0.5", ["--min-score", "0.98"], 0),
    ("min-score = 0.98", ["--isolated"], 1),
    ("min-score = 98", [], 2),
]


@pytest.mark.parametrize(("settings", "options", "code"), SETTINGS)
def test_lint_takes_it_from_the_settings_unless_told_otherwise(
    cli: Cli, tmp_path: Path, settings: str, options: list[str], code: int
) -> None:
    (tmp_path / ".claimcheck.toml").write_text(settings, encoding="utf-8")
    assert cli(*COMMANDS["lint"], *options).code == code


def test_lint_shows_what_the_verdict_would_have_been(cli: Cli) -> None:
    ran = cli(*COMMANDS["lint"], "--min-score", "0.98", "--show", "not-addressed", "--coverage")
    assert ran.code == 0
    assert "draft.md:1:1: note: not addressed by the statement (undated)  [s01]\n" in ran.out
    assert "  why      Not sure enough (0.97, 0.98 is asked for): Says " in ran.out
    assert "Coverage: 0 of 1 claims right, 0 wrong, 1 mentioned, 0 missing\n" in ran.out
