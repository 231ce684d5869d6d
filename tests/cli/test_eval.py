"""``claimcheck eval`` from the gold file to the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Ran

Cli = Callable[..., Ran]

pytestmark = pytest.mark.usefixtures("judged")

ROWS = [
    {"text": "yes one", "label": "supported", "claim": "not-sold"},
    {"text": "yes two", "label": "contradicted", "claim": "other"},
    {"text": "who knows", "label": "not-addressed"},
]

TEXT = """\
3 items: accuracy 0.667, macro-F1 0.556
right claim cited: 0.500 of 2 items

               prec.   rec.     F1  items
supported       0.50   1.00   0.67      1
contradicted    0.00   0.00   0.00      1
not addressed   1.00   1.00   1.00      1

label / given  supp. contr. not a.
supported          1      0      0
contradicted       1      0      0
not addressed      0      0      1

line 2: supported, should be contradicted
  yes two
  The statement says that the reservoir is not sold. [not-sold]
"""


@pytest.fixture(autouse=True)
def ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ids of the claims that the judge made by hand stands for."""
    monkeypatch.setattr("claimcheck.cli.eval._claim_ids", lambda _checker: frozenset({"not-sold", "other"}))


@pytest.fixture
def gold(tmp_path: Path) -> str:
    (tmp_path / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return "gold.jsonl"


def test_the_text_report_to_the_letter(cli: Cli, gold: str) -> None:
    ran = cli("eval", gold)
    assert ran.out == TEXT
    assert ran.code == 0


def test_json_has_the_keys_of_the_contract(cli: Cli, gold: str) -> None:
    data = json.loads(cli("eval", gold, "--format", "json").out)
    assert data.keys() >= {"n", "accuracy", "macro_f1", "per_class", "confusion", "claim_accuracy"}
    assert data["per_class"]["supported"] == {
        "precision": 0.5,
        "recall": 1.0,
        "f1": pytest.approx(2 / 3),
        "support": 1,
    }
    assert data["confusion"]["contradicted"]["supported"] == 1
    assert data["claim_accuracy"] == 0.5


def test_claims_named_in_other_words_are_not_compared(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps({**ROWS[0], "claim": "the reservoir"}))
    data = json.loads(cli("eval", "gold.jsonl", "--format", "json").out)
    assert data["claim_accuracy"] is None
    assert data["n"] == 1


@pytest.mark.parametrize(("wanted", "code"), [("0.5", 0), ("0.6", 1), ("1.5", 2), ("x", 2)])
def test_a_missed_figure_fails(cli: Cli, gold: str, wanted: str, code: int) -> None:
    assert cli("eval", gold, "--min-macro-f1", wanted).code == code


def test_rows_with_a_statement_need_no_rule_set(cli: Cli, tmp_path: Path) -> None:
    row = {"text": "yes", "label": "supported", "statement": "The shop is open all day."}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row))
    ran = cli("eval", "gold.jsonl", "--format", "json", "--claims", "nowhere.yaml")
    assert json.loads(ran.out)["n"] == 1
    assert ran.err == ""


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('{"text": "yes"}', "gold.jsonl:2:1: no label"),
        ('{"text": "yes", "label": "suported"}', "unknown label 'suported'"),
        ('{"text": "yes", "label": ["supported"]}', "unknown label"),
        ('{"label": "supported"}', "no key 'text'"),
        ('{"text": "yes", "label": "supported", "claim": 3}', "'claim' is not a text"),
        ('{"text": "yes", "label": "supported", "statement": " "}', "its statement cannot be used"),
        ("{", "gold.jsonl:2:"),
    ],
)
def test_bad_rows_are_located_and_outrank_a_missed_figure(
    cli: Cli, tmp_path: Path, row: str, message: str
) -> None:
    (tmp_path / "gold.jsonl").write_text('{"text": "yes", "label": "contradicted"}\n' + row + "\n")
    ran = cli("eval", "gold.jsonl", "--format", "json", "--min-macro-f1", "0.9")
    assert message in ran.err
    assert json.loads(ran.out)["n"] == 1
    assert ran.code == 2


@pytest.mark.parametrize("data", ["", "\n", '{"text": "yes"}\n'])
def test_nothing_to_measure(cli: Cli, tmp_path: Path, data: str) -> None:
    (tmp_path / "gold.jsonl").write_text(data)
    ran = cli("eval", "gold.jsonl")
    assert "nothing to measure" in ran.err
    assert (ran.code, ran.out) == (2, "")
