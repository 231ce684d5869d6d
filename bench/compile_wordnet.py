"""Compile the part of WordNet 3.0 that claimcheck uses into one small table.

    python bench/compile_wordnet.py [/usr/share/wordnet]

Reads the database files of WordNet 3.0 (Debian package wordnet-base; Princeton University, licence in
src/claimcheck/data/LICENSE-wordnet) and writes src/claimcheck/data/wordnet.tsv, one lemma a line:
``lemma <TAB> parts of speech <TAB> synsets <TAB> parents <TAB> antonyms <TAB> relatives``. Synsets are the
most frequent senses, written in base 36; parents are the direct hypernyms; relatives are derivationally
related words ('approve' of 'approval').
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

SENSES = {"n": 3, "v": 3, "a": 3, "r": 2}
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
OUT = Path(__file__).parent.parent / "src/claimcheck/data/wordnet.tsv"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
    return text or "0"


def main(folder: Path) -> None:
    synset_words: dict[tuple[str, int], list[str]] = {}
    pointers: dict[tuple[str, int], list[tuple[str, tuple[str, int], int, int]]] = {}
    for pos, name in FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            key = (pos, int(fields[0]))
            count = int(fields[3], 16)
            synset_words[key] = [fields[4 + 2 * i].split("(")[0].lower() for i in range(count)]
            at = 4 + 2 * count
            links = []
            for i in range(int(fields[at])):
                kind, offset, target, places = fields[at + 1 + 4 * i : at + 5 + 4 * i]
                target = "a" if target == "s" else target
                links.append((kind, (target, int(offset)), int(places[:2], 16), int(places[2:], 16)))
            pointers[key] = links
    lemmas: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    numbering: dict[tuple[str, int], str] = {}

    def number(key: tuple[str, int]) -> str:
        return numbering.setdefault(key, base36(len(numbering)))

    for pos, name in FILES.items():
        for line in (folder / f"index.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            lemma = fields[0]
            if not lemma.isascii() or not lemma.isalpha() or len(lemma) < 3:
                continue
            pointer_count = int(fields[3])
            tagged = int(fields[5 + pointer_count])
            senses = [int(x) for x in fields[6 + pointer_count :]]
            if not tagged and len(senses) < 2 and pos not in "v":
                continue
            entry = lemmas[lemma]
            entry["pos"].add(pos)
            for offset in senses[: min(SENSES[pos], max(tagged, 1))]:
                key = (pos, offset)
                entry["synsets"].add(number(key))
                here = synset_words[key].index(lemma) + 1 if lemma in synset_words[key] else 0
                for kind, target, source_word, target_word in pointers[key]:
                    if kind in ("@", "&") and target in synset_words:
                        entry["parents"].add(number(target))
                    elif kind in ("!", "+") and source_word == here and target_word:
                        other = synset_words[target][target_word - 1]
                        if other.isascii() and other.isalpha() and other != lemma:
                            entry["antonyms" if kind == "!" else "relatives"].add(other)
    columns = ("synsets", "parents", "antonyms", "relatives")
    with OUT.open("w", encoding="utf-8") as out:
        for lemma in sorted(lemmas):
            entry = lemmas[lemma]
            cells = [" ".join(sorted(entry[column])) for column in columns]
            out.write("\t".join([lemma, "".join(sorted(entry["pos"])), *cells]) + "\n")
    print(f"{len(lemmas)} lemmas, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"))
