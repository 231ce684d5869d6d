"""Compile the lexicon and the thesaurus, so that a start need not take them apart.

    python bench/compile_lexicon.py

Reads src/claimcheck/data/{operators,predicates,thesaurus}.txt, writes src/claimcheck/data/compiled/*.json.
Run it after every change of those files or of how words are cut and brought to their base form; a test
says when it was forgotten.
"""

from __future__ import annotations

import json
from typing import Any

from claimcheck.language.lexicon import compile_lexicon
from claimcheck.language.tables import COMPILED, sections
from claimcheck.language.thesaurus import compile_thesaurus


def compiled() -> dict[str, Any]:
    """What each compiled file has to hold, by name."""
    return {
        "operators.json": compile_lexicon(sections("operators.txt")),
        "predicates.json": compile_lexicon(sections("predicates.txt")),
        "thesaurus.json": compile_thesaurus(),
    }


def main() -> None:
    COMPILED.mkdir(exist_ok=True)
    for name, data in compiled().items():
        text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        (COMPILED / name).write_text(text + "\n", "utf-8")
        print(f"{name}: {len(text):,} characters")


if __name__ == "__main__":
    main()
