"""Rules that no weight outvotes. 'supported' is a certificate: where one of these speaks, it is withheld."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimcheck.judging.features import TURNING
from claimcheck.judging.index import Index
from claimcheck.judging.kin import EXACT
from claimcheck.judging.opinion import Opinion
from claimcheck.language.lexicon import Match, covered
from claimcheck.language.reading import Reading
from claimcheck.language.tables import word_sets
from claimcheck.language.tokens import FUNCTION_WORDS
from claimcheck.language.words import word

_SHORTEST_NAME = 4  # shorter words that no dictionary has are slang as often as names
_ENGLISH_SHARE = 0.4  # below this share of known words a text of four words or more is not English
_TELLING = frozenset({"SAY", "REPORT"})
_DENIALS = TURNING | {"NEG_WEAK"}
_NOT = frozenset({"not", "never"})
_FRAMES = frozenset({"DENIAL", "FALSE"})
_FOREIGN = word_sets()["foreign-words"]  # function words of other languages
_AUXILIARIES = word_sets()["auxiliaries"]


def why_not_judged(reading: Reading, index: Index) -> str | None:
    """Why ``reading`` cannot be judged at all, or ``None``: nothing in it, or not English."""
    words = [token for token in reading.tokens if token.is_word]
    if not words and not reading.quantities:
        return "There is nothing to check in this text."
    known = sum(
        token.lemma in FUNCTION_WORDS or bool(word(token.lemma).pos) or token.lemma in index.claims_with
        for token in words
    )
    closed = sum(token.norm in FUNCTION_WORDS for token in words)
    foreign = sum(token.norm in _FOREIGN for token in words)
    if len(words) > 3 and (known < _ENGLISH_SHARE * len(words) or foreign > max(1, closed)):
        return "This text does not look like English; only English is judged."
    return None


def says_something(opinion: Opinion) -> bool:
    """Whether anything is said of anything: two words with a meaning of their own, one of them no name, and
    a verb form or a word that the lexicon knows as saying something."""
    reading = opinion.reading
    named = covered(match for match in opinion.names if match.label[0] in "=/")
    framing = covered(match for match in (*reading.operators, *reading.predicates) if match.label in _TELLING)
    told = [at for at in reading.content if at not in named and at not in framing]
    if not told or len(reading.content) < 2:
        return False
    return bool(reading.predicates or reading.operators) or any(
        token.is_word and (token.lemma in _AUXILIARIES or (at not in named and "v" in word(token.lemma).pos))
        for at, token in enumerate(reading.tokens)
    )


def stranger_speaking(reading: Reading, names: Sequence[Match], index: Index) -> str | None:
    """The named person or body outside the statement to whom ``reading`` ascribes what it says ('Moody's:
    ...', '... , argues Priya Raman'), or ``None``: the statement does not tell what they said."""
    tokens = reading.tokens
    for match in reading.predicates:
        if match.label == "SAY" and match.start > 0:
            before, after = match.start - 1, match.end
            for at in (before, after):
                if (
                    at < len(tokens)
                    and _is_strange_name(reading, at, names, index)
                    and (at == before or after == len(tokens) - 1 or not tokens[before].is_word)
                ):
                    return reading.text[tokens[at].start : tokens[at].end]
    if len(tokens) > 2 and tokens[1].norm == ":" and _is_strange_name(reading, 0, names, index):
        return reading.text[tokens[0].start : tokens[0].end]
    return None


def _is_strange_name(reading: Reading, at: int, names: Sequence[Match], index: Index) -> bool:
    token = reading.tokens[at]
    return (
        token.is_word
        and len(token.norm) >= _SHORTEST_NAME
        and not token.norm.endswith("s")  # 'signatories', 'councillors'
        and not word(token.lemma).pos
        and token.lemma not in index.claims_with
        and not reading.operator_at[at]
        and not reading.predicate_at[at]
        and token.norm not in FUNCTION_WORDS
        and token.lemma not in _AUXILIARIES
        and not any(match.start <= at < match.end for match in names)
    )


def why_not_supported(
    opinion: Opinion, index: Index, opinion_without: Callable[[set[int]], Opinion]
) -> str | None:
    """Why a text that the weights call supported may not be called so, or ``None``.

    ``opinion_without`` is what the weights make of it without some of its tokens. Where a simple sentence
    denies something and would be supported as well, or better, if it did not, the weights have not understood
    what is denied. Where what is denied, or called false, is a claim in its own words, the whole is not
    supported.
    """
    reading, names, claim = opinion.reading, opinion.names, opinion.claim
    stranger = stranger_speaking(reading, names, index)
    if stranger is not None:
        return f"The statement does not tell what {stranger} said."
    if claim is not None and _denies_only(reading, index.readings[claim]):
        return "It says that something is not the only one, where the statement says that it is."
    rival = _named_instead(opinion, index, "/", "=")
    if rival is not None:
        return f'It speaks of "{rival}" instead.'
    strange = _strange_quantity(reading, index)
    if strange is not None:
        return f'The statement does not give "{strange}".'
    denials = [match for match in reading.operators if match.label in _DENIALS]
    frame = covered(match for match in denials if match.label in _FRAMES)
    odd = covered(denials) if len(denials) % 2 else set()
    if _echoes(opinion) and any(gone and _repeats(opinion_without(gone)) for gone in (frame, odd)):
        return "It denies what the statement says."
    if len(denials) == 1 and len(set(reading.clauses)) == 1:
        # Of 123 longer sentences that would have read as supported without their denials, 87 were supported.
        affirmed = opinion_without(_with_auxiliary(odd, reading))
        both = _is_plain(denials[0], reading) and affirmed.verdict == "supported"
        if both or affirmed.scores["supported"] >= opinion.scores["supported"]:
            return "What its denial covers is not clear enough to vouch for it."
    return None


def _echoes(opinion: Opinion) -> bool:
    """Whether at least half of the words of the text are those of the claim that it comes nearest to."""
    links = opinion.alignments[0].links if opinion.alignments else {}
    return 2 * sum(link.nearness >= EXACT for link in links.values()) >= len(opinion.reading.content)


def _is_plain(denial: Match, reading: Reading) -> bool:
    """Whether ``denial`` is a 'not' or 'never', which turns the whole sentence ('no', 'outside' and 'neither'
    may turn a part of it)."""
    return any(reading.tokens[at].norm in _NOT for at in range(denial.start, denial.end))


def _with_auxiliary(denial: set[int], reading: Reading) -> set[int]:
    """``denial`` with the 'does' of 'does not', which stands there for the sake of 'not', and the 'will' of
    'will not' (the news that something will be speaks of a change, that it will not be need not)."""
    return denial | {at - 1 for at in denial if at and reading.tokens[at - 1].lemma in ("do", "will")}


def _repeats(opinion: Opinion) -> bool:
    return opinion.repeats and opinion.verdict == "supported"


def another_thing(opinion: Opinion, index: Index) -> str | None:
    """What the text names that the rule set tells apart from what the claim is about, where it does not name
    that itself ('unlike' of a concept: another matter), or ``None``."""
    return _named_instead(opinion, index, "~", "#")


def _named_instead(opinion: Opinion, index: Index, other: str, own: str) -> str | None:
    if opinion.claim is None:
        return None
    reading, about = opinion.reading, index.about[opinion.claim]
    said = {match.label for match in opinion.names}
    for match in opinion.names:
        name = match.label[1:]
        if match.label[0] == other and name in about and own + name not in said:
            tokens = reading.tokens
            return reading.text[tokens[match.start].start : tokens[match.end - 1].end]
    return None


def _denies_only(reading: Reading, claim: Reading) -> bool:
    said = {match.label for match in reading.operators}
    return "NOTONLY" in said and "ONLY" not in said and any(m.label == "ONLY" for m in claim.operators)


def _strange_quantity(reading: Reading, index: Index) -> str | None:
    for said in reading.quantities:
        if said.unit == "count" and said.value < 3:
            continue  # 'the two companies'
        if not index.giving(said):
            return reading.text[reading.tokens[said.start].start : reading.tokens[said.end - 1].end]
    return None
