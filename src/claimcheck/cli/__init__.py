"""The command line: thin, one module per command.

Ctrl-C while its modules are still loading, when nothing can catch it yet, ends the program as it should (by
that signal: 130 to a shell), and without a traceback.
"""

from __future__ import annotations

import sys
from types import TracebackType


def _quiet_on_interruption(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, traceback)


sys.excepthook = _quiet_on_interruption
