"""What the engines share, and that nobody who uses none of them pays for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Checker, ClaimcheckError
from claimcheck.engines.columns import FIELDS, answers

CHECKER = Checker.from_statement("Norfield Water has not sold the Elmere reservoir.")


def test_the_fields_are_keys_of_a_result() -> None:
    assert [field for field in FIELDS if field not in CHECKER.check("").to_dict()] == []


@given(st.lists(st.none() | st.text() | st.sampled_from(["the Elmere reservoir is sold", ""])))
def test_each_text_gets_its_own_verdict_and_nothing_stays_nothing(texts: list[str | None]) -> None:
    rows = answers(CHECKER, texts)
    assert [row is None for row in rows] == [text is None for text in texts]
    for text, row in zip(texts, rows, strict=True):
        if text is not None and row is not None:
            result = CHECKER.check(text)
            assert row == tuple(getattr(result, field) for field in FIELDS)


def test_a_retired_claim_is_told_with_the_ids_of_the_later_one() -> None:
    checker = Checker.from_path(Path(__file__).parents[2] / "examples" / "statements-age" / "claims")
    retired, standing = (
        "Halden Maps will open its second office in Lisbon",
        "Halden Maps will keep its laboratory",
    )
    told = [row and row[FIELDS.index("superseded_by")] for row in answers(checker, [retired, standing])]
    assert told == ["halden-june/second-office-open", None]


def test_the_same_text_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []
    check = Checker.check

    def count(self: Checker, text: str) -> Any:
        judged.append(text)
        return check(self, text)

    monkeypatch.setattr(Checker, "check", count)
    assert len(answers(CHECKER, ["again", None, "again", "new"])) == 4
    assert judged == ["again", "new"]


@pytest.mark.parametrize(
    ("thing", "kind"),
    [(7, "int"), (float("nan"), "float"), (b"bytes", "bytes"), (["a"], "list"), (True, "bool")],
)
def test_what_is_no_text_is_told(thing: object, kind: str) -> None:
    with pytest.raises(ClaimcheckError, match=f"holds {kind} where texts are expected; fix: "):
        answers(CHECKER, ["a text", thing])


PROBE = """
import sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("polars", "pyspark", "pandas", "pyarrow", "numpy"):
            print("asked for", name)
sys.meta_path.insert(0, Watch())
import claimcheck, claimcheck.cli.main, claimcheck.engines.columns
claimcheck.Checker.default().check("Microsoft walks away from OpenAI")
sys.argv = ["claimcheck", "--help"]
claimcheck.cli.main.run()
"""


def test_claimcheck_itself_never_asks_for_an_engine() -> None:
    ran = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert "Usage" in ran.stdout
    assert "asked for" not in ran.stdout


@pytest.mark.parametrize(
    ("engine", "package"), [("polars", "polars"), ("spark", "pyspark"), ("spark", "pandas")]
)
def test_a_missing_engine_is_told_with_the_fix(engine: str, package: str) -> None:
    if package == "pyspark":
        pytest.importorskip("pandas", reason="pandas is asked for first and is not installed")
    # In a process of its own, so that no other test meets a half imported engine.
    code = f"import sys; sys.modules[{package!r}] = None; import claimcheck.engines.{engine}"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 1
    assert f"fix: pip install 'claimcheck-news[{engine}]'" in ran.stderr.splitlines()[-1]
