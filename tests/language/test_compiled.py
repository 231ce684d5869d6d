"""The compiled lexicon is up to date with its sources."""

from __future__ import annotations

import json

import pytest

from claimcheck.language.lexicon import Lexicon, compile_lexicon
from claimcheck.language.tables import COMPILED, compiled, sections
from claimcheck.language.thesaurus import compile_thesaurus
from claimcheck.language.tokens import tokenise

STALE = "run: python bench/compile_lexicon.py"


@pytest.mark.parametrize("name", ["operators", "predicates"])
def test_lexica_are_up_to_date(name: str) -> None:
    assert compiled(f"{name}.json") == compile_lexicon(sections(f"{name}.txt")), STALE


def test_the_thesaurus_is_up_to_date() -> None:
    assert compiled("thesaurus.json") == json.loads(json.dumps(compile_thesaurus())), STALE


def test_nothing_else_lies_there() -> None:
    names = {path.name for path in COMPILED.iterdir()}
    assert names == {"operators.json", "predicates.json", "thesaurus.json"}


def test_the_longest_entry_wins_and_gaps_hold_one_to_three_words() -> None:
    lexicon = Lexicon([("A", "call"), ("B", "call ~ off"), ("C", "call off"), ("D", "call"), ("E", "offer")])

    def found(text: str) -> list[tuple[str, str]]:
        return [(match.label, match.entry) for match in lexicon.matches(tokenise(text))]

    assert found("they called it all off") == [("B", "called it all off")]
    assert found("call off the calls") == [("C", "call off"), ("A", "calls"), ("D", "calls")]
    assert found("call it a day or so off") == [("A", "call"), ("D", "call")]
    assert found("offers") == [("E", "offers")]
