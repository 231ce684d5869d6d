"""What the tests share: the command line run in this process, and results made by hand."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from claimcheck.result import Explanation, Part, Result, Span
from claimcheck.rulesets.model import RuleSet

# How long an example takes says something about the machine, not about the code.
# Random examples at a desk, the same ones every time in continuous integration.
settings.register_profile(
    "claimcheck",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("claimcheck")

# Before any test module is imported: the tests read every rule set and leave the cache of the user alone.
os.environ["CLAIMCHECK_NO_CACHE"] = "1"

ANSI = re.compile(r"\x1b\[[0-9;]*m")

STATEMENT = """Norfield Water on the new reservoir

Norfield Water will open the Elmere reservoir in May.
The price of water remains unchanged for all households.
"We have not sold the Elmere reservoir," the company said.
"""


def asks_index() -> bool:
    """Whether this run may ask the package index, and has the newest dependencies: ``make test-extras``."""
    return "CLAIMCHECK_INDEX" in os.environ


@dataclass(frozen=True)
class Ran:
    """What a run of the command line came to; ``out`` and ``err`` without colours."""

    code: int
    out: str
    err: str
    raw: bytes


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Ran]:
    """``cli("check", "a text", stdin=b"")`` runs claimcheck in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))

    def run(*args: str, stdin: bytes = b"") -> Ran:
        from claimcheck.cli.main import run

        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["claimcheck", *args])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8"))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8"))
            with pytest.raises(SystemExit) as ended:
                run()
            sys.stdout.flush()
            sys.stderr.flush()
            printed = [out.getvalue(), err.getvalue()]  # closed as soon as the wrappers are gone
        code = ended.value.code
        assert code is None or isinstance(code, int)
        texts = [ANSI.sub("", data.decode("utf-8")) for data in printed]
        return Ran(code or 0, *texts, raw=printed[0])

    return run


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """A judge whose verdict is the first word of the text, yes or no: for tests of all but the judge."""
    from claimcheck.checker import Checker

    def load(self: Checker, rulesets: Iterable[RuleSet], **_: object) -> None:
        self.rulesets = tuple(rulesets)

    def check(_self: Checker, text: str) -> Result:
        verdict = {"yes": "supported", "no": "contradicted"}.get(text.split(" ")[0], "not_addressed")
        return result(text, verdict=verdict)

    monkeypatch.setattr(Checker, "__init__", load)
    monkeypatch.setattr(Checker, "check", check)


@pytest.fixture
def statement(tmp_path: Path) -> str:
    """The path of a small plain statement."""
    path = tmp_path / "statement.txt"
    path.write_text(STATEMENT, encoding="utf-8")
    return str(path)


def result(text: str = "Norfield Water sells the Elmere reservoir", **changes: Any) -> Result:
    """A contradicted result made by hand, with ``changes``."""
    values: dict[str, Any] = {
        "text": text,
        "verdict": "contradicted",
        "score": 0.91,
        "scores": {"supported": 0.03, "contradicted": 0.91, "not_addressed": 0.06},
        "claim_id": "not-sold",
        "claim": "Norfield Water has not sold the Elmere reservoir.",
        "quote": "We have not sold the Elmere reservoir",
        "voice": "quoted",
        "statement_id": "norfield",
        "statement_date": "2026-02-27",
        "parts": (Part(text, 0, len(text), changes.get("verdict", "contradicted"), "not-sold"),),
    }
    why: dict[str, Any] = {
        "reason": "The statement says that the reservoir is not sold.",
        "spans": (Span(15, 20, "predicate"), Span(21, 41, "topic")) if len(text) >= 41 else (),
    }
    why |= {key: changes.pop(key) for key in ("reason", "spans", "derivation") if key in changes}
    return Result(**{**values, **changes}, explain=partial(Explanation, **why))
