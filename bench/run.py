"""How fast claimcheck is on this machine: the start of the command, and the time a headline takes.

    python bench/run.py

Prints medians; run it on an idle machine and compare runs of the same machine only. How good the verdicts
are is another question, answered by ``bench/fit.py`` on statements held out.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from claimcheck import Checker
from items import microsoft

STARTS = 11
IMPORTS = "import typer, rich.console, rapidfuzz, yaml"
CHECK = (
    "import sys; from claimcheck.cli.main import run;"
    "sys.argv = ['claimcheck', 'check', '-q', '--fail-on', 'never', 'Microsoft leaves OpenAI']; run()"
)


def start(code: str) -> float:
    """The median time in milliseconds of a fresh Python that runs ``code``."""
    times = []
    for _ in range(STARTS):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - began)
    return 1000 * statistics.median(times)


def each(checker: Checker, texts: list[str]) -> list[float]:
    """The time in milliseconds that each of ``texts`` takes, in ascending order."""
    times = []
    for text in texts:
        began = time.perf_counter()
        checker.check(text)
        times.append(1000 * (time.perf_counter() - began))
    return sorted(times)


def main() -> None:
    """Measure and print."""
    imports, check = start(IMPORTS), start(CHECK)
    print(f"importing the libraries   {imports:6.0f} ms")
    print(f"one check from the shell  {check:6.0f} ms, {check / imports:.2f} times that")
    texts = [item.text for item in microsoft()[1]]
    times = each(Checker.default(), texts)
    print(f"one headline of {len(texts):5}     {statistics.median(times):6.2f} ms, 95% below", end=" ")
    print(f"{times[int(0.95 * len(times))]:.2f} ms, slowest {times[-1]:.2f} ms")


if __name__ == "__main__":
    main()
