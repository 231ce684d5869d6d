"""Where sentences end in English prose.

Rules and word lists are our own; the cases follow the 'golden rules' of English sentence boundaries that
Kevin Dias collected for the Pragmatic Segmenter (abbreviations, initials, decimals, ellipses, quotations).
"""

from __future__ import annotations

import re

from claimcheck.documents.wordlist import words

# A run of end marks with the quotes and brackets that close behind it, then white space; or a blank line.
# The look-behinds and possessive repeats keep hostile runs of marks or blanks linear.
_END = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>[\"'”’»)\]*_]*+)(?P<gap>\s++)"
    r"|(?<![ \t])(?P<blank>[ \t]*+\n[ \t]*+\n\s*+)"
)

_LAST_WORD = re.compile(r"[^\s(\[\"'“‘«]*$")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[*_]*(\w[\w'’]*)?")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|[A-HJ-Z]")
_LONGEST_ABBREVIATION = 24

_OPEN, _CLOSE = "([", ")]"
_CLOSING = "\"'”’»)]"

# Brackets farther apart are slips of the pen or a smiley, and hold nothing together.
_LONGEST_BRACKET = 400

# A name or a number follows: the full stop never ends a sentence.
_BEFORE_NAME = words(
    "mr mrs ms mx dr prof rev fr sr st gen col maj capt lt sgt cmdr adm sen rep gov pres hon messrs fig "
    "figs nos vol pp al e.g i.e cf vs v viz approx"
)

# Written with a capital (or with inner stops) they may end a sentence or not: only a word that starts
# sentences decides that they did.
_EITHER = words(
    "inc corp co ltd llc plc bros dept univ assn bldg ave blvd rd mt ft jr esq ph.d jan feb mar apr jun "
    "jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m u.s u.k u.n e.u d.c"
)

# Left out: 'I' and 'A', which are initials as often.
_STARTERS = words(
    "the an this that these those it its he she they we you his her their our my your there here in on at "
    "by for from with without to as if when while after before since although though because but and so "
    "or yet however meanwhile still instead also then now no not yes what who why how where both all some "
    "many most neither nothing nobody once under over despite according"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as code-point slices ``(start, end)``, end exclusive, in order.

    Slices hold no white space at either end, do not overlap, and leave out nothing but white space. Text
    without an end mark (a heading, a list item) is one sentence. Nothing is split at a semicolon, within
    brackets, or between a question and its 'A:'.
    """
    found: list[tuple[int, int]] = []
    start = 0
    inside = _bracketed(text)
    for match in _END.finditer(text):
        if match["blank"] is None:
            # '(It was signed. Twice.) So' ends with its bracket, 'it (once. Twice.) was' does not.
            closes = text[start : start + 1] in _OPEN and any(char in _CLOSE for char in match["close"])
            if (inside and inside[match.start()] and not closes) or not _ends(text, match, start):
                continue
        end = match.start() if match["blank"] is not None else match.end("close")
        _append(found, text, start, end)
        start = match.end()
    _append(found, text, start, len(text))
    return found


def lead_line(text: str) -> str:
    """The last sentence of ``text`` where it ends in a colon and so introduces what follows, else empty."""
    if not text.endswith(":"):
        return ""
    start, end = sentences(text)[-1]
    return text[start:end]


def _append(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        found.append((start, start + len(stripped)))


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    """Does a sentence that began at ``start`` end with this mark?"""
    following = _NEXT_WORD.match(text, match.end())
    assert following is not None
    word = following[1] or ""
    mark = match["mark"]
    if word == "A" and text[following.end() : following.end() + 1] == ":":
        return False
    if word[:1].islower() and not _styled(word):
        return False
    if mark != ".":
        # 'Wait ... what' goes on; 'Wait ... What' and 'Wait. ... What' do not.
        return not (set(mark) <= {".", "…"} and not word and match.end() < len(text))
    before = _LAST_WORD.search(text, max(start, match.start() - _LONGEST_ABBREVIATION), match.start())
    last = before.group() if before else ""
    lowered = last.lower()
    if lowered == "no":  # 'No. 5' is a number, 'No. The deal stands.' is an answer
        return not word[:1].isdigit()
    if not last:  # 'he "has left". We' ends, ' . 5' does not
        return start < match.start() and text[match.start() - 1] in _CLOSING
    if lowered in _BEFORE_NAME:
        return False
    if _INITIALS.fullmatch(last) or (lowered in _EITHER and (last[0].isupper() or "." in last)):
        return not word or word.lower() in _STARTERS
    # '1. Azure stays' numbers an item.
    return not (last.isdigit() and len(last) <= 3 and match.start() - start == len(last))


def _styled(word: str) -> bool:
    """Names that begin with a small letter and go on with a capital: iPhone, eBay, xAI."""
    return any(char.isupper() for char in word[1:3])


def _bracketed(text: str) -> bytearray | None:
    """1 for each character within a closed pair of brackets, or ``None`` where there are none."""
    if not any(char in text for char in _OPEN):
        return None
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if char in _OPEN:
            opened.append(at)
        elif char in _CLOSE and opened:
            first = opened.pop()
            if at - first <= _LONGEST_BRACKET:
                pairs.append((first, at))
    inside = bytearray(len(text))
    for first, last in pairs:
        inside[first:last] = b"\x01" * (last - first)
    return inside
