"""A plain statement to a rule set: its sentences serve as the claims, with nothing written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.documents.segment import Segment
from claimcheck.documents.sentences import sentences
from claimcheck.errors import ClaimcheckError
from claimcheck.language.words import lemma, word
from claimcheck.rulesets.answers import answers
from claimcheck.rulesets.antecedents import Context, resolve
from claimcheck.rulesets.blocks import Outline, arrange, outline
from claimcheck.rulesets.boilerplate import SENTENCE_END, Block
from claimcheck.rulesets.letters import lowered
from claimcheck.rulesets.model import Claim, RuleSet, Statement, Voice
from claimcheck.rulesets.names import Names, find_names, speaker_kinds
from claimcheck.rulesets.quotations import unquoted, utterances
from claimcheck.rulesets.subjects import find_subject
from claimcheck.rulesets.wordlist import wordlist

# A lead-in that ends in one of these is no sentence yet: its items complete it.
_OPEN_ENDS = wordlist(
    "as to is are be been was were will would can must may not that of for by with from on in at "
    "including includes include covers cover excludes exclude affects affect remains remain"
)
_FOLLOWING = re.compile(r"(?:The following|These)(?: (?!remain|are|will|were|have|do|is)\w+)? (?P<rest>\w.*)")
# 'Norvane confirmed that' and 'She added that' in front of the assertion itself.
_SAYING = (
    r"(?:(?:said|says|clarified|announced|noted|added|stressed|emphasi[sz]ed|stated|confirmed|explained|"
    r"(?:wish(?:es)?|wants?|would like) to (?:make (?:it )?clear|stress|clarify|confirm)|can confirm|"
    r"(?:has|have) (?:today )?(?:confirmed|said|announced)) that "
    r"|(?:confirmed|said) (?=[A-Z\d]|the |a |an |its |all |any |no |there |\w+s ))"
)
_ANNOUNCES = re.compile(r"(?:as follows|set out below|listed below|the following)[.:]?$", re.IGNORECASE)
_GREETING = re.compile(r"(?:Hi|Hello|Hey|Dear|Good (?:morning|day|evening))\b[^.?!:]{0,40}[!.,]?")

_LONGEST_TITLE = 200
_MENU = 40  # blocks of a page's menu at most


@dataclass(frozen=True, slots=True)
class _Assertion:
    """One claim in the making: the sentence made plain, the words as written, and whose they are."""

    says: str
    quote: str
    voice: Voice


def read_statement(text: str, name: str) -> RuleSet:
    """The assertions of a plain-text statement; ``name`` becomes its id.

    Title, dateline, date, boilerplate, list lead-ins, quotations, and the plain cases of 'we', 'it' and
    'the company' are understood; each claim keeps its words as written in ``quote``. Ids are ``s01``,
    ``s02`` ... in order. Raises ``ClaimcheckError`` where the text asserts nothing.
    """
    return _ruleset(outline(text), name)


def read_segments(segments: Sequence[Segment], name: str) -> RuleSet:
    """The same from the segments of a Markdown or HTML document."""
    blocks = [
        Block(segment.text, segment.kind, segment.lead)
        for segment in segments
        if segment.kind == "heading" or segment.kind == "paragraph" or segment.kind == "item"
    ]
    return _ruleset(arrange(blocks[_page_title(blocks) :]), name)


def _ruleset(layout: Outline, name: str) -> RuleSet:
    prose = [block for block in layout.blocks if block.kind != "heading"]
    written = [block.text[start:end] for block in prose for start, end in sentences(block.text)]
    # The first word of a question is 'Will', 'Are' ...
    questions = [block.question.partition(" ")[2] for block in prose if block.question]
    names = find_names(layout.title, [*written, *questions], layout.sender)
    found = {assertion.says.casefold(): assertion for assertion in _title(layout.title, names)}
    for assertion in _assertions(layout.blocks, names, " ".join(written)):
        found.setdefault(assertion.says.casefold(), assertion)
    if not found:
        # A statement that is but a question or a quotation still says what its words say.
        found = {
            text.casefold(): _Assertion(text, text, "paraphrased")
            for text in written
            if len(re.findall(r"\w+", text)) > 1
        }
    if not found:
        raise ClaimcheckError(f"{name}: no sentence in this statement; fix: name a file with its full text")
    claims = tuple(
        Claim(id=f"s{number:02}", says=one.says, quote=one.quote, voice=one.voice)
        for number, one in enumerate(found.values(), 1)
    )
    title = layout.title or claims[0].quote
    statement = Statement(
        id="-".join(re.findall(r"[a-z0-9]+", name.lower())) or "statement",
        title=title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rsplit(' ', 1)[0]} ...",
        speaker=names.speaker,
        date=layout.date,
    )
    return RuleSet(statement, claims, names.entities, names.concepts)


def _page_title(blocks: Sequence[Block]) -> int:
    """Where the headline stands if the first heading is but a page's title ('Home', 'Headline | Newsroom',
    often with the page's menu behind it), else 0."""
    page = blocks[0].text if blocks and blocks[0].kind == "heading" else ""
    for at, block in enumerate(blocks[1:_MENU], 1):
        if block.kind == "heading":
            return at if page.startswith(block.text) or len(page.split()) < 3 or "|" in page else 0
        if SENTENCE_END.search(block.text):
            return 0  # the matter has begun
    return 0


def _title(title: str | None, names: Names) -> Iterator[_Assertion]:
    """A title that says what the speaker does ('Tessaro recalls ...') is an assertion; others are labels."""
    if title and names.speaker and title.startswith(f"{names.speaker} "):
        verb = title[len(names.speaker) :].split()[0].lower()
        if "v" in word(lemma(verb)).pos and lemma(verb) != verb:
            yield _Assertion(_sentence(title), title, "paraphrased")


def _assertions(blocks: Sequence[Block], names: Names, body: str) -> Iterator[_Assertion]:
    kinds = speaker_kinds(names.speaker, body) if names.speaker else []
    teller = rf"(?:The )?(?:[Cc]ompan(?:y|ies)|statement|{re.escape(names.speaker or 'It')})|He|She"
    frame = re.compile(rf"(?:{teller})(?: also)? {_SAYING}")
    context = Context()
    before: Block | None = None
    for block in blocks:
        # A list goes on with what its items speak of; a new paragraph starts afresh.
        if not (block.kind == "item" and before is not None and before.kind == "item"):
            context = Context()
        before = block
        if block.kind == "heading":
            continue
        text = block.text
        if block.question:
            start, end = sentences(text)[0]
            for answer in answers(block.question, text[start:end], names.speaker):
                says, context = resolve(answer.says, context, names.speaker, kinds)
                yield _Assertion(_sentence(says), answer.read_from, "paraphrased")
                text = block.text[end:]
        said = list(utterances(text))
        quotes = any(utterance.voice == "quoted" for utterance in said)
        quoted = _quoted_person(text, names) if quotes else None
        for index, utterance in enumerate(said):
            whole = _with_lead(utterance.text, block.lead) if index == 0 else utterance.text
            if _ANNOUNCES.search(whole) or _GREETING.fullmatch(whole):
                continue
            author = quoted if utterance.voice == "quoted" else names.author
            says, context = resolve(whole, context, names.speaker, kinds, author)
            yield _Assertion(_sentence(_unframed(says, frame)), utterance.text, utterance.voice)


def _quoted_person(text: str, names: Names) -> str | None:
    """The first name beside the speaker's own that stands outside the quotations of a block."""
    outside = unquoted(text)
    for entity in names.entities:
        forms = (entity.name, *entity.aliases)
        if entity.name != names.speaker and any(
            re.search(rf"\b{re.escape(form)}\b", outside) for form in forms
        ):
            return entity.name
    return names.author


def _unframed(sentence: str, frame: re.Pattern[str]) -> str:
    found = frame.match(sentence)
    return sentence[found.end() :] if found else sentence


def _with_lead(item: str, lead: str) -> str:
    """A list item with the line that introduces it, where only both together make a sentence."""
    if not lead:
        return item
    start, end = sentences(lead)[-1]
    opening = lead[start:end].rstrip(" :")
    following = _FOLLOWING.fullmatch(opening)
    if following and find_subject(item) is None:
        return f"{item.rstrip('.;,')} {following['rest']}"
    if opening.split()[-1].lower() in _OPEN_ENDS:
        return f"{opening} {lowered(item)}"
    return item


def _sentence(text: str) -> str:
    """With a capital at the start and a full stop at the end."""
    text = text.strip().rstrip(" ,;:")
    text = text[0].upper() + text[1:] if text.split()[0].islower() else text
    return text if text.endswith((".", "!", "…", "?")) else f"{text}."
