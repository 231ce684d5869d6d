"""What must not change a verdict, and the commands that must agree on it.

``tests/judging/test_properties.py`` holds the properties of one verdict.
"""

from __future__ import annotations

import csv
import io
import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import Ran
from tests.hostile.child import environment

from claimcheck import Checker

Cli = Callable[..., Ran]

CHECKER = Checker.default()
HEADLINES = (Path(__file__).parents[2] / "bench" / "sample-headlines.txt").read_text("utf-8").splitlines()
ALONE = [
    *HEADLINES,
    "OpenAI has moved its stateless APIs from Azure to Amazon",
    "Microsoft's partnership with OpenAI remains 'strong and central'",
    "The weather in Seattle stays dry",
    "Azure n'est plus le cloud exclusif d'OpenAI",
    "Müller–Grüße: Microsoft ends its revenue share with OpenAI",
]

PIECES = st.sampled_from(
    """Microsoft OpenAI Azure café naïve Zürich Åse ends keeps not its partnership 'strong' “sole” 20% — ﬁrm
    ² ½ №""".strip().split()
)
SENTENCES = st.lists(PIECES, min_size=1, max_size=15).map(" ".join)
BLANKS = st.text("  \t\n\r\x0b\x0c\x85\u00a0\u1680\u2003\u2009\u202f\u205f\u3000", min_size=1, max_size=4)


@given(SENTENCES, st.lists(BLANKS, min_size=16, max_size=16))
def test_no_kind_of_white_space_changes_a_verdict(text: str, blanks: list[str]) -> None:
    words = text.split(" ")
    changed = blanks[-1] + "".join(word + blank for word, blank in zip(words, blanks, strict=False))
    assert CHECKER.check(changed).scores == CHECKER.check(text).scores


@settings(max_examples=30)
@given(
    st.lists(SENTENCES | st.sampled_from(ALONE), min_size=1, max_size=8), st.randoms(use_true_random=False)
)
def test_neither_order_nor_company_changes_a_verdict(texts: list[str], order: random.Random) -> None:
    alone = {text: CHECKER.check(text) for text in texts}
    order.shuffle(texts)
    assert list(CHECKER.check_many(texts)) == [alone[text] for text in texts]


def test_another_process_and_another_checker_give_the_same(tmp_path: Path) -> None:
    code = (
        "import json, sys; from claimcheck import Checker; "
        "print(json.dumps([Checker.default().check(text).to_dict() for text in json.load(sys.stdin)]))"
    )
    texts = ALONE[:6]
    done = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(texts[::-1]), text=True, check=True,
        capture_output=True, env={**environment(tmp_path), "PYTHONHASHSEED": "7"},
    )  # fmt: skip
    here = [json.loads(json.dumps(CHECKER.check(text).to_dict())) for text in texts]
    assert json.loads(done.stdout)[::-1] == here


def checked(cli: Cli, text: str) -> dict[str, object]:
    return dict(json.loads(cli("check", "--isolated", "--format", "json", text).out))


def told(result: dict[str, object]) -> tuple[object, ...]:
    return tuple(
        result[key] for key in ("verdict", "claim_id", "scores", "quote", "reason", "spans", "parts")
    )


@pytest.mark.parametrize("text", ALONE)
def test_check_and_batch_agree(cli: Cli, text: str) -> None:
    wanted = told(checked(cli, text))
    lines = cli("batch", "--isolated", "--format", "jsonl", "-", stdin=text.encode())
    table = io.StringIO()
    csv.writer(table).writerows([["text"], [text]])
    cells = cli(
        "batch",
        "--isolated",
        "--input-format",
        "csv",
        "--format",
        "jsonl",
        "-",
        stdin=table.getvalue().encode(),
    )
    piped = cli("check", "--isolated", "--format", "json", "-", stdin=text.encode())
    assert [told(json.loads(ran.out)) for ran in (lines, cells, piped)] == [wanted] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Microsoft has ended its partnership with OpenAI.",
        "Azure remains the sole host of stateless OpenAI APIs.",
        "Microsoft has cut the revenue share with OpenAI.",
    ],
)
@pytest.mark.parametrize(
    ("name", "dress"),
    [("a.txt", "{}\n"), ("a.md", "{}\n"), ("a.md", "**{}**\n"), ("a.html", "<p>{}</p>"), ("a.md", "- {}\n")],
)
def test_check_and_lint_agree_on_a_sentence_that_stands_alone(
    cli: Cli, tmp_path: Path, text: str, name: str, dress: str
) -> None:
    (tmp_path / name).write_text(dress.format(text), "utf-8")
    ran = cli("lint", "--isolated", "--show", "all", "--format", "json", name)
    (finding,) = json.loads(ran.out)["findings"]
    assert finding["text"] == text
    assert told(finding) == told(checked(cli, text))
