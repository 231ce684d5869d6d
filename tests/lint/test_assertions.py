"""What in a draft asserts something."""

from __future__ import annotations

import pytest

from claimcheck.linting.assertions import asserts

NAMES = frozenset(("microsoft", "openai", "azure"))

NOTHING = [
    "Microsoft, OpenAI and Azure",
    "Microsoft, OpenAI and everyone else",
    "Partnerships, terms and exclusives",
    "The big story",
    "Microsoft issued a statement.",
    "OpenAI declined to comment on Monday.",
    "Microsoft has spoken.",
    "Who hosts the stateless APIs?",
    "And what about the other terms?",
    "“Which cloud runs ChatGPT?”",
    "",
    "...",
]

# A headline may wear its verb as a noun: it is contradicted, but never supported.
TURNS = [
    "End of the Microsoft-OpenAI alliance",
    "Microsoft-OpenAI divorce",
]

SOMETHING = [
    "Azure loses its exclusive hold on the APIs",
    "Azure no longer sole host",
    "Microsoft ends partnership",
    "OpenAI alliance over",
    "Terms unchanged",
    "Microsoft to drop OpenAI",
    "Revenue share continues",
    "Stateless APIs leave Azure",
    "Microsoft walks away from OpenAI",
    "Has Azure lost its exclusive role?",
    "Why did Azure lose its exclusive role?",
    "What now that Azure has lost its exclusive role?",
    "Microsoft issued a statement that ends the alliance.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_names_questions_and_announcements_assert_nothing(text: str) -> None:
    assert not asserts(text, "contradicted", NAMES)
    assert not asserts(text, "supported", NAMES)


@pytest.mark.parametrize("text", TURNS)
def test_a_verb_worn_as_a_noun_can_be_contradicted(text: str) -> None:
    assert asserts(text, "contradicted", NAMES)
    assert not asserts(text, "supported", NAMES)


@pytest.mark.parametrize("text", SOMETHING)
def test_sentences_and_headlines_assert_something(text: str) -> None:
    assert asserts(text, "contradicted", NAMES)
    assert asserts(text, "supported", NAMES)
