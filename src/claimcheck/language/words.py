"""Words as a dictionary knows them: base forms, kin, opposites.

The table is compiled from WordNet 3.0 (Princeton University; see data/LICENSE-wordnet) by
bench/compile_wordnet.py. It is read once, on first use.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from claimcheck.language.tables import DATA, columns, values

_EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Word:
    """What WordNet says of a lemma: parts of speech ('nvar'), senses, their parents, opposites, kin."""

    pos: str
    senses: frozenset[str]
    parents: frozenset[str]
    antonyms: frozenset[str]
    relatives: frozenset[str]


_UNKNOWN = Word("", _EMPTY, _EMPTY, _EMPTY, _EMPTY)


@cache
def _rows() -> list[str]:
    """The table as it stands: in order, so that a row is found without taking the others apart."""
    return (DATA / "wordnet.tsv").read_text("utf-8").splitlines()


def _row(lemma: str) -> str | None:
    """What the table says of a lemma, or ``None``."""
    rows, start = _rows(), lemma + "\t"
    at = bisect_left(rows, start)
    return rows[at][len(start) :] if at < len(rows) and rows[at].startswith(start) else None


@cache
def _irregular() -> dict[str, str]:
    return columns("irregular.tsv")


@lru_cache(maxsize=20_000)
def word(lemma: str) -> Word:
    """The entry of a lemma, an empty one where WordNet has none."""
    row = _row(lemma)
    if row is None:
        return _UNKNOWN
    pos, *cells = row.split("\t")
    return Word(pos, *(frozenset(cell.split()) for cell in cells))


@lru_cache(maxsize=20_000)
def lemma(form: str) -> str:
    """The base form of a lower-case word form: 'scrapped' gives 'scrap', 'licences' gives 'license'."""
    known = _irregular().get(form)
    if known is not None:
        return known
    for candidate in _candidates(form):
        american = _american(candidate)
        if _row(american) is not None:
            return american
        if _row(candidate) is not None:
            return candidate
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3:
        return _american(form[:-1])
    return _american(form)


def _candidates(form: str) -> list[str]:
    """Base forms that English spelling allows for ``form``, the likeliest first."""
    out: list[str] = [form] if len(form) < 5 else []
    if form.endswith("ies") and len(form) > 4:
        out.append(form[:-3] + "y")
    if form.endswith("es") and len(form) > 3:
        out += [form[:-1], form[:-2]]
    elif form.endswith("s") and not form.endswith("ss") and len(form) > 3:
        out.append(form[:-1])
    for ending in ("ing", "ed"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "ls":
                out += [stem[:-1], stem]
            elif len(stem) > 2 and stem[-1] == stem[-2]:
                out += [stem, stem[:-1]]
            else:
                out += [stem + "e", stem] if _wants_e(stem) else [stem, stem + "e"]
            if ending == "ed" and stem.endswith("i"):
                out.insert(0, stem[:-1] + "y")
    out.append(form)
    return out


def _wants_e(stem: str) -> bool:
    return stem[-1] in "cguvz" or (
        stem[-1] in "srtlkpn" and len(stem) > 2 and stem[-2] in "aiou" and stem[-3] not in "aeiou"
    )


_BRITISH_WORDS = values("spellings.txt")["british-words"]
_BRITISH_ENDINGS = tuple(values("spellings.txt")["british-endings"].items())


def _american(form: str) -> str:
    """The American spelling of a British one, else the form as it is."""
    if form in _BRITISH_WORDS:
        return _BRITISH_WORDS[form]
    for british, american in _BRITISH_ENDINGS:
        if form.endswith(british):
            other = form[: -len(british)] + american
            if _row(other) is not None:
                return other
    return form
