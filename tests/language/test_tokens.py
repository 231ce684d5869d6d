from __future__ import annotations

import pytest

from claimcheck.language.tokens import tokenise
from claimcheck.language.words import lemma

TOKENS = [
    ("Don't stop", ["do", "not", "stop"]),
    ("It won't, can't, shan't", ["it", "will", "not", ",", "can", "not", ",", "shall", "not"]),
    ("dont u know ppl", ["do", "not", "you", "know", "people"]),
    (
        "We'll see, they've won, I'm in",
        ["we", "will", "see", ",", "they", "have", "won", ",", "i", "am", "in"],
    ),
    ("Azure’s role is Microsoft's", ["azure", "role", "is", "microsoft"]),
    ("#Azure @msft $MSFT", ["azure", "msft", "msft"]),
    ("see https://example.org/a?b=c or www.example.org", ["see", "or"]),
    ("“Azure” — new", ["azure", "-", "new"]),
    ("ＡＺＵＲＥ café", ["azure", "cafe"]),
    ("GPT4 b4 Q3", ["gpt4", "before", "q3"]),
    ("£48m, 3.75% and 12,000", ["£48m", ",", "3.75%", "and", "12,000"]),
    ("in 2027, 12,000", ["in", "2027", ",", "12,000"]),
    ("", []),
    (" \u200b\u202e ", []),
]


@pytest.mark.parametrize(("text", "norms"), TOKENS)
def test_norms(text: str, norms: list[str]) -> None:
    assert [token.norm for token in tokenise(text)] == norms


def test_both_halves_of_a_contraction_have_its_place() -> None:
    text = "They don't sell"
    assert [text[token.start : token.end] for token in tokenise(text)] == ["They", "don't", "don't", "sell"]


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("Azure stays with Microsoft", ["azure", "microsoft"]),
        ("AZURE STAYS WITH MICROSOFT", []),
        ("Azure Stays With Microsoft Today", []),
    ],
)
def test_capitals_tell_names_unless_everything_has_one(text: str, capitals: list[str]) -> None:
    assert [token.norm for token in tokenise(text) if token.capital] == capitals


LEMMAS = {
    "scrap": "scrapped scrapping scraps",
    "license": "licence licences licensed",
    "run": "ran running",
    "company": "companies",
    "agree": "agreed agreeing agrees",
    "approve": "approves approved",
    "color": "colour colours",
    "organize": "organised organise",
    "organization": "organisation",
    "press": "press presses",
    "bus": "bus buses",
    "analysis": "analyses",
    "tie": "tying ties",
    "die": "died dying",
    "leave": "left",
    "big": "bigger",
    "day": "day days",
    "offer": "offer offers offered",
    "rent": "rent rents",
    "zorg": "zorg zorgs",
}


@pytest.mark.parametrize(("base", "form"), [(base, f) for base, fs in LEMMAS.items() for f in fs.split()])
def test_base_forms(base: str, form: str) -> None:
    assert lemma(form) == base
