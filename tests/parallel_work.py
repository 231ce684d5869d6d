"""What the workers of ``test_parallel`` do: a module of its own, which each of them imports."""

from __future__ import annotations

import os
import signal
import time

SLOW, ERROR, DEATH = -7, -13, -99


def work(item: int) -> int:
    """Twice ``item``; some are special."""
    if item == ERROR:
        raise ValueError("not for us")
    if item == DEATH:
        os.kill(os.getpid(), signal.SIGKILL)
    if item == SLOW:
        time.sleep(0.2)
    return 2 * item


def wait(_item: int) -> None:
    """Far from an end."""
    time.sleep(60)
