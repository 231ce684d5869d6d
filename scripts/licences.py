"""Print the tables of docs/licences.md for what is installed beside claimcheck: python scripts/licences.py"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = "claimcheck-news"

# What users can install: claimcheck itself ('') and the extras that belong to it at work.
SETS = ("", "polars", "spark")

# Names that packages use for a licence, and its SPDX identifier. 'BSD' stays: it may be one of several.
_SPDX = {
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "http://www.apache.org/licenses/LICENSE-2.0": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License": "ISC",
    "MIT License": "MIT",
}


@dataclass(frozen=True, slots=True)
class Dependency:
    """A package that comes with claimcheck: its ``licence`` as it declares it itself, and the packages
    that ask ``for`` it."""

    name: str
    licence: str
    asked_by: tuple[str, ...]


def dependencies(extra: str = "") -> list[Dependency]:
    """What installing claimcheck with ``extra`` brings on this machine, direct and indirect, by name.

    Raises ``PackageNotFoundError`` where not all of it is installed.
    """
    asked: dict[str, set[str]] = {}
    todo = [(PROJECT, frozenset({extra}))]
    while todo:
        asker, extras = todo.pop()
        for needed in _needs(distribution(asker), extras):
            name = canonicalize_name(needed.name)
            if name not in asked:
                todo.append((name, frozenset({"", *needed.extras})))
            asked.setdefault(name, set()).add("claimcheck" if asker == PROJECT else asker)
    return [
        Dependency(name, licence(distribution(name)), tuple(sorted(by))) for name, by in sorted(asked.items())
    ]


def _needs(package: Distribution, extras: Iterable[str]) -> list[Requirement]:
    needed = [Requirement(line) for line in package.requires or ()]
    return [one for one in needed if not one.marker or any(one.marker.evaluate({"extra": e}) for e in extras)]


def licence(package: Distribution) -> str:
    """The licence that ``package`` declares, as an SPDX identifier where it can be told."""
    metadata = package.metadata
    classifiers = [line for line in metadata.get_all("Classifier", ()) if line.startswith("License ::")]
    names = [re.sub(r" \([A-Z]+\)$", "", line.split(" :: ")[-1]) for line in classifiers]
    field = metadata.get("License") or ""
    declared = metadata.get("License-Expression") or (
        field if field and "\n" not in field and len(field) < 50 else " AND ".join(names) or "not declared"
    )
    return _SPDX.get(declared, declared)


def table(rows: Iterable[Dependency]) -> str:
    """The rows as Markdown."""
    lines = [f"| {row.name} | {row.licence} | {', '.join(row.asked_by)} |" for row in rows]
    return "\n".join(["| package | licence | needed by |", "|---|---|---|", *lines])


def main() -> None:
    """Print a table for each set that is installed; an extra's without what claimcheck needs anyway."""
    core = dependencies()
    for extra in SETS:
        try:
            rows = [row for row in dependencies(extra) if not extra or row not in core]
        except PackageNotFoundError as error:
            print(f"## {extra}: not installed ({error})\n")
        else:
            print(f"## {extra or 'claimcheck'}\n\n{table(rows)}\n")


if __name__ == "__main__":
    main()
