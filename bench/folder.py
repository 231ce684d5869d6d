"""A folder of many statements: how long until it is loaded, and until the first headline is judged.

``python bench/folder.py`` writes invented rule sets to a temporary folder and prints the medians of some
runs, each in a fresh Python, with and without the cache of read rule sets in turn. ``--write FOLDER``
writes the rule sets there and measures nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

STATEMENTS, CLAIMS, RUNS = 1_000, 10, 5

_WORDS = """
first: Nor Hal Lark Ost Vel Mar Cald Bren Fen Thorn Ash Wyn Dun Hest Kel Lor Mill Pell Rav Sil
second: field den haven mere worth gate by ford wick stead combe ton bury dale moor ridge holt mouth
kind: Ferries Water Rail Energy Foods Bank Airways Motors Health Press
month: January March May June August October December
subject: ticket-price night-service harbour-terminal head-office pension-scheme refund-policy repair-depot
subject: ferry-fleet customer-hotline data-centre apprentice-programme supply-contract membership-fee
subject: research-laboratory northern-branch safety-record dividend training-school loyalty-card test-track
"""
_SAYS = (
    "{name} will keep its {one} open until {month}.",
    "The {one} of {name} remains unchanged.",
    "{name} has not sold its {one}.",
    "{name} is the sole owner of the {one}.",
    "The {one} and the {two} of {name} are independent of each other.",
    "{name} will spend {amount} million dollars on its {one}.",
    "{name} has never closed the {one}.",
    "{name} plans no change to the {two}.",
    "Every customer of {name} may use the {one}.",
    "{name} continues to invest in the {two}.",
)

# What a fresh Python is asked for: it prints the seconds that each step takes.
_STEPS = """
import json, sys, time
from claimcheck import Checker
from claimcheck.rulesets.load import load_claims
took = [time.perf_counter()]
rulesets = load_claims(sys.argv[1]); took.append(time.perf_counter())
checker = Checker(rulesets); took.append(time.perf_counter())
result = checker.check(sys.argv[2]); took.append(time.perf_counter())
assert not result.others, "the headline was to name one speaker"
print(json.dumps([after - before for before, after in zip(took, took[1:])]))
"""


def words(kind: str) -> list[str]:
    """The words to make statements from: ``first``, ``second``, ``kind``, ``month`` or ``subject``."""
    found = [line.split()[1:] for line in _WORDS.splitlines() if line.startswith(f"{kind}:")]
    return [word.replace("-", " ") for line in found for word in line]


def written(number: int, claims: int = CLAIMS) -> str:
    """The rule set of the invented statement ``number``, the same text every time."""
    chance = random.Random(number)
    name, subjects, months = speaker(number), words("subject"), words("month")
    listed = []
    for at in range(claims):
        one, two = chance.sample(subjects, 2)
        fills = {"name": name, "one": one, "two": two, "amount": chance.randint(2, 900)}
        says = _SAYS[at % len(_SAYS)].format(month=chance.choice(months), **fills)
        listed.append(
            f"  - id: claim-{at + 1}\n    says: {says}\n    quote: {says[:-1]}\n    voice: paraphrased\n"
            f"    about: [{name}]\n    examples:\n"
            f"      supported: [{says[:-1]} number {at}, 'Number {at}: {says[:-1]}']\n"
            f"      contradicted: [{name} gives up {one} number {at}]\n"
            f"      not_addressed: [{name} praises its {two} number {at}]\n"
        )
    return (
        f"claimcheck: 1\n\nstatement:\n  id: statement-{number}\n  title: {name} on its plans\n"
        f"  speaker: {name}\n  date: 2026-{1 + number % 12:02}-{1 + number % 28:02}\n\n"
        f"entities:\n  - name: {name}\n    aliases: [{name.split()[0]} Group, {name} plc]\n\n"
        f"concepts:\n  - name: plans\n    aliases: [schemes, strategy, outlook]\n"
        f"  - name: {subjects[number % len(subjects)]}\n\nclaims:\n" + "\n".join(listed)
    )


def speaker(number: int) -> str:
    """Who speaks in the statement ``number``: another name for each number below 3,600."""
    firsts, seconds, kinds = words("first"), words("second"), words("kind")
    number, first = divmod(number, len(firsts))
    number, second = divmod(number, len(seconds))
    return f"{firsts[first]}{seconds[second]} {kinds[number % len(kinds)]}"


def write(folder: Path, statements: int = STATEMENTS) -> None:
    """Write so many rule sets to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(statements):
        (folder / f"{number:04}.yaml").write_text(written(number), "utf-8")


def steps(folder: Path, headline: str, environment: dict[str, str]) -> list[float]:
    """The seconds that loading, making a checker and a first check take in a fresh Python."""
    ran = subprocess.run(
        [sys.executable, "-c", _STEPS, str(folder), headline],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    took: list[float] = json.loads(ran.stdout)
    return took


def lines(folder: Path, cache: Path, runs: int) -> Iterator[str]:
    """The table of medians."""
    headline = f"{speaker(7)} has sold its head office"
    cached = {"XDG_CACHE_HOME": str(cache), "CLAIMCHECK_NO_CACHE": ""}
    without = {"CLAIMCHECK_NO_CACHE": "1"}
    filling = steps(folder, headline, cached)
    pairs = [(steps(folder, headline, without), steps(folder, headline, cached)) for _ in range(runs)]
    yield "| step | no cache | filling it | from the cache |\n|---|---|---|---|"
    for at, what in enumerate(("load the folder", "make a checker", "first headline, one speaker")):
        medians = [statistics.median(pair[side][at] for pair in pairs) for side in (0, 1)]
        yield f"| {what} | {medians[0]:.2f} s | {filling[at]:.2f} s | {medians[1]:.2f} s |"


def main() -> None:
    """Measure and print, or write the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path, metavar="FOLDER")
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--runs", type=int, default=RUNS)
    options = parser.parse_args()
    if options.write:
        write(options.write, options.statements)
        return
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "claims"
        write(folder, options.statements)
        for line in lines(folder, Path(made) / "cache", options.runs):
            print(line)


if __name__ == "__main__":
    main()
