"""Which words most statements use: src/claimcheck/data/common.tsv from the statements in bench/data.

    python bench/compile_common.py

A word's figure is log(1 + statements with it) / log(1 + statements), rounded; words of one statement
are left out. Words with a high figure ('announce', 'year') tell little about what a headline is about.
"""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

from claimcheck.language.tokens import is_content, tokenise

HERE = Path(__file__).parent
OUT = HERE.parent / "src/claimcheck/data/common.tsv"


def main() -> None:
    statements = sorted((HERE / "data/statements").glob("*.txt"))
    seen: Counter[str] = Counter()
    for path in statements:
        seen.update({t.lemma for t in tokenise(path.read_text("utf-8")) if t.is_word and is_content(t)})
    scale = math.log(1 + len(statements))
    rows = [f"{w}\t{math.log(1 + n) / scale:.2f}\n" for w, n in sorted(seen.items()) if n > 2]
    OUT.write_text(
        f"# share of {len(statements)} statements, made by bench/compile_common.py\n" + "".join(rows), "utf-8"
    )
    print(f"{len(statements)} statements, {len(rows)} words")


if __name__ == "__main__":
    main()
