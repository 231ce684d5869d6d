"""claimcheck: does an official statement support a headline, contradict it, or not address it?

    >>> from claimcheck import Checker
    >>> Checker.default().check("Microsoft walks away from OpenAI").verdict
    'contradicted'
"""

from claimcheck.checker import Checker
from claimcheck.errors import ClaimcheckError
from claimcheck.result import Part, Result, Span, Verdict

__version__ = "0.1.0"

__all__ = ["Checker", "ClaimcheckError", "Part", "Result", "Span", "Verdict", "__version__"]
