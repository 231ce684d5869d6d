"""Labelled sentences for fitting and measuring. All of them are synthetic: written to be labelled."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from claimcheck.rulesets.load import load_shipped, load_text
from claimcheck.rulesets.model import RuleSet

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled sentence. ``group`` names what must stay together in cross-validation: the statement,
    or the batch of one writer. ``quote`` are the deciding words of a raw statement, ``claim`` the id of
    the claim of a rule set, both ``None`` where not given."""

    text: str
    label: str
    group: str
    claim: str | None
    quote: str | None


def read_items(path: Path) -> list[Item]:
    """The items of a JSON-lines file; the file's name is their group."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [Item(r["text"], r["label"], path.stem, r.get("claim"), r.get("quote")) for r in rows]


def microsoft() -> tuple[RuleSet, list[Item]]:
    """The shipped rule set and every labelled sentence about it."""
    paths = sorted((DATA / "microsoft").glob("*.jsonl"))
    return load_shipped(), [item for path in paths for item in read_items(path)]


def statements() -> list[tuple[RuleSet, list[Item]]]:
    """Every invented statement, read raw, with its labelled sentences."""
    out = []
    for path in sorted((DATA / "statements").glob("*.txt")):
        items = path.with_suffix(".jsonl")
        if items.exists():
            out.append((load_text(path.read_text("utf-8"), path.stem), read_items(items)))
    return out


def short_statements() -> list[tuple[RuleSet, list[Item]]]:
    """Statements of a sentence or two, each row of the file with its own; held out together by tens."""
    out: dict[str, tuple[RuleSet, list[Item]]] = {}
    for path in sorted((DATA / "short").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["statement"] not in out:
                out[row["statement"]] = (load_text(row["statement"], path.stem), [])
            group = f"{path.stem}-{len(out) // 10}"
            out[row["statement"]][1].append(Item(row["text"], row["label"], group, None, None))
    return list(out.values())
