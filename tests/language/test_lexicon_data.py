"""The linter of the lexicon: what an editor of the data files can get wrong, with the place and the fix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest

from claimcheck.judging.features import opposed_classes
from claimcheck.language.lexicon import keys_of
from claimcheck.language.tables import DATA, lines
from claimcheck.language.words import lemma, word

LEXICA = ("operators.txt", "predicates.txt")
KINDS = {"verb", "noun", "adj", "adv", "phrase"}
HEADER = re.compile(r"\[([A-Z_]+\??)(?: ([a-z]+))?\]")

# Words that stand on both sides of an opposition. Mark one of them as a secondary sense ([PAUSE? noun]) and
# fit the weights again to take it out of here.
KNOWN_OPPOSITES = {"predicates.txt": {"stay"}, "operators.txt": set[str]()}

# Words whose base form is another word: the entry finds that one instead. Out of it once the weights are
# fitted without the entry.
KNOWN_STRANGERS = {"found"}

# Verbs without forms, and such as share theirs with a commoner verb.
FORMLESS = {"could", "should", "ought", "up", "found", "ax", "lambast", "analyse"}


@dataclass(frozen=True)
class Entry:
    """An entry with its place; ``section`` is the heading as written, ``label`` without part of speech."""

    file: str
    line: int
    section: str
    label: str
    text: str

    def __str__(self) -> str:
        return f"data/{self.file}:{self.line}: '{self.text}' under [{self.section}]"

    @property
    def keys(self) -> tuple[str, ...]:
        """What the engine looks the entry up by."""
        return tuple(keys_of(self.text))


def numbered(file: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate((DATA / file).read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def entries(file: str) -> list[Entry]:
    out, section = [], ""
    for number, line in numbered(file):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            out += [Entry(file, number, section, section.split()[0], e.strip()) for e in line.split(",")]
    return out


def listed() -> dict[str, set[str]]:
    """The labels that data/labels.txt explains, operators and predicates apart."""
    text = (DATA / "labels.txt").read_text("utf-8")
    operators, predicates = text.split("# Predicates:")
    return {
        "operators.txt": set(re.findall(r"^([A-Z_]+): \S", operators, re.MULTILINE)),
        "predicates.txt": set(re.findall(r"^([A-Z_]+): \S", predicates, re.MULTILINE)),
    }


def report(problems: list[str]) -> None:
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("file", LEXICA)
def test_sections_have_a_known_head(file: str) -> None:
    problems = []
    for number, line in numbered(file):
        if line.startswith("["):
            head = HEADER.fullmatch(line)
            if not head or (head[2] and head[2] not in KINDS):
                problems.append(f"data/{file}:{number}: {line} is no [LABEL] or [LABEL {'|'.join(KINDS)}]")
            elif head[1].rstrip("?") not in listed()[file]:
                problems.append(f"data/{file}:{number}: say in data/labels.txt what {head[1]} stands for")
    report(problems)


@pytest.mark.parametrize("file", LEXICA)
def test_every_label_explained_is_used(file: str) -> None:
    used = {entry.label.rstrip("?") for entry in entries(file)}
    assert listed()[file] == used


@pytest.mark.parametrize("file", LEXICA)
def test_entries_stand_under_a_head_and_hold_words(file: str) -> None:
    report([f"{entry}: empty" for entry in entries(file) if not entry.section or not entry.keys])


@pytest.mark.parametrize("file", LEXICA)
def test_no_section_holds_an_entry_twice(file: str) -> None:
    seen: dict[tuple[str, tuple[str, ...]], Entry] = {}
    problems = []
    for entry in entries(file):
        first = seen.setdefault((entry.section, entry.keys), entry)
        if first is not entry:
            problems.append(f"{entry} is the same as '{first.text}' on line {first.line}: take it out")
    report(problems)


@pytest.mark.parametrize("file", LEXICA)
def test_no_entry_stands_for_two_opposites(file: str) -> None:
    mark = "o" if file == "operators.txt" else ""
    by_keys: dict[tuple[str, ...], dict[str, Entry]] = {}
    for entry in entries(file):
        by_keys.setdefault(entry.keys, {})[entry.label] = entry
    found, problems = set(), []
    for labels in by_keys.values():
        for one in labels:
            for other in labels:
                if one < other and (mark + one, mark + other) in opposed_classes():
                    found.add(labels[one].text)
                    if labels[one].text not in KNOWN_OPPOSITES[file]:
                        problems.append(f"{labels[one]} and [{other}] are opposites: mark one with '?'")
    report(problems)
    assert found == KNOWN_OPPOSITES[file], "take what is mended out of KNOWN_OPPOSITES"


@pytest.mark.parametrize("file", LEXICA)
def test_gaps_follow_a_word(file: str) -> None:
    report([f"{entry}: a gap (~) follows a word" for entry in entries(file) if entry.text.startswith("~")])


@pytest.mark.parametrize("file", LEXICA)
def test_lone_verbs_are_found_by_their_own_base_form(file: str) -> None:
    """'found' would be looked up as 'find'."""
    problems = []
    for entry in entries(file):
        base = lemma(entry.text) if entry.text.isalpha() else entry.text
        if base.replace("z", "s") == entry.text or not entry.section.endswith("verb"):
            continue
        is_kin = base in word(entry.text).relatives or word(entry.text).senses & word(base).senses
        stranger = base != entry.text and word(entry.text).pos and not is_kin
        if stranger and entry.text not in KNOWN_STRANGERS:
            problems.append(f"{entry} would be looked up as '{base}'")
    report(problems)


def third_persons_and_participles(verb: str) -> list[str]:
    """The forms of a regular verb whose spelling leaves no doubt: none for one such as 'plan', which doubles
    its last letter (and 'planed' is of 'plane')."""
    if re.search(r"[^aeiou][aeiou][^aeiouwxy]$", verb):
        return []
    if re.search(r"[^aeiou]y$", verb):
        return [f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    if re.search(r"(ee|oe|ye|ie)$", verb):
        return [f"{verb}s", f"{verb}d"]
    if verb.endswith("e"):
        return [f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    return [f"{verb}{'es' if re.search(r'(s|sh|ch|x|z|o)$', verb) else 's'}", f"{verb}ed", f"{verb}ing"]


@pytest.mark.parametrize("file", LEXICA)
def test_the_forms_of_lone_verbs_are_theirs(file: str) -> None:
    """A verb that the table of words does not know ('relaunch') needs its forms in data/irregular.tsv."""
    irregular = {row.split("\t")[1] for row in lines("irregular.tsv")}
    problems = [
        f"{entry}: '{form}' is taken for a form of '{lemma(form)}'; give it a line in data/irregular.tsv"
        for entry in entries(file)
        if entry.section.endswith(" verb") and entry.text.isalpha() and entry.text not in FORMLESS
        for form in third_persons_and_participles(entry.text)
        if lemma(form) != lemma(entry.text) and not (form[-1] in "dg" and entry.text in irregular)
    ]
    report(problems)


@pytest.mark.parametrize(("noun", "verb"), [("shelf", "shelves"), ("leaf", "leaves"), ("half", "halves")])
def test_a_plural_gives_way_to_a_verb_of_the_news(noun: str, verb: str) -> None:
    assert lemma(verb) == verb[:-1] != noun


def test_opposed_classes_exist() -> None:
    known = listed()
    marks = {mark for pair in opposed_classes() for mark in pair}
    operators = {"o" + label for label in known["operators.txt"]}
    assert marks <= operators | known["predicates.txt"], "data/class-opposites.txt names an unknown label"
    assert not any((mark, mark) in opposed_classes() for mark in marks)


def test_thesaurus_groups_relate_words() -> None:
    problems = []
    for number, line in numbered("thesaurus.txt"):
        place = f"data/thesaurus.txt:{number}:"
        sides = [[tuple(keys_of(e)) for e in side.split(",")] for side in line.lstrip("!").split("|")]
        everything = [keys for side in sides for keys in side]
        if not all(everything):
            problems.append(f"{place} an entry is empty")
        if len(set(everything)) < len(everything):
            problems.append(f"{place} an entry stands there twice: {line}")
        if line.startswith("!") and len(sides) != 2:
            problems.append(f"{place} opposites are '! one side | the other'")
        if not line.startswith("!") and (len(sides) != 1 or len(everything) < 2):
            problems.append(f"{place} a group has two members at least, and no '|'")
        if "~" in line:
            problems.append(f"{place} the thesaurus knows no gaps")
    report(problems)


@pytest.mark.parametrize("file", ["irregular.tsv", "shorthand.tsv", "common.tsv", "wordnet.tsv"])
def test_tables_have_their_columns_and_no_word_twice(file: str) -> None:
    rows = [line.split("\t") for line in lines(file)]
    assert {len(row) for row in rows} == {6 if file == "wordnet.tsv" else 2}
    words = [row[0] for row in rows]
    assert len(set(words)) == len(words)
    if file != "shorthand.tsv":
        assert all(one < other for one, other in pairwise(words)), "keep the table in order"
