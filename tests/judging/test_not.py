"""'not' in a simple sentence turns it: what was supported is supported no more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck import Checker
from claimcheck.judging.features import TURNING
from claimcheck.language.reading import Reading, read

DATA = Path(__file__).parents[2] / "bench" / "data"

AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|will|can|may|must)\b", re.IGNORECASE)
VERB = re.compile(
    r"\b(remain|keep|stay|hold|retain|host|run|continue|stand|cover|power|benefit|require)(s?)\b"
)


def negations(text: str) -> Iterator[str]:
    """``text`` with 'not' behind its first auxiliary or before its first verb."""
    if found := AUXILIARY.search(text):
        yield f"{text[: found.end()]} not{text[found.end() :]}"
    elif found := VERB.search(text):
        do = "does" if found[2] else "do"
        for negated in (f"{do} not {found[1]}", f"{do}n't {found[1]}", f"never {found[0]}"):
            yield text[: found.start()] + negated + text[found.end() :]


def denials(reading: Reading) -> int:
    return sum(match.label in TURNING | {"NEG_WEAK"} for match in reading.operators)


def is_simple(text: str) -> bool:
    return len(set(read(text).clauses)) == 1


def kept(checker: Checker, texts: list[str]) -> tuple[int, list[str]]:
    """How many of ``texts`` could be negated, and the negations that are supported as well."""
    simple = [text for text in texts if is_simple(text) and not denials(read(text))]
    tried = [
        negated
        for text in simple
        if checker.check(text).verdict == "supported"
        for negated in negations(text)
        if is_simple(negated) and denials(read(negated))  # 'not just' denies nothing
    ]
    return len(tried), [negated for negated in tried if checker.check(negated).verdict == "supported"]


@pytest.mark.parametrize(
    "text",
    [
        "Azure does not host OpenAI's stateless APIs",
        "Azure will not host OpenAI's stateless APIs",
        "Microsoft does not hold the licence to OpenAI's models",
        "Microsoft does not benefit proportionally as OpenAI's earnings grow through any channel.",
    ],
)
def test_what_the_statement_says_is_not_supported_with_not(text: str) -> None:
    assert Checker.default().check(text).verdict != "supported"


def test_no_claim_is_supported_with_not() -> None:
    checker = Checker.default()
    tried, wrong = kept(checker, [claim.says for claim in checker.rulesets[0].claims])
    assert tried > 5
    assert wrong == []


@pytest.mark.skipif(not DATA.is_dir(), reason="the labelled data are not in this archive")
def test_no_simple_headline_is_supported_with_not() -> None:
    rows = [
        json.loads(line)
        for path in sorted((DATA / "microsoft").glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()[::4]
    ]
    tried, wrong = kept(Checker.default(), [row["text"] for row in rows if row["label"] == "supported"])
    assert tried > 100
    assert wrong == []
