"""Word lists that can be read as text."""

from __future__ import annotations


def wordlist(text: str) -> frozenset[str]:
    """The words of ``text``, parted by white space, as a set."""
    return frozenset(text.split())
