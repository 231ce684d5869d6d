"""The real command in a process of its own, with a signal at a moment of our choice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

# Sends this process the signal when the module ``moment`` is about to be loaded, or, for 'check 3', before
# the third text is judged.
CODE = """
import os, signal, sys
moment = sys.argv.pop(1)

class Moment:
    def find_spec(self, name, path=None, target=None):
        if name == moment:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Moment())
from claimcheck.cli.main import run
if moment.startswith("check "):
    from claimcheck.checker import Checker
    left, judge = int(moment.split()[1]), Checker.check
    def check(self, text):
        global left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGINT)
        return judge(self, text)
    Checker.check = check
run()
"""

# As a shell reports the end by a signal.
INTERRUPTED = (130, -signal.SIGINT)


def environment(folder: Path) -> dict[str, str]:
    """The environment of a plain terminal whose home is ``folder``."""
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "FORCE_COLOR")}
    return {**kept, "HOME": str(folder), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}


def interrupted(moment: str, *args: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Runs ``claimcheck args`` and interrupts it at ``moment``."""
    return subprocess.run(
        [sys.executable, "-c", CODE, moment, *args],
        cwd=cwd, env=environment(cwd), input=stdin, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def command(*args: str) -> list[str]:
    """The command line of a process that runs claimcheck."""
    return [sys.executable, "-c", "from claimcheck.cli.main import run; run()", *args]
