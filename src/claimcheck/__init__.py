"""claimcheck: does an official statement support a headline, contradict it, or not address it?

>>> from claimcheck import Checker
>>> Checker.default().check("Microsoft walks away from OpenAI").verdict
'contradicted'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.checker import Checker
    from claimcheck.errors import ClaimcheckError
    from claimcheck.result import Part, Result, Span, Verdict

__version__ = "0.1.0"

__all__ = ["Checker", "ClaimcheckError", "Part", "Result", "Span", "Verdict", "__version__"]

_HOME = {
    "Checker": "checker",
    "ClaimcheckError": "errors",
    "Part": "result",
    "Result": "result",
    "Span": "result",
    "Verdict": "result",
}


def __getattr__(name: str) -> Any:
    # Imported on first use: the command line starts without loading the engine for --help.
    if name not in _HOME:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"claimcheck.{_HOME[name]}"), name)
