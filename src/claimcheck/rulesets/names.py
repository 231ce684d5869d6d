"""Who and what a statement names: the speaker, other names with their short forms, and abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.language.tokens import FUNCTION_WORDS
from claimcheck.language.words import lemma, word
from claimcheck.rulesets.days import MONTHS, SHORT_MONTHS, WEEKDAYS
from claimcheck.rulesets.model import Concept, Entity
from claimcheck.rulesets.wordlist import wordlist


@dataclass(frozen=True, slots=True)
class Names:
    """What ``find_names`` found. ``speaker`` is the name that stands for 'we' and 'the company', or
    ``None``; its entity comes first among ``entities``. ``author`` is the person who signs the statement and
    stands for 'I' outside quotations, or ``None``."""

    speaker: str | None
    author: str | None
    entities: tuple[Entity, ...]
    concepts: tuple[Concept, ...]


# A statement that names more is a report; its rarest names matter least.
MOST_NAMES = 200

# Nouns that stand for the speaker: these in any statement ...
GENERAL_KINDS = ("company", "firm", "organisation", "organization", "group", "tech giant")
# ... these unless another name holds them ('Lisse Museum') ...
PROPER_KINDS = ("club", "university", "charity", "airline", "retailer", "museum")
# ... and these only where the speaker's own name does.
SHARED_KINDS = (
    "bank", "college", "school", "studio", "agency", "ministry", "foundation", "institute", "hospital",
    "laboratory", "department", "council", "commission", "committee", "association", "federation", "league",
    "union", "trust", "party", "government", "church", "society", "board", "authority", "office", "fund",
)  # fmt: skip
_KINDS = frozenset((*GENERAL_KINDS, *PROPER_KINDS, *SHARED_KINDS))
_NAMED_KINDS = {"laboratories": "laboratory", "labs": "laboratory", "games": "studio", "fc": "club"}

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w&]{0,40}(?:[-.'’][A-ZÀ-ÖØ-Þ]\w+){0,4}"
_NAME = re.compile(rf"\b{_CAPITAL}(?:(?: of the | of | de | ){_CAPITAL}){{0,6}}")
_OWNED = re.compile(rf"['’]s? {_CAPITAL}(?: {_CAPITAL}){{0,3}}")
# 'the Northern and Lake regions': the words before a common noun name one thing together.
_REGIONS = re.compile(rf"(?<=the )(?P<one>{_CAPITAL}) and (?P<two>{_CAPITAL}) (?P<kind>[a-z]+s)\b")
# 'Playdeck 3', but not 'Tarvolexin 50 mg' or 'Orrin 3 May'.
_NUMBERED = re.compile(
    rf"\b({_CAPITAL} \d{{1,2}})(?![\w%]|[.,:–-]\d| [A-Z%€£$]| (?:m?g|km?|cm|ml|per|percent|pm|am)\b)"
)
_SIGNED = re.compile(
    rf"\b(?:[Ss]tatement|[Mm]essage|[Ll]etter|[Nn]ote) (?:from|by|of) (?:the )?"
    rf"(?P<who>(?:Dr\. |Prof\. )?{_NAME.pattern})"
    rf"(?:, [^,]{{1,60}}? (?:of|at) (?:the )?(?P<house>{_NAME.pattern}))?"
)
_BRACKETED = re.compile(r" \((?:the )?[\"“']?(?P<short>[A-Z][A-Za-z]{1,7})[\"”']?\)")
_LONGEST_FORM = 100
_POSSESSIVE = re.compile(r"['’]s?$")
_CALENDAR = frozenset(WEEKDAYS + MONTHS + SHORT_MONTHS) | {"today", "yesterday", "tomorrow"}
_ROLES = wordlist(
    "mr mrs ms dr professor prof sir dame lord governor president minister chair chairman chairwoman "
    "chief ceo officer head director chancellor vice-chancellor executive secretary manager editor "
    "spokesperson spokesman spokeswoman councillor senator"
)
# Words that mark an organisation or a place, and are no surname.
KIND_WORDS = wordlist(
    "holdings group telecom laboratories labs games advisory partners capital ventures media systems "
    "airlines motors foods studios energy pharma park road street stand house hall bridge island city"
)


def find_names(title: str | None, sentences: Sequence[str], sender: str | None = None) -> Names:
    """The names in a statement's ``sentences``. ``sender`` is who speaks as the statement's head has it;
    where it does not tell, the ``title`` helps."""
    body = " ".join(sentences)
    counted = _counted(sentences)
    shorts = _abbreviations(body)
    for name in _numbered(body, counted):
        counted[name] += 1
    # 'Ministry of Health and Social Care (MHSC)' is one name, though 'and' mostly stands between two.
    counted.update(long for long in shorts if long[0].isupper())
    author, house = _signed(title or "")
    speaker = house or (_as_named(sender, body) if sender else _speaker(title, body))
    if author:
        counted[author] += 1
    if speaker:
        speaker = next((long for long in shorts if long.startswith(f"{speaker} and ")), speaker)
        counted[speaker] += 1
    frequent = [name for name, _ in counted.most_common(MOST_NAMES)]
    names = [name for name in frequent if not _belongs(name, speaker, frequent)]
    entities = [
        Entity(name, tuple(_aliases(name, name == speaker, frequent, shorts, body)))
        for name in sorted(names, key=lambda name: name != speaker)
    ]
    concepts = tuple(Concept(long, (short,)) for long, short in shorts.items() if long.lower() == long)
    return Names(speaker, author, _distinct(entities), concepts)


_NEAR = 40  # letters around a name that tell how it stands in its sentence


def _counted(sentences: Sequence[str]) -> Counter[str]:
    """Names with how often they occur. A capital at the start of a sentence makes a dictionary word no
    name."""
    counted: Counter[str] = Counter()
    for sentence in sentences:
        for region in _REGIONS.finditer(sentence):
            if _is_common([region["one"]]) and _is_common([region["two"]]):
                counted[region.group()] += 1
                sentence = sentence.replace(region.group(), "")
        for match in _NAME.finditer(sentence):
            words = _POSSESSIVE.sub("", _grouped(match, sentence)).split()
            # Windows, not all that stands before: a line of 200,000 letters must not take a minute.
            head = sentence[: min(match.start(), _NEAR)]
            tail = sentence[match.end() : match.end() + _NEAR]
            if not (head + tail).strip(" .,!?\"“”'‘’"):
                continue  # 'Nope.'
            at_start = not head.strip(" \"“'‘(")
            if at_start and sentence[match.end() : match.end() + 1] == "-":
                continue  # 'Pre-order refunds'
            while words and _is_no_start(words[0], at_start and len(words) == 1):
                words = words[1:]
            # 'Chief Network Officer' is an office and no name, 'Health Secretary Amira Dossa' both.
            roles = [place for place, part in enumerate(words, 1) if part.lower() in _ROLES]
            words = words[roles[-1] :] if roles else words
            while words and (words[-1].lower() in _CALENDAR | {"of", "the", "de"} or _is_acronym(words[-1])):
                words.pop()
            if words and len(words[-1]) > 2 and " ".join(words).lower() not in _KINDS:
                counted[" ".join(words)] += 1
    return counted


def _numbered(body: str, counted: Counter[str]) -> list[str]:
    """'Playdeck 2' and 'Playdeck 3', where the body tells such things apart by their number."""
    found = dict.fromkeys(_NUMBERED.findall(body))
    bare = Counter(name.rsplit(" ", 1)[0] for name in found)
    return [name for name in found if bare[name.rsplit(" ", 1)[0]] > 1 and name.rsplit(" ", 1)[0] in counted]


def _grouped(match: re.Match[str], sentence: str) -> str:
    """The name of a match, with the rest of "the Collector's Box": a common word's possessive starts it."""
    rest = _OWNED.match(sentence, match.end())
    before = sentence[max(0, match.start() - _NEAR) : match.start()].split()
    if rest and before and before[-1].lower() in ("the", "a", "an") and _is_common([match.group()]):
        return rest.string[match.start() : rest.end()]
    return match.group()


def _is_no_start(first: str, suspect: bool) -> bool:
    small = first.lower()
    return small in FUNCTION_WORDS | _CALENDAR | _ROLES or (suspect and bool(word(lemma(small)).pos))


def _is_acronym(part: str) -> bool:
    # 'IP', 'APIs' and 'PC' are kinds of things; an organisation's initials come with its full name.
    return re.fullmatch(r"[A-Z]{2,4}s?", part) is not None


def _speaker(title: str | None, body: str) -> str | None:
    if title:
        head, colon, _ = title.partition(":")
        named = all(part[0].isupper() or part in ("of", "the", "and") for part in head.split())
        if colon and named and len(head.split()) <= 6:
            return head
        # The longest start of the title that the body names too: 'Microsoft' of 'Microsoft Stands Firm'.
        words = title.split()
        for count in range(min(6, len(words)), 0, -1):
            start = _POSSESSIVE.sub("", " ".join(words[:count]))
            if start.lower() in FUNCTION_WORDS or _is_common([start]):
                continue
            if words[count - 1][0].isupper() and re.search(rf"\b{re.escape(start)}\b", body):
                return start
    opening = re.match(rf"(?:The )?({_NAME.pattern}) (?:today|said|announced|confirmed|has|is|will)\b", body)
    return opening[1] if opening and not _is_common(opening[1].split()) else None


def _as_named(sender: str, body: str) -> str:
    """The ``sender`` as the body calls it: 'Velotel' for 'Velotel Mobile & Broadband', else in full."""
    words = sender.split()
    starts = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    named = (each for each in starts if not _is_common(each.split()) and each.lower() not in FUNCTION_WORDS)
    return next((each for each in named if re.search(rf"\b{re.escape(each)}\b", body)), sender)


def _signed(title: str) -> tuple[str | None, str | None]:
    """Person and house of 'Statement from Ann Lee, CEO of Arden Pharma'; a house alone is no person."""
    found = _SIGNED.search(title)
    if not found:
        return None, None
    who = " ".join(part for part in found["who"].split() if part.lower().rstrip(".") not in _ROLES)
    if not who or found["house"] is None:
        return None, who or None
    return who, _POSSESSIVE.sub("", found["house"])


def _is_common(words: Sequence[str]) -> bool:
    return len(words) == 1 and bool(word(lemma(words[0].lower())).pos)


def _belongs(name: str, speaker: str | None, counted: Sequence[str]) -> bool:
    """Whether ``name`` is but a short form of a longer name here, or a fuller form of the speaker's."""
    if name == speaker:
        return False
    if speaker and name.startswith(f"{speaker} "):
        return True
    return any(other != name and f" {name} " in f" {other} " for other in counted)


def _aliases(
    name: str, is_speaker: bool, counted: Sequence[str], shorts: dict[str, str], body: str
) -> list[str]:
    found = [shorts[name]] if name in shorts else []
    words = name.split()
    if len(words) > 1 and not words[-1].isdigit():
        lone = [part for part in (words[0], words[-1]) if not _is_acronym(part)]
        found += [part for part in lone if _stands_alone(part, name, body)]
        # A person goes by the last name, whether or not the statement does.
        if (
            len(words) == 2
            and not words[1].isdigit()
            and (_speaks(name, body) or not _is_kind_word(words[-1]))
        ):
            found.append(words[-1])
    if is_speaker:
        found += [other for other in counted if other.startswith(f"{name} ")]
        found += [words[0]] if len(words) > 1 and not _is_common(words[:1]) else []
        found += [f"the {kind}" for kind in speaker_kinds(name, body)]
    return [alias for alias in dict.fromkeys(found) if alias != name]


def _stands_alone(part: str, name: str, body: str) -> bool:
    """Whether the body writes ``part`` outside ``name`` and any longer name: 'Rovers will stay'."""
    rest = body.replace(name, "")
    for match in re.finditer(rf"(?<![\w-]){re.escape(part)}(?![\w-])(?! [A-Z])", rest):
        before = rest[max(0, match.start() - 40) : match.start()].split(" ")
        if len(before) < 2 or not re.fullmatch(r"[A-Z][\w-]*", before[-2]):
            return True
    return False


def _speaks(name: str, body: str) -> bool:
    return re.search(rf"\b(?:said|says)(?: \w+){{0,2}} {re.escape(name)}\b", body) is not None


def _is_kind_word(part: str) -> bool:
    return part.lower() in KIND_WORDS or _is_common([part])


def speaker_kinds(name: str, body: str) -> list[str]:
    """The nouns that stand for the speaker in its own statement: 'company', 'club'."""
    names = f"{name} {_fuller(name, body)}".lower()
    own = {_NAMED_KINDS.get(part, part) for part in re.findall(r"\w+", names)}
    others = body.replace(name, "")
    said = [
        kind
        for kind in (*GENERAL_KINDS, *PROPER_KINDS)
        if re.search(rf"\b(?i:the|this|our) (?i:{kind})\b", body)
    ]
    kinds = [
        kind
        for kind in said
        if not re.search(rf"\b(?!The |Our |This )[A-Z]\w+ (?:of )?{kind.title()}\b", others)
    ]
    return list(dict.fromkeys([*kinds, *(kind for kind in (*PROPER_KINDS, *SHARED_KINDS) if kind in own)]))


def _fuller(name: str, body: str) -> str:
    found = re.search(rf"\b{re.escape(name)}((?: [A-Z]\w+)*)", body)
    return found[1] if found else ""


def _abbreviations(body: str) -> dict[str, str]:
    """Long forms with the short ones that follow them in brackets: 'National Bank of Orsenna (NBO)'."""
    shorts: dict[str, str] = {}
    for match in _BRACKETED.finditer(body):
        before = body[max(0, match.start() - _LONGEST_FORM) : match.start()]
        words, short = re.split(r"[.,;:!?] ", before)[-1].split(), match["short"]
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
