"""A text that repeats a claim in its own words, or denies it in them: no weighing is needed."""

from __future__ import annotations

from claimcheck.judging.align import Alignment
from claimcheck.judging.features import TURNING
from claimcheck.judging.index import Index
from claimcheck.language.comparing import compare
from claimcheck.language.reading import Reading
from claimcheck.result import Verdict

_EXACT = 0.99
_LEFT_OUT = 0.5  # the share of a claim's words that its denial may leave out
_FRAME = frozenset({"SAY", "CONFIRM", "HEDGE", "TRUE", "FALSE", "DENY"})  # predicates that only report
_FRAME_OPERATORS = TURNING | {"REPORT", "TRUE"}


def restated(reading: Reading, index: Index, alignment: Alignment) -> Verdict | None:
    """'supported' where ``reading`` says the aligned claim again, word for word but for grammar and frame
    ('Report:', 'X confirms that'), 'contradicted' where it denies it or gives another number in it; ``None``
    where it says anything else."""
    claim = index.readings[alignment.claim]
    linked = [
        at for at in reading.content if at in alignment.links and alignment.links[at].nearness >= _EXACT
    ]
    strange = [at for at in reading.content if at not in linked and not _is_frame(reading, index, at)]
    places = [alignment.links[at].at for at in linked]
    repeated = {claim.tokens[place].lemma for place in places}
    said, told = _operators(reading), _operators(claim)
    only_denied = _is_only_denied(said, told)
    if len(linked) < 2 or strange or places != sorted(places):
        return None
    if said != told and not only_denied:
        return None
    agreeing = [reading.signs[at] == claim.signs[alignment.links[at].at] for at in linked]
    # The subject stands before the denial: 'X will not keep Y' denies 'keep Y'.
    if agreeing != sorted(agreeing, reverse=True):
        return None
    numbers = _numbers(reading, claim)
    same = all(agreeing)
    if only_denied:
        return "contradicted" if same and numbers == "same" else None
    left_out = sum(claim.tokens[at].lemma not in repeated for at in claim.content)
    if left_out or numbers == "unlike":
        # To deny part of what a claim says is to deny the claim; to assert part of it may be to widen it.
        whole = left_out <= _LEFT_OUT * len(claim.content)
        given = _gives_all(reading, claim)
        return "contradicted" if not same and whole and given else None
    if same and _denials(reading) != _denials(claim):
        return None  # 'It is not true that 1. The toll ...': denied, but none of the claim's words
    if numbers == "other":
        return "contradicted" if same else None
    return "supported" if same else "contradicted"


def _is_only_denied(said: list[str], given: list[str]) -> bool:
    """Whether the text says 'not the sole' where the claim says 'the sole', and else the same."""
    return (
        said.count("NOTONLY") == 1
        and given.count("ONLY") == 1
        and [one for one in said if one != "NOTONLY"] == [one for one in given if one != "ONLY"]
    )


def _gives_all(reading: Reading, claim: Reading) -> bool:
    """Whether every quantity of the text is one of the claim's."""
    return all(any(compare(a, b) == "same" for b in claim.quantities) for a in reading.quantities)


def _is_frame(reading: Reading, index: Index, at: int) -> bool:
    lemma = reading.tokens[at].lemma
    return (
        reading.predicate_at[at] in _FRAME
        or reading.operator_at[at] in _FRAME_OPERATORS
        or lemma in index.everywhere
    )


def _denials(reading: Reading) -> int:
    return sum(match.label in TURNING for match in reading.operators)


def _operators(reading: Reading) -> list[str]:
    return sorted(m.label for m in reading.operators if m.label not in _FRAME_OPERATORS)


def _numbers(reading: Reading, claim: Reading) -> str:
    """'same' where the quantities of both agree one by one, 'other' where one of the text's differs,
    'unlike' where they cannot be laid beside each other."""
    if len(reading.quantities) != len(claim.quantities):
        return "unlike"
    found = {compare(a, b) for a, b in zip(reading.quantities, claim.quantities, strict=True)}
    return "unlike" if "unlike" in found else "other" if "other" in found else "same"
