"""Who and what a statement names: the speaker, other names with their short forms, and abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.language.tokens import function_words
from claimcheck.language.words import lemma, word
from claimcheck.rulesets.model import Concept, Entity
from claimcheck.rulesets.wordlist import wordlist


@dataclass(frozen=True, slots=True)
class Names:
    """What ``find_names`` found. ``speaker`` is the name that stands for 'we' and 'the company', or
    ``None``; its entity comes first among ``entities``."""

    speaker: str | None
    entities: tuple[Entity, ...]
    concepts: tuple[Concept, ...]


# Kinds of organisation: 'the club' is the speaker if its name says so, the general ones always.
GENERAL_KINDS = ("company", "firm", "organisation", "organization", "group", "tech giant")
KINDS = (
    "club", "bank", "university", "college", "school", "studio", "agency", "ministry", "department",
    "council", "commission", "committee", "association", "federation", "league", "union",
    "charity", "foundation", "institute", "hospital", "trust", "airline", "retailer",
    "laboratory", "party", "government", "church", "museum", "society", "board", "authority",
    "office", "fund", "network", "team",
)  # fmt: skip
_NAMED_KINDS = {"laboratories": "laboratory", "labs": "laboratory", "games": "studio", "fc": "club"}

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w&]*(?:[-.'’][A-ZÀ-ÖØ-Þ]\w+)*"
_NAME = re.compile(rf"\b{_CAPITAL}(?:(?: of the | of | de | ){_CAPITAL})*")
_BRACKETED = re.compile(
    r"(?P<long>(?:[\w-]+ ){1,8}[\w-]+) \((?:the )?[\"“']?(?P<short>[A-Z][A-Za-z]{1,7})[\"”']?\)"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_CALENDAR = wordlist(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december today yesterday tomorrow"
)
_ROLES = wordlist(
    "mr mrs ms dr professor prof sir dame lord governor president minister chair chairman chairwoman "
    "chief ceo officer head director chancellor vice-chancellor executive secretary manager editor "
    "spokesperson"
)
# Words that mark an organisation or a place, and are no surname.
_KIND_WORDS = wordlist(
    "holdings group telecom laboratories labs games advisory partners capital ventures media systems "
    "airlines motors foods studios energy pharma park road street stand house hall bridge island city"
)


def find_names(title: str | None, sentences: Sequence[str]) -> Names:
    """The names in a statement's ``sentences``; its ``title`` helps to tell who speaks."""
    body = " ".join(sentences)
    counted = _counted(sentences)
    speaker = _speaker(title, body)
    if speaker:
        counted[speaker] += 1
    names = [name for name in counted if not _belongs(name, speaker, counted)]
    shorts = _abbreviations(body)
    entities = [
        Entity(name, tuple(_aliases(name, name == speaker, counted, shorts, body)))
        for name in sorted(names, key=lambda name: name != speaker)
    ]
    concepts = tuple(Concept(long, (short,)) for long, short in shorts.items() if long.lower() == long)
    return Names(speaker, _distinct(entities), concepts)


def _counted(sentences: Sequence[str]) -> Counter[str]:
    """Names with how often they occur. A capital at the start of a sentence makes a dictionary word no
    name."""
    counted: Counter[str] = Counter()
    for sentence in sentences:
        for match in _NAME.finditer(sentence):
            words = _POSSESSIVE.sub("", match.group()).split()
            at_start = not sentence[: match.start()].strip(" \"“'‘(")
            if at_start and sentence[match.end() : match.end() + 1] == "-":
                continue  # 'Pre-order refunds'
            while words and _is_no_start(words[0], at_start and len(words) == 1):
                words = words[1:]
            if words and words[-1].lower() in _ROLES:
                continue  # 'Chief Network Officer' is an office, no name
            while words and (words[-1].lower() in _CALENDAR | {"of", "the", "de"} or _is_acronym(words[-1])):
                words.pop()
            if words and len(words[-1]) > 2:
                counted[" ".join(words)] += 1
    return counted


def _is_no_start(first: str, suspect: bool) -> bool:
    small = first.lower()
    return small in function_words() | _CALENDAR | _ROLES or (suspect and bool(word(lemma(small)).pos))


def _is_acronym(part: str) -> bool:
    # 'IP', 'APIs' and 'PC' are kinds of things; an organisation's initials come with its full name.
    return re.fullmatch(r"[A-Z]{2,4}s?", part) is not None


def _speaker(title: str | None, body: str) -> str | None:
    if title:
        head, colon, _ = title.partition(":")
        if (
            colon
            and len(head.split()) <= 6
            and all(w[0].isupper() or w in ("of", "the") for w in head.split())
        ):
            return head
        # The longest start of the title that the body names too: 'Microsoft' of 'Microsoft Stands Firm'.
        words = title.split()
        for count in range(min(6, len(words)), 0, -1):
            start = _POSSESSIVE.sub("", " ".join(words[:count]))
            if words[count - 1][0].isupper() and re.search(rf"\b{re.escape(start)}\b", body):
                return None if start.lower() in function_words() or _is_common([start]) else start
    opening = re.match(rf"(?:The )?({_NAME.pattern}) (?:today|said|announced|confirmed|has|is|will)\b", body)
    return opening[1] if opening and not _is_common(opening[1].split()) else None


def _is_common(words: Sequence[str]) -> bool:
    return len(words) == 1 and bool(word(lemma(words[0].lower())).pos)


def _belongs(name: str, speaker: str | None, counted: Counter[str]) -> bool:
    """Whether ``name`` is but a short form of a longer name here, or a fuller form of the speaker's."""
    if name == speaker:
        return False
    if speaker and name.startswith(f"{speaker} "):
        return True
    return any(other != name and f" {name} " in f" {other} " for other in counted)


def _aliases(
    name: str, is_speaker: bool, counted: Counter[str], shorts: dict[str, str], body: str
) -> list[str]:
    found = [shorts[name]] if name in shorts else []
    words = name.split()
    if len(words) > 1:
        found += [part for part in (words[0], words[-1]) if _stands_alone(part, name, body)]
        # A person goes by the last name, whether or not the statement does.
        if len(words) == 2 and (_speaks(name, body) or not _is_kind_word(words[-1])):
            found.append(words[-1])
    if is_speaker:
        found += [other for other in counted if other.startswith(f"{name} ")]
        found += [words[0]] if len(words) > 1 and not _is_common(words[:1]) else []
        found += [f"the {kind}" for kind in speaker_kinds(name, body)]
    return [alias for alias in dict.fromkeys(found) if alias != name]


def _stands_alone(part: str, name: str, body: str) -> bool:
    """Whether the body writes ``part`` outside ``name`` and any longer name: 'Rovers will stay'."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(part)}(?![\w-])", body.replace(name, "")):
        before = body.replace(name, "")[: match.start()].rsplit(maxsplit=1)[-1:]
        after = body.replace(name, "")[match.end() : match.end() + 2]
        if not (before and before[0][0].isupper() and before[0][-1].isalpha()) and not after[1:].isupper():
            return True
    return False


def _speaks(name: str, body: str) -> bool:
    return re.search(rf"\b(?:said|says)(?: \w+){{0,2}} {re.escape(name)}\b", body) is not None


def _is_kind_word(part: str) -> bool:
    return part.lower() in _KIND_WORDS or _is_common([part])


def speaker_kinds(name: str, body: str) -> list[str]:
    """The nouns that stand for the speaker in its own statement: 'company', 'club'."""
    said = body.lower()
    own = {
        _NAMED_KINDS.get(part, part) for part in re.findall(r"\w+", f"{name} {_fuller(name, body)}".lower())
    }
    general = [kind for kind in GENERAL_KINDS if re.search(rf"\b(?:the|this|our) {kind}\b", said)]
    return general + [kind for kind in KINDS if kind in own]


def _fuller(name: str, body: str) -> str:
    found = re.search(rf"\b{re.escape(name)}((?: [A-Z]\w+)*)", body)
    return found[1] if found else ""


def _abbreviations(body: str) -> dict[str, str]:
    """Long forms with the short ones that follow them in brackets: 'National Bank of Orsenna (NBO)'."""
    shorts: dict[str, str] = {}
    for match in _BRACKETED.finditer(body):
        words, short = match["long"].split(), match["short"]
        letters = [c.lower() for c in short if c.isupper()]
        # The long form starts where its initials, small words left out, spell the short one.
        for start in range(len(words) - 1, -1, -1):
            initials = [
                part[0].lower()
                for w in words[start:]
                if w not in ("of", "the", "and", "for")
                for part in w.split("-")
            ]
            if initials == letters and words[start] not in ("of", "the", "and", "for"):
                shorts[" ".join(words[start:])] = short
                break
    return shorts


def _distinct(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Each alias with the first entity that claims it: an alias leads to one name."""
    taken = {entity.name.casefold() for entity in entities}
    kept = []
    for entity in entities:
        aliases = tuple(alias for alias in entity.aliases if alias.casefold() not in taken)
        taken.update(alias.casefold() for alias in aliases)
        kept.append(Entity(entity.name, aliases))
    return tuple(kept)
