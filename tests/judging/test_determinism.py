"""The same text gets the same answer in every process, whatever Python's hash seed."""

from __future__ import annotations

import os
import subprocess
import sys

CODE = """
from claimcheck import Checker
from claimcheck.judging.kin import lookups, opposites
print([lookups(word) for word in ("end", "share", "allow", "strong", "central", "change", "partner")])
print([opposites(word) for word in ("end", "allow", "increase")])
for text in ("Azure is no longer the sole host of stateless APIs", "Revenue share is up, deal stays",
             "Both may look for openings on their own", "The terms change as partners part"):
    print(Checker.default().check(text))
"""


def answers(seed: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


def test_the_hash_seed_changes_nothing() -> None:
    assert answers("1") == answers("2") == answers("3")
