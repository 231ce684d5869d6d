"""A long run of ``claimcheck batch``: pace, memory, and whether all rows come out, in order and whole.

    python bench/million.py [--rows 1000000] [--jobs auto] [--format jsonl] [--keep FOLDER]

Writes a file of headlines made up from the sample, the words of WordNet and chance (the same ones every
time), has it judged against the shipped rule set, and reads the result row by row as it comes. Prints the
rate and the peak memory of each process and of all together, which it takes from /proc twice a second
(Linux only). Exits with 1 where a row is missing, out of order or torn.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "bench" / "sample-headlines.txt"
WORDS = ROOT / "src" / "claimcheck" / "data" / "wordnet.tsv"
LIMIT = 200  # megabytes for each process


def headlines(count: int, seed: int = 1) -> Iterator[str]:
    """``count`` headlines: the sample as it is or with words exchanged, misspelt or added, or noise."""
    chance = random.Random(seed)
    sample = SAMPLE.read_text("utf-8").split("\n")
    sample = [line for line in sample if line.strip()]
    words = [row.split("\t")[0] for row in WORDS.read_text("utf-8").splitlines()]
    for number in range(1, count + 1):
        text = chance.choice(sample).split()
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(text))
            kind = chance.randrange(4)
            if kind == 0:
                text[at] = chance.choice(words)
            elif kind == 1:
                text.insert(at, chance.choice(words))
            elif kind == 2:
                letter = chance.randrange(len(text[at]) + 1)
                text[at] = text[at][:letter] + chance.choice("aeirst") + text[at][letter + 1 :]
            else:
                text = chance.sample(words, chance.randrange(3, 15))
        if chance.randrange(10) == 0:
            text.append(f"#{number}")
        yield " ".join(text)


def write(path: Path, count: int) -> None:
    """A table of ``count`` rows with an id; every thousandth has a text on two lines."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "text"])
        for number, text in enumerate(headlines(count), 1):
            out.writerow([number, text.replace(" ", "\n", 1) if number % 1000 == 0 else text])


class Memory(threading.Thread):
    """The peak resident memory in megabytes of a process and its descendants: ``each`` by process, and
    ``together`` at any one time, which counts shared pages once for every process."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root = root
        self.each: dict[int, tuple[str, float]] = {}
        self.together = 0.0

    def run(self) -> None:
        while family := list(_family(self._root)):
            now = 0.0
            for pid in family:
                try:
                    status = Path(f"/proc/{pid}/status").read_text()
                    command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
                except OSError:
                    continue
                figures = dict(line.split(":\t") for line in status.splitlines() if line.startswith("Vm"))
                if "VmRSS" in figures:
                    now += _megabytes(figures["VmRSS"])
                    self.each[pid] = _role(command, pid == self._root), _megabytes(figures["VmHWM"])
            self.together = max(self.together, now)
            time.sleep(0.5)


def _family(root: int) -> Iterator[int]:
    try:
        children = Path(f"/proc/{root}/task/{root}/children").read_text().split()
        state = Path(f"/proc/{root}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return
    if state != "Z":
        yield root
        for child in children:
            yield from _family(int(child))


def _role(command: str, is_root: bool) -> str:
    return "parent" if is_root else "worker" if "spawn_main" in command else "helper"


def _megabytes(text: str) -> float:
    return int(text.split()[0]) / 1024


def numbers(stream: TextIO, format: str) -> Iterator[int]:
    """The ids of the rows in the order in which they come. Raises ``ValueError`` at a torn row."""
    if format == "jsonl":
        for line in stream:
            if not line.endswith("\n"):
                raise ValueError("the last row is torn")
            yield int(json.loads(line)["id"])
    else:
        for row in csv.DictReader(stream, strict=True):
            if row["line"] is None:
                raise ValueError(f"the row {row['id']} is torn")
            yield int(row["id"])


def main() -> int:
    """Run and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--jobs", default="auto")
    options.add_argument("--format", choices=["jsonl", "csv"], default="jsonl")
    options.add_argument("--keep", type=Path, help="a folder to keep the file in")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        file = (given.keep or Path(temporary)) / f"rumours-{given.rows}.csv"
        if not file.exists():
            write(file, given.rows)
        print(f"{given.rows:,} rows, {file.stat().st_size / 1e6:,.1f} MB", flush=True)
        return judge(file, given.rows, given.jobs, given.format)


def judge(file: Path, rows: int, jobs: str, format: str) -> int:
    """Have ``file`` judged, check what comes out, print the figures; 0 where all is well."""
    code = "from claimcheck.cli.main import run; run()"
    options = ["--isolated", "--fail-on", "never", "--jobs", jobs, "--format", format]
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-c", code, "batch", str(file), *options],
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    results = io.TextIOWrapper(process.stdout, encoding="utf-8", newline="")
    memory = Memory(process.pid)
    memory.start()
    done = 0
    complaint = ""
    try:
        for done, number in enumerate(numbers(results, format), 1):
            if number != done:
                raise ValueError(f"row {number} comes where {done} belongs")
            if done % 10_000 == 0:
                print(f"{done:,} rows, {done / (time.monotonic() - began):,.0f} a second", flush=True)
    except ValueError as error:
        complaint = str(error)
        process.kill()
    exit_code = process.wait()
    took = time.monotonic() - began
    memory.join()
    if not complaint and (done != rows or exit_code):
        complaint = f"{done:,} of {rows:,} rows came, exit code {exit_code}"
    print(f"{done:,} rows in {took:,.0f} s: {done / took:,.0f} a second with --jobs {jobs}")
    peaks = sorted(memory.each.values(), key=lambda peak: -peak[1])
    print("peak memory: " + ", ".join(f"{role} {size:.0f} MB" for role, size in peaks), end="; ")
    print(f"together {memory.together:.0f} MB")
    if any(size > LIMIT for _, size in peaks):
        complaint = complaint or f"a process took more than {LIMIT} MB"
    print(f"NOT AS IT SHOULD BE: {complaint}" if complaint else "every row came, in order and whole")
    return 1 if complaint else 0


if __name__ == "__main__":
    sys.exit(main())
