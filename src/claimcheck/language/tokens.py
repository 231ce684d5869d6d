"""A text becomes tokens: words, numbers and marks, each with its exact place.

Tokens are compared by ``norm`` (folded case, width, accents and quote style; contractions taken apart,
shorthand spelt out) and ``lemma``; ``start`` and ``end`` are code points into the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claimcheck.language.tables import columns, values, word_sets
from claimcheck.language.words import lemma

# Marks that combine with a letter, and invisible characters: part of the word they stand in.
_RIDERS = "\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
_LETTER = rf"[^\W\d_][{_RIDERS}]*"

_TOKEN = re.compile(
    rf"""
    \x1b\[[\d;]*[a-z]                                  # the colours of a terminal: no words
  | https?://\S+ | www\.\S+
  | (?:{_LETTER}\.){{2,}}(?![^\W\d_])                 # U.S.
  | [£$€¥]?\d(?:[\d,]*\d)?(?:\.\d+)*(?:%|[a-z]{{1,3}}\b)?  # 3.75  £48m  12,000  27k  5%  2nd
  | (?:{_LETTER})+\d[^\W_]*                          # b4, Q3, GPT4
  | [@\#$]?(?:{_LETTER})+(?:['’ʼ](?:{_LETTER})+)*  # words, don't, #tags, $TICKERS
  | [?!.,;:()…–—\-&+=<>%€£$¥/]                      # no quotation marks: their style tells nothing
    """,
    re.VERBOSE | re.IGNORECASE,
)

_NUMBER_TAILS = (
    frozenset(values("quantity-words.txt")["scales"])
    | word_sets()["percent-words"]
    | {"st", "nd", "rd", "th", "am", "pm", "s"}
)
# The closed classes of English: articles, pronouns, prepositions, auxiliaries, conjunctions.
FUNCTION_WORDS = word_sets()["function-words"]
_KICKERS = word_sets()["kickers"]
_ENDINGS = frozenset(".!…,;:-")
_LONGEST = 100  # letters of a word that are read: what is longer is none, and would fill the memory

_BEFORE_NOT = values("spellings.txt")["before-n't"]
_LOOK_ALIKES = str.maketrans(values("spellings.txt")["look-alikes"])
_BEHIND_APOSTROPHE = values("spellings.txt")["behind-apostrophe"]
_UNSEEN = frozenset({"Mn", "Me", "Cf"})  # accents, enclosing marks, invisible characters
_STYLES = str.maketrans("‘’ʼ–—", "'''--")
_WIDE = {plain + 0xFEE0: plain for plain in range(ord("!"), ord("~") + 1)}  # letter for letter


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
    """Case, width, accents, apostrophes and dashes folded, and letters of other scripts that pass for Latin
    ones among Latin ones; keeps no length promise."""
    if any(c.isascii() and c.isalpha() for c in text):
        text = text.translate(_LOOK_ALIKES)
    text = unicodedata.normalize("NFKD", text.translate(_STYLES))
    return "".join(c for c in text if unicodedata.category(c) not in _UNSEEN).casefold()


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order, without the marks that end it, save a question mark. Any string is
    accepted."""
    if not text.isascii():
        text = text.translate(_WIDE)
    shouting = _is_shouting(text)
    out: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        for norm, base, is_word, capital in _folded(match.group()[:_LONGEST]):
            out.append(Token(norm, base, start, end, is_word, capital and not shouting))
    return trimmed(out)


@lru_cache(maxsize=10_000)  # headlines repeat their words
def _folded(raw: str) -> tuple[tuple[str, str, bool, bool], ...]:
    """The norm and lemma of each token that the piece ``raw`` of a text stands for, whether it is a word, and
    whether it has a capital."""
    small = raw.casefold()
    if small.startswith(("\x1b", "www.")) or (small.startswith("http") and "://" in small):
        return ()
    norm = fold(raw) if not raw.isascii() or "'" in raw else small
    if norm and (norm[0] in "@#" or (norm[0] == "$" and len(norm) > 1 and norm[1].isalpha())):
        norm = norm[1:]
    if norm[:1].isalpha() or _is_model(norm):
        capital = raw.lstrip("@#$")[:1].isupper()
        parts = filter(None, _parts(norm, _shorthand()))
        return tuple((part, lemma(part), True, capital) for part in parts)
    return ((norm, norm, False, False),) if norm else ()


def trimmed(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """``tokens`` without what changes no meaning: the marks at their end, save a question mark, and the
    kicker of a headline ('BREAKING: ...')."""
    start, end = 0, len(tokens)
    while end and tokens[end - 1].norm in _ENDINGS:
        end -= 1
    for width in (1, 2):
        if width + 1 < end and tokens[width].norm == ":":
            words = " ".join(token.norm for token in tokens[:width])
            start = width + 1 if words in _KICKERS else start
    return tuple(tokens[start:end])


def _parts(norm: str, shorthand: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    known = shorthand.get(norm)
    if known is not None:
        return known
    if "." in norm:
        norm = norm.replace(".", "")
    if "'" not in norm:
        return (norm,)
    if norm.endswith("n't"):
        return (_BEFORE_NOT.get(norm[:-3], norm[:-3]), "not")
    stem, _, tail = norm.partition("'")
    if tail == "s":
        return (stem,)
    full = _BEHIND_APOSTROPHE.get(tail)
    return (stem, full) if full else (norm.replace("'", ""),)


def _is_model(norm: str) -> bool:
    """Whether a token that starts with a digit is a name ('4g', '3ds'), no amount ('4bn', '2nd', '9am')."""
    tail = norm.lstrip("0123456789")
    return 0 < len(tail) < len(norm) and tail.isalpha() and tail not in _NUMBER_TAILS


def _is_shouting(text: str) -> bool:
    """Whether capitals tell nothing: a text in capitals or with a capital on most words."""
    words = [w for w in text.split() if w[:1].isalpha() and len(w) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def is_content(token: Token) -> bool:
    """Whether a token carries meaning of its own: a number, or a word outside the closed classes."""
    return token.is_number or (token.is_word and token.lemma not in FUNCTION_WORDS)
