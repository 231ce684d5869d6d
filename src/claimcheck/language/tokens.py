"""A text becomes tokens: words, numbers and marks, each with its exact place.

Tokens are compared by ``norm`` (folded case, width, accents and quote style; contractions taken apart,
shorthand spelt out) and ``lemma``; ``start`` and ``end`` are code points into the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from claimcheck.language.tables import columns, values, word_sets
from claimcheck.language.words import lemma, word

_TOKEN = re.compile(
    r"""
    https?://\S+ | www\.\S+
  | [£$€¥]?\d(?:[\d,]*\d)?(?:\.\d+)*(?:%|[a-z]{1,3}\b)?  # 3.75  £48m  12,000  27k  5%  2nd
  | [^\W\d_]+\d[^\W_]*                               # b4, Q3, GPT4
  | [@\#$]?[^\W\d_]+(?:['’ʼ][^\W\d_]+)*              # words, don't, #tags, $TICKERS
  | [?!.,;:()"“”«»…–—\-&+=<>%€£$¥/]
    """,
    re.VERBOSE | re.IGNORECASE,
)

_BEFORE_NOT = values("spellings.txt")["before-n't"]
_BEHIND_APOSTROPHE = values("spellings.txt")["behind-apostrophe"]
_QUOTES = str.maketrans("‘’ʼ“”«»–—", '\'\'\'""""--')


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark. ``capital``: written with a capital where the rest of the text is not."""

    norm: str
    lemma: str
    start: int
    end: int
    is_word: bool
    capital: bool

    @property
    def is_number(self) -> bool:
        return any(c.isdigit() for c in self.norm)


@cache
def _shorthand() -> dict[str, tuple[str, ...]]:
    """Contractions, slang and shorthand: 'dont' and "don't" are 'do not', 'ppl' are 'people'."""
    return {short: tuple(long.split()) for short, long in columns("shorthand.tsv").items()}


def fold(text: str) -> str:
    """Case, width, accents and quote style folded; keeps no length promise."""
    text = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    return "".join(c for c in text if not unicodedata.combining(c)).casefold()


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order. Any string is accepted."""
    shorthand = _shorthand()
    shouting = _is_shouting(text)
    out: list[Token] = []
    for match in _TOKEN.finditer(text):
        raw = match.group()
        start, end = match.span()
        if raw.startswith(("http", "www.")) and ("://" in raw or raw.startswith("www.")):
            continue
        norm = fold(raw) if not raw.isascii() or "'" in raw else raw.casefold()
        if norm[0] in "@#" or (norm[0] == "$" and len(norm) > 1 and norm[1].isalpha()):
            norm = norm[1:]
        is_word = norm[:1].isalpha()
        capital = is_word and raw.lstrip("@#$")[:1].isupper() and not shouting
        for part in _parts(norm, shorthand) if is_word else (norm,):
            out.append(Token(part, lemma(part) if is_word else part, start, end, is_word, capital))
    return tuple(out)


def _parts(norm: str, shorthand: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    known = shorthand.get(norm)
    if known is not None:
        return known
    if "'" not in norm:
        return (norm,)
    if norm.endswith("n't"):
        return (_BEFORE_NOT.get(norm[:-3], norm[:-3]), "not")
    stem, _, tail = norm.partition("'")
    if tail == "s":
        return (stem,)
    full = _BEHIND_APOSTROPHE.get(tail)
    return (stem, full) if full else (norm.replace("'", ""),)


def _is_shouting(text: str) -> bool:
    """Whether capitals tell nothing: a text in capitals or with a capital on most words."""
    words = [w for w in text.split() if w[:1].isalpha() and len(w) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def is_content(token: Token) -> bool:
    """Whether a token carries meaning of its own: a number, or a word outside the closed classes."""
    return token.is_number or (token.is_word and token.lemma not in function_words())


def function_words() -> frozenset[str]:
    """The closed classes of English: articles, pronouns, prepositions, auxiliaries, conjunctions."""
    return word_sets()["function-words"]


def may_be(token: Token, pos: str) -> bool:
    """Whether the dictionary knows the token's lemma as this part of speech (one of 'n', 'v', 'a', 'r')."""
    return pos in word(token.lemma).pos
