"""The words shown are the words that decide: without them the verdict is another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck import Checker
from claimcheck.result import Result

DATA = Path(__file__).parents[2] / "bench" / "data"
AT_LEAST = 0.9
MOST_WORDS = 7

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the labelled data are not in this archive")


def results() -> Iterator[tuple[Checker, Result]]:
    """A fixed sample of the labelled sentences, about the shipped statement and about others."""
    shipped = Checker.default()
    files = [(path, shipped, 60) for path in sorted((DATA / "microsoft").glob("*.jsonl"))]
    for path in sorted((DATA / "statements").glob("*.txt"))[::20]:
        files.append((path.with_suffix(".jsonl"), Checker.from_path(path), 4))
    for path, checker, step in files:
        for line in path.read_text("utf-8").splitlines()[::step]:
            yield checker, checker.check(json.loads(line)["text"])


def without_spans(result: Result) -> str:
    text = result.text
    for span in reversed(result.spans):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


def test_without_the_words_shown_the_verdict_is_another() -> None:
    decided = [(checker, r) for checker, r in results() if r.verdict != "not_addressed"]
    assert len(decided) > 50
    kept = [r for checker, r in decided if checker.check(without_spans(r)).verdict == r.verdict]
    shown = [f"{r.verdict}: {r.text} -> {without_spans(r)}" for r in kept]
    assert len(kept) <= (1 - AT_LEAST) * len(decided), "\n".join(shown)


def test_few_words_are_shown() -> None:
    for _, result in results():
        if result.verdict != "not_addressed":
            words = " ".join(result.text[span.start : span.end] for span in result.spans).split()
            assert len(words) <= MOST_WORDS
