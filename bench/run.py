"""How fast claimcheck is, as ratios that mean the same on any machine; writes docs/performance.md.

    python bench/run.py                 print the table
    python bench/run.py --write         and write it into docs/performance.md

Run it on an idle machine. What is compared runs in turn, and medians are shown. How good the verdicts are is
another question, answered by docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import fuzz, process

from claimcheck import Checker
from claimcheck.rulesets.load import load_shipped
from claimcheck.rulesets.model import RuleSet
from items import DATA, microsoft, statements

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "performance.md"
MARK = "<!-- bench/run.py writes what follows -->\n"

STARTS, ROUNDS, TEXTS, ROWS, DRAFTS = 11, 3, 300, 8000, 200
IMPORTS = "import typer, rich.console, rapidfuzz, yaml"
CHECK = (
    "import sys; from claimcheck.cli.main import run;"
    "sys.argv = ['claimcheck', 'check', '-q', '--fail-on', 'never', 'Microsoft leaves OpenAI']; run()"
)
ROOMS = ("documents", "language", "judging", "rulesets")


@dataclass(frozen=True)
class Line:
    """A row of the table: what was measured, the figure, what it is compared with, and the ratio."""

    what: str
    figure: str
    against: str
    ratio: str


def seconds(command: list[str]) -> float:
    """How long ``command`` takes as a whole process."""
    began = time.perf_counter()
    # claimcheck and proselint end with 1 where they find something.
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def paired(one: list[str], other: list[str], runs: int) -> tuple[float, float, float]:
    """The median seconds of two commands that run in turn, and the median of their ratios."""
    seconds(one), seconds(other)
    pairs = [(seconds(one), seconds(other)) for _ in range(runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs), ratio


def cold() -> Iterator[Line]:
    """The start from the shell."""
    check, imports, ratio = paired([sys.executable, "-c", CHECK], [sys.executable, "-c", IMPORTS], STARTS)
    yield Line(
        "one check from the shell",
        f"{1000 * check:.0f} ms",
        f"its imports, {1000 * imports:.0f} ms",
        f"{ratio:.2f}",
    )


def each(work: Callable[[str], object], texts: list[str]) -> float:
    """The microseconds that ``work`` takes for a text once warm: the median of some rounds."""
    for text in texts:
        work(text)
    rounds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for text in texts:
            work(text)
        rounds.append(1e6 * (time.perf_counter() - began) / len(texts))
    return statistics.median(rounds)


def of_size(count: int) -> RuleSet:
    """A rule set of ``count`` claims taken from the labelled statements, always the same first ones."""
    claims = [claim for ruleset, _ in statements() for claim in ruleset.claims][:count]
    numbered = tuple(replace(claim, id=f"claim-{number}") for number, claim in enumerate(claims))
    first = statements()[0][0]
    return replace(first, claims=numbered)


def headlines() -> list[str]:
    """Sentences about the shipped statement, from all batches."""
    texts = [item.text for item in microsoft()[1]]
    return texts[:: len(texts) // TEXTS]


def verdicts() -> tuple[float, float]:
    """The microseconds of a verdict on the shipped statement, and of one whose reasons are read as well."""
    checker, texts = Checker([load_shipped()]), headlines()
    return each(checker.check, texts), each(lambda text: checker.check(text).reason, texts)


def fuzzily(ruleset: RuleSet, texts: list[str]) -> float:
    """The microseconds in which rapidfuzz finds the claim most like a text."""
    says = [claim.says for claim in ruleset.claims]
    return each(lambda text: process.extractOne(text, says, scorer=fuzz.WRatio), texts)


def warm(folder: Path) -> Iterator[Line]:
    """A headline once everything is loaded, as the code stands and compiled, and by the number of claims."""
    shipped = load_shipped()
    fuzzy = fuzzily(shipped, headlines())
    against = f"rapidfuzz extractOne, {fuzzy:.0f} µs"
    rows = [("", verdicts())]
    built = compiled(folder)
    if built is None:
        yield Line("compiled", "could not be built here", "", "")
    else:
        rows.append((", compiled", built))
    for how, (verdict, reasons) in rows:
        what = f"against the shipped {len(shipped.claims)} claims{how}"
        yield Line(f"a verdict {what}", f"{verdict:.0f} µs", against, f"{verdict / fuzzy:.1f}")
        yield Line(
            f"a verdict and its reasons {what}", f"{reasons:.0f} µs", against, f"{reasons / fuzzy:.1f}"
        )
    texts = [item.text for item in statements()[0][1]]  # all about the first claims
    base = None
    for count in (14, 100, 1000):
        ruleset = of_size(count)
        ours, fuzzy = each(Checker([ruleset]).check, texts), fuzzily(ruleset, texts)
        against = f"rapidfuzz extractOne, {fuzzy:.0f} µs"
        yield Line(f"a verdict against {count} claims", f"{ours:.0f} µs", against, f"{ours / fuzzy:.1f}")
        if base is None:
            base = ours
        else:
            yield Line(f"{count} claims against 14", f"{ours:.0f} µs", f"{base:.0f} µs", f"{ours / base:.2f}")


def compiled(folder: Path) -> tuple[float, float] | None:
    """What ``verdicts`` gives with the judging compiled, or ``None`` where that cannot be built."""
    tree, place = folder / "tree", folder / "compiled"
    tree.mkdir()
    for name in ("src", "claims", "pyproject.toml", "README.md", "LICENSE"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tree / name)
    build = [sys.executable, "-m", "pip", "install", "--no-deps", "--target", str(place), str(tree)]
    env = {**os.environ, "HATCH_BUILD_HOOK_ENABLE_MYPYC": "1"}
    if subprocess.run(build, env=env, capture_output=True, check=False).returncode:
        return None
    code = "from run import verdicts; print(*verdicts())"
    env["PYTHONPATH"] = str(place)
    ran = subprocess.run(
        [sys.executable, "-c", code], env=env, cwd=ROOT / "bench", capture_output=True, text=True
    )
    verdict, reasons = map(float, ran.stdout.split())
    return verdict, reasons


def batches(folder: Path) -> Iterator[Line]:
    """A file of headlines with one job and with two."""
    file = folder / "rows.txt"
    texts = [item.text.replace("\n", " ") for item in microsoft()[1]]
    file.write_text("\n".join((texts * 2)[:ROWS]), "utf-8")
    command = [sys.executable, "-m", "claimcheck", "batch", "-q", "--format", "jsonl", str(file), "--jobs"]
    one, two, ratio = paired([*command, "1"], [*command, "2"], 3)
    yield Line(
        f"batch of {ROWS} rows, one job",
        f"{ROWS / one:.0f} rows/s",
        f"two jobs, {ROWS / two:.0f} rows/s",
        f"{ratio:.2f}",
    )


def lints(folder: Path) -> Iterator[Line]:
    """Drafts through lint and through a prose linter from the package index."""
    drafts = sorted(DATA.glob("drafts*/*.md"))
    place = folder / "drafts"
    place.mkdir()
    chance = random.Random(1)
    for number in range(DRAFTS):
        paragraphs = drafts[number % len(drafts)].read_text("utf-8").split("\n\n")
        chance.shuffle(paragraphs)
        (place / f"{number:03}.md").write_text("\n\n".join(paragraphs), "utf-8")
    ours = [sys.executable, "-m", "claimcheck", "lint", "-q", "--isolated", str(place)]
    other = shutil.which("proselint", path=str(Path(sys.executable).parent))
    if other is None:
        took = seconds(ours)
        yield Line(f"lint of {DRAFTS} drafts", f"{took:.1f} s", "proselint is not installed", "")
        return
    took, prose, ratio = paired(ours, [other, "check", *map(str, sorted(place.glob("*.md")))], 1)
    yield Line(f"lint of {DRAFTS} drafts", f"{took:.1f} s", f"proselint, {prose:.1f} s", f"{ratio:.2f}")


def memory() -> Iterator[Line]:
    """The peak of a single check and of this process, which has held 1,000 claims and all caches."""
    code = CHECK.replace("; run()", "") + (
        "\ntry:\n    run()\nfinally:\n    import resource\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    peak = int(ran.stderr.split()[-1]) / 1024
    yield Line("memory of one check from the shell", f"{peak:.0f} MB", "", "")
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Line("memory of this benchmark", f"{here:.0f} MB", "", "")


def where() -> Iterator[str]:
    """In which files the time of a warm check goes: the share of the whole that each spends itself."""
    texts, checker = headlines(), Checker.default()
    for text in texts:
        checker.check(text)
    profile = cProfile.Profile()
    profile.enable()
    for text in texts:
        checker.check(text)
    profile.disable()
    own: dict[str, float] = {}
    for (file, _, _), (_, _, tottime, _, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        if "claimcheck" in file:
            own[Path(file).stem] = own.get(Path(file).stem, 0.0) + tottime
            continue
        for (caller, _, _), figures in callers.items():  # what built-in functions take goes to who calls them
            own[Path(caller).stem] = own.get(Path(caller).stem, 0.0) + figures[2]
    total = sum(own.values())
    for name, took in sorted(own.items(), key=lambda pair: -pair[1])[:12]:
        yield f"| {name} | {100 * took / total:.0f} % |"


def main() -> None:
    """Measure, print, and write the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    rows = ["| what | median | against | ratio |", "|---|---|---|---|"]
    print("\n".join(rows))
    with tempfile.TemporaryDirectory() as folder:
        for part in (cold(), warm(Path(folder)), batches(Path(folder)), lints(Path(folder)), memory()):
            for line in part:
                rows.append(f"| {line.what} | {line.figure} | {line.against} | {line.ratio} |")
                print(rows[-1], flush=True)
    rows += ["", "## Where the time of a warm check goes", "", "| file | own time |", "|---|---|", *where()]
    if options.write:
        head = PAGE.read_text("utf-8").split(MARK)[0]
        PAGE.write_text(head + MARK + "\n" + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
