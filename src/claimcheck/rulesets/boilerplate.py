"""What stands in a press release besides its matter: who sends it, whom to call, what lawyers want said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from claimcheck.documents.sentences import sentences

BlockKind = Literal["heading", "paragraph", "item"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of prose with its white space folded. ``lead`` is the line, ending in a colon, that introduces
    a list item, or empty; ``question`` the one that the block answers, or empty."""

    text: str
    kind: BlockKind
    lead: str = ""
    question: str = ""


SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")

# Marks of boilerplate are short; what is longer is prose.
_LONGEST_MARK = 120

# Everything from such a line on is about the sender, not the matter.
_END_MARK = re.compile(
    r"(?:[-–—*# ]*ends?[-–—*# ]*|#{2,}|-30-|notes? (?:to|for) editors?.*|"
    r"(?:media|press|investor) (?:contacts?|enquir|inquir|office|relations).*|"
    r"for (?:more|further) information\b.*|contacts?(?:|:.*| (?:us|details|information)\b.*| .*[@\d].*)|"
    r"about [A-Z].{0,60}[^.!?])$",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"(?:for immediate release|press release|news release|media release|statement|embargo(?:ed)?\b.*|©.*|"
    r"copyright\b.*|share this\b.*|follow us\b.*|source: .*|(?:tel|phone|e-?mail|fax)[.:] .*|https?://\S+|"
    r"\S+@\S+\.\w+|(?!\d{4}-\d\d-\d\d)\+?[\d() -]{7,})[:.]?$",
    re.IGNORECASE,
)
# 'About Quillmark: Quillmark runs ...' in one line.
_ABOUT = re.compile(r"About [A-Z][^.:!?]{0,60}: ")

# The head of a section, and the sentences of a paragraph, that only limit liability (the safe harbour of the
# U.S. Private Securities Litigation Reform Act of 1995 and its like elsewhere).
_LEGAL_HEAD = re.compile(
    r"(?:(?:safe[- ]harbou?r|forward[- ]looking|cautionary|disclaimer|legal notice|important (?:legal )?"
    r"(?:notice|information))\b.*)$",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"forward[- ]looking (?:statement|information)|safe[- ]harbou?r (?:statement|provision)|"
    r"Securities Litigation Reform|actual results (?:may|might|could)\b.{0,40}\bdiffer|"
    r"no (?:obligation|duty) to (?:publicly )?(?:update|revise)|not constitute an offer",
    re.IGNORECASE,
)


def matter(blocks: Iterable[Block]) -> Iterator[Block]:
    """``blocks`` without boilerplate: marks such as 'press release', addresses, legal notes, and everything
    from 'About us' or the contacts on. Headings of the matter itself are kept."""
    begun = legal = False
    for block in blocks:
        short = len(block.text) <= _LONGEST_MARK
        if short and begun and block.kind != "item" and _END_MARK.match(block.text):
            return
        if short and is_head(block):
            # A legal section ends with the next heading.
            legal = begun and _LEGAL_HEAD.match(block.text) is not None
        if legal or (short and _NOISE.match(block.text)) or (begun and _ABOUT.match(block.text)):
            continue
        text = _without_legal_note(block.text)
        if text:
            begun = True
            yield replace(block, text=text)


def is_head(block: Block) -> bool:
    """Whether a block is a heading: a line that ends without a mark."""
    return len(block.text) <= 150 and not SENTENCE_END.search(block.text)


def _without_legal_note(text: str) -> str:
    """A paragraph up to its first sentence that only limits liability: what follows explains that."""
    if not _LEGAL.search(text):
        return text
    for start, end in sentences(text):
        if _LEGAL.search(text, start, end):
            return text[:start].rstrip()
    return text
