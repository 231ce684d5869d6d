"""What in a draft asserts something that can be right or wrong: not its headings without a verb, its labels,
its questions for who or what, and its bare announcements."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.language.lexicon import operators, predicates
from claimcheck.language.tokens import FUNCTION_WORDS, Token, tokenise
from claimcheck.language.words import word
from claimcheck.result import Verdict
from claimcheck.rulesets.wordlist import wordlist

# 'Who hosts the APIs?' asserts nothing, 'Why did Azure lose it?' does. What is presupposed counts:
# 'What now that Azure has lost it?'
_ASKS = re.compile(
    r"[\"'“‘(*_ ]*(?:(?:and|but|so) )?(?:who|whose|whom|which|what|where|when)\b"
    r"(?!.*\b(?:now that|since|because|after|given)\b).*\?[\"'”’)*_ ]*$",
    re.IGNORECASE | re.DOTALL,
)

_AUXILIARIES = wordlist("be have do will would shall should can could may might must")
_BEFORE_VERBS = wordlist("to they we you i who that not")

# Signs of a verdict in a headline that leaves its verb out: 'Azure no longer sole host', 'Alliance over'.
_SAYING = frozenset(("NEG", "NOLONGER", "NOTYET", "STILL", "FALSE", "DENIAL"))
_VERBLESS = wordlist("over dead gone intact unchanged unaffected unaltered untouched finished doomed done")

# Nouns of these classes say that something happened: 'End of the alliance', 'The Microsoft-OpenAI split'.
_TURNS = wordlist("END ALTER LOSE LEAVE MOVE REPLACE REVOKE BREAK CLOSE CONFLICT DECREASE PAUSE BREACH")

# What bodies do when they say something, and what they then have said it in.
_ANNOUNCING = wordlist(
    "issue publish release say state speak announce respond reply comment answer post write blog tweet tell "
    "give make put send hold offer decline refuse statement announcement response press word note news "
    "reaction interview conference spokesperson spokesman spokeswoman company firm group today yesterday "
    "monday tuesday wednesday thursday friday saturday sunday morning evening week joint official new late "
    "short brief long"
)


def asserts(text: str, verdict: Verdict, names: frozenset[str] = frozenset()) -> bool:
    """Does ``text`` say anything of anything, so that ``verdict`` on it can stand?

    Not so a question for who, what, which, where or when; an announcement that leaves out what was announced
    ('Microsoft issued a statement.'); and words that no verb holds together ('Microsoft, OpenAI and
    everyone else'). A headline may wear its verb as a noun ('End of the alliance'): it can be contradicted,
    but only a verb can be supported; to be not addressed, a sentence with its end mark needs but a word that
    may be a verb. ``names`` are words of names, in base form: they say nothing.
    """
    if _ASKS.match(text):
        return False
    tokens = tokenise(text)
    told = {token.lemma for token in tokens if token.is_word} - FUNCTION_WORDS
    if told and not told - names - _ANNOUNCING:
        return False
    if any(_is_verb(tokens, at) for at in range(len(tokens))) or _leaves_out_verb(tokens):
        return True
    if verdict == "contradicted":
        return any(match.label in _TURNS for match in predicates().matches(tokens))
    ended = text.rstrip("\"'”’)]*_ ").endswith((".", "!", "?", "…"))
    return verdict == "not_addressed" and ended and any("v" in word(one).pos for one in told - names)


def _leaves_out_verb(tokens: Sequence[Token]) -> bool:
    """Is a verb left out that every reader adds: 'Azure no longer sole host', 'Terms unchanged'?"""
    return any(token.norm in _VERBLESS for token in tokens) or any(
        match.label in _SAYING for match in operators().matches(tokens)
    )


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Is this token a verb? Of forms that may be nouns as well, those are that have what may be a subject
    before them and something behind them: 'Microsoft ends partnership', not 'partnership terms'."""
    token = tokens[at]
    if token.lemma in _AUXILIARIES:
        return True
    kinds = word(token.lemma).pos
    if "v" not in kinds or token.lemma in FUNCTION_WORDS:
        return False
    if "n" not in kinds and "a" not in kinds:
        return True
    if token.norm != token.lemma and token.norm[-1] not in "seg":  # 'ended', 'lost'
        return True
    before = tokens[at - 1].norm if at else ""
    if before in _BEFORE_VERBS:
        return True
    return bool(before) and _may_be_subject(tokens[at - 1]) and _goes_on(tokens, at)


def _may_be_subject(token: Token) -> bool:
    kinds = word(token.lemma).pos
    return token.is_word and (token.capital or "n" in kinds or not kinds)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].is_word and tokens[at + 1].norm not in ("and", "or", "of")
