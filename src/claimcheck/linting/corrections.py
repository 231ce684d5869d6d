"""False claims that a draft raises only to put them right: no findings."""

from __future__ import annotations

import re

from claimcheck.linting.draft import Sentence
from claimcheck.result import Result

_FALSE = (
    r"(?:false|wrong|untrue|incorrect|inaccurate|baseless|unfounded|nonsense|a myth|fiction|misleading"
    r"|mistaken|debunked|not true|not so|not the case|not correct|not accurate|not right|made up)"
)
_RUMOUR = r"(?:claim|rumou?r|report|story|storie|headline|post|suggestion|speculation|assertion)s?"
_BE = r"(?:['’]s| is| are| was| were| has been| have been| turned out to be| proved| remains?)"
_STOP = r"\s*[.!:;,—–-]"
_EARLIER = r"(?:but |well, |in fact,? |actually,? |in reality,? )?"
_THAT_IS_FALSE = (
    rf"(?:that|this|it|they|those|these|which|(?:that|this|the|those|these|such) {_RUMOUR}){_BE}"
    rf"(?: simply| plainly| just| all| also| entirely| completely| totally)? {_FALSE}\b(?! (?:of|for|only)\b)"
)
_IT_DID_NOT = (
    r"(?:that|this|it|they)"
    r"(?:(?: (?:is|was|are|were|did|does|do|has|have|will|would)(?:n['’]t| not))|['’]s not)"
    r"(?: true| so| correct| right| accurate| the case| happening)?"
)
_NONE_IS_TRUE = r"none of (?:that|this|it) (?:is|was) (?:true|so|correct|accurate|right|happening)\b"
_NOT_AT_ALL = r"(?:nope\b|far from it\b|(?:quite )?the opposite\b)"
_FACT = r"(?:the )?(?:facts?|reality|truth)\s*[:—–-]"

# 'That is wrong: ...', 'Not so.', 'This isn't true.', 'Those claims were false', 'Wrong!', 'It did not.'
_DENIAL = re.compile(
    rf"{_EARLIER}(?:{_THAT_IS_FALSE}|{_IT_DID_NOT}{_STOP}|{_NONE_IS_TRUE}|{_FALSE}{_STOP}|no[.,!:;—–-]"
    rf"|{_NOT_AT_ALL}|{_FACT})",
    re.IGNORECASE,
)

# 'Microsoft has denied those reports.', 'The company says otherwise.'
_DENIES = re.compile(
    r"(?:but |yet |however,? )?(?P<who>[^.!?;:\"“”]{1,80}?) (?:(?:den(?:y|ies|ied)|reject(?:s|ed)?"
    r"|dismiss(?:es|ed)?|disput(?:e|es|ed)|refut(?:e|es|ed)|rebut(?:s|ted)?|debunk(?:s|ed)?"
    r"|contradict(?:s|ed)?) "
    rf"(?:it|this|that|these|those|them|(?:that|this|the|those|these|such|all) {_RUMOUR})"
    r"(?= (?:as|on|in|at|outright|flatly|firmly|today|yesterday)\b|\s*[.!;,:—–-]|$)"
    r"|(?:says?|said|insists?|insisted|shows?|states?|stated|tells?) otherwise\b)",
    re.IGNORECASE,
)

# The same at the start of a sentence that goes on with an assertion of its own.
_DENIAL_FIRST = re.compile(
    rf"{_EARLIER}(?:(?:{_THAT_IS_FALSE}|{_IT_DID_NOT}|{_NONE_IS_TRUE}|{_FALSE}|no|{_NOT_AT_ALL})"
    rf"\s*[:;,—–-]|{_FACT})\s+(?=\w)",
    re.IGNORECASE,
)

_CONTRAST = re.compile(
    r"(?:but|yet|however|in fact|in reality|in truth|actually|instead|rather|no|not quite|hardly"
    r"|on the contrary)\b",
    re.IGNORECASE,
)

_LABEL = re.compile(
    r"(?:myth|false claim|fiction|debunked|fake)(?: (?:no\.? ?)?\d+)?\s*[:—–-]", re.IGNORECASE
)
_DEBUNKING_LEAD = re.compile(rf"\b(?:myths?|{_FALSE}|fake)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|no|never|hardly|nobody|none|neither|\w+n['’]t)\b", re.IGNORECASE)


def is_corrected(sentence: Sentence, result: Result, after: Sentence | None, answer: Result | None) -> bool:
    """Does the draft itself put the contradicted ``sentence`` right?

    By a label ('Myth: ...') or the line that leads the list ('These rumours are false:'), or through the
    sentence ``after`` it, judged ``answer`` (``None`` where it asserts nothing): a denial ('Not so.'), a
    contrast that the statement supports on the same claim ('But ...'), or, to a question, any such answer
    or 'No'.
    """
    if _LABEL.match(sentence.text) or _debunks(sentence.segment.lead):
        return True
    if after is None:
        return False
    opening = after.text.lstrip("\"'“‘(*_ ")
    denier = _DENIES.match(opening)
    if _DENIAL.match(opening) or (denier and not _NEGATED.search(denier["who"])):
        return True
    agrees = answer is not None and answer.verdict == "supported" and answer.claim_id == result.claim_id
    return agrees and (is_question(sentence) or _CONTRAST.match(opening) is not None)


def assertion_start(text: str) -> int:
    """Where ``text``, the answer to a sentence before it, begins to assert something of its own: behind
    'That is wrong: ' or 'No, '; 0 where it begins with no such denial."""
    denial = _DENIAL_FIRST.match(text)
    return denial.end() if denial else 0


def is_question(sentence: Sentence) -> bool:
    """Does the sentence end in a question mark (closing quotes and brackets aside)?"""
    return sentence.text.rstrip("\"'”’)]*_ ").endswith(("?", "?!", "!?"))


def _debunks(lead: str) -> bool:
    return _DEBUNKING_LEAD.search(lead) is not None and (
        _NEGATED.search(lead) is None
        or re.search(r"\bnot (?:true|so|correct|the case)\b", lead, re.IGNORECASE) is not None
    )
