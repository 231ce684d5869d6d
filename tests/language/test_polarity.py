"""Which words of a text are denied."""

from __future__ import annotations

import pytest

from claimcheck.language.reading import read

DENIED = {
    # negation reaches to the end of its clause
    "Azure is no longer exclusive": "exclusive",
    "The pipe is old, but it does not leak": "leak",
    "Prices do not rise and wages fall": "rise",
    "The end is not near; prices rise": "near",
    "The deal is far from over": "over",
    "The deal is anything but over": "over",
    # an answer denies the question before it, a tag denies nothing
    "Does the price rise? It does not.": "does the price rise ?",
    "The price stays, is it not?": "",
    "leaky or not, the pipe stays": "",
    # not negations
    "Azure is not only fast but cheap": "",
    "Nothing but Azure will do": "",
    "No one but Azure hosts the API": "",
    # neither ... nor denies once
    "Neither Azure nor OpenAI is leaving": "azure nor openai is leaving",
    # denial: the object behind the verb, in the passive the subject before it
    "Microsoft denies that it is leaving OpenAI": "that it is leaving openai",
    "Claims of a split were denied by Microsoft": "claims of a split were",
    "Microsoft rejects rumours of a split": "rumours of a split",
    "Microsoft rejects the offer": "",
    # debunking: behind or before
    "Myth: Azure lost its role": ": azure lost its role",
    "It is not true that Azure lost its role": "that azure lost its role",
    "The report that Azure lost its role is false": "the report that azure lost its role is",
    "Azure lost its role? Not so": "azure lost its role ?",
    "No truth to reports that the price rises": "reports that the price rises",
    # two denials cancel
    "It isn't untrue that the price rises": "",
    "Microsoft never denied leaving": "denied",
    "It is false that the price does not rise": "that the price does not",
}


@pytest.mark.parametrize(("text", "denied"), DENIED.items())
def test_denied_words(text: str, denied: str) -> None:
    reading = read(text)
    words = [token.norm for token, sign in zip(reading.tokens, reading.signs, strict=True) if sign < 0]
    assert " ".join(words) == denied


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Azure is no longer exclusive", ["NOLONGER", "ONLY"]),
        ("Azure is not only fast", ["NOTONLY"]),
        ("Nothing but Azure", ["ONLY"]),
        ("Microsoft rejects the offer", []),
        ("Microsoft rejects the rumour", ["DENIAL", "REPORT"]),
        ("Neither A nor B", ["NEG"]),
    ],
)
def test_operators(text: str, labels: list[str]) -> None:
    assert [match.label for match in read(text).operators] == labels
