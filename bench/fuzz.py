"""Inputs that nobody would write, for every reader and for the judge: no crash, no hang, no error without
its place.

    python bench/fuzz.py --inputs 20000 --target markdown --target html --seed 1
    python bench/fuzz.py --inputs 20000 --target rules --guided     # guided by coverage (pip install atheris)
    python bench/fuzz.py --target html --replay build/fuzz/html-1-4711.bin

An input is a seed text of this repository, mutated a few times: pieces cut, doubled, moved, taken from
another seed, nasty tokens put in, letters and bytes changed; one in a hundred is blown up towards 100 kB.
Seed and number give the same input on every machine. What fails is saved under ``build/fuzz``; the exit code
is 1 where anything did. An input may take one second of processor time.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from fuzz_inputs import SEEDS, mutated
from fuzz_targets import TARGETS, Refused

FAILURES = Path("build/fuzz")
SECONDS = 1.0  # of processor time, for 100 kB at most
GIVE_UP = 20.0


class Hang(Exception):
    """The input took so long that it was given up."""


@dataclass(slots=True)
class Tally:
    """What has come of one target's inputs. ``slowest`` is in seconds of processor time."""

    inputs: int = 0
    size: int = 0
    refused: int = 0
    failures: list[str] = field(default_factory=list)
    slowest: float = 0.0


@contextmanager
def limited() -> Iterator[None]:
    """Ends the block by ``Hang`` after ``GIVE_UP`` seconds of processor time."""

    def end(*_: object) -> None:
        raise Hang

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, GIVE_UP)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run(target: Callable[[bytes], None], data: bytes, tally: Tally) -> str | None:
    """Gives ``data`` to ``target`` and counts; the reason where it fails, else ``None``."""
    tally.inputs += 1
    tally.size += len(data)
    began = time.process_time()
    try:
        with limited():
            target(data)
    except Refused:
        tally.refused += 1
    except Hang:
        return f"hang: given up after {GIVE_UP:.0f} s"
    except Exception:
        return traceback.format_exc(limit=-6)
    took = time.process_time() - began
    tally.slowest = max(tally.slowest, took)
    return f"slow: {took:.2f} s for {len(data):,} bytes" if took > SECONDS else None


def save(name: str, data: bytes, why: str, tally: Tally) -> None:
    """Keeps a failing input with the reason beside it."""
    FAILURES.mkdir(parents=True, exist_ok=True)
    (FAILURES / f"{name}.bin").write_bytes(data)
    (FAILURES / f"{name}.txt").write_text(why, encoding="utf-8", errors="backslashreplace")
    tally.failures.append(name)
    print(f"\n{name}: {why.strip().splitlines()[-1][:200]}", file=sys.stderr)


def fuzz(name: str, inputs: int, seed: int, first: int) -> Tally:
    """``inputs`` mutated inputs for the target ``name``, from number ``first`` on."""
    tally = Tally()
    target = TARGETS[name]
    for number in range(first, first + inputs):
        data = mutated(random.Random(f"{name} {seed} {number}"), SEEDS[name])
        why = run(target, data, tally)
        if why is not None:
            save(f"{name}-{seed}-{number}", data, why, tally)
        if number % 5000 == 4999:
            row(name, tally)
    return tally


def guided(name: str, inputs: int, seed: int) -> None:
    """The same target under atheris, which keeps the inputs that reach new code. Never returns."""
    import atheris

    parsers = ["claimcheck", "markdown_it", "html", "csv", "json", "tomllib"]
    with suppress(Refused), atheris.instrument_imports(include=parsers):
        TARGETS[name](SEEDS[name][0].encode())
    FAILURES.mkdir(parents=True, exist_ok=True)
    corpus = tempfile.mkdtemp(prefix="corpus-")
    for number, text in enumerate(SEEDS[name]):
        Path(corpus, str(number)).write_text(text, encoding="utf-8")

    def one(data: bytes) -> None:
        with suppress(Refused):
            TARGETS[name](data)

    limits = [f"-runs={inputs}", f"-seed={seed}", "-max_len=4000", f"-timeout={GIVE_UP:.0f}", "-verbosity=1"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={FAILURES / name}-", corpus], one)
    atheris.Fuzz()


def row(name: str, tally: Tally) -> None:
    """One line of the table."""
    print(
        f"{name:<10} {tally.inputs:>9,} {tally.size / 1e6:>9,.1f} {tally.inputs - tally.refused:>9,}"
        f" {tally.refused:>9,} {len(tally.failures):>8} {tally.slowest:>9.2f}",
        flush=True,
    )


def main() -> int:
    """Parse the arguments, run, print the table; 1 where an input failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--inputs", type=int, default=1000, help="inputs for each target")
    parser.add_argument("--target", action="append", choices=TARGETS, help="repeatable; default: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--guided", action="store_true", help="through atheris; one target")
    parser.add_argument("--replay", type=Path, help="one saved input for the one target given")
    given = parser.parse_args()
    names = given.target or list(TARGETS)
    if given.replay:
        why = run(TARGETS[names[0]], given.replay.read_bytes(), Tally())
        print(why or "good")
        return int(why is not None)
    if given.guided:
        guided(names[0], given.inputs, given.seed)
    print(f"{'target':<10} {'inputs':>9} {'MB':>9} {'read':>9} {'refused':>9} {'failures':>8} {'slowest':>9}")
    done = {name: fuzz(name, given.inputs, given.seed, given.first) for name in names}
    print()
    for name, tally in done.items():
        row(name, tally)
    return int(any(tally.failures for tally in done.values()))


if __name__ == "__main__":
    sys.exit(main())
