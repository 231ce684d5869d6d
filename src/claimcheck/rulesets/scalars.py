"""Texts written as YAML scalars that the loader reads back unchanged."""

from __future__ import annotations

import json
import re

# Characters that mean nothing to YAML within a text, not even in a list in brackets.
_PLAIN = re.compile(r"[^\W_](?:[\w .;'’“”()/£$€–—-]|:(?=\d))*(?<! )")


def scalar(text: str) -> str:
    """``text`` as YAML on one line: bare where that is safe, else in double quotes with escapes."""
    bare = _PLAIN.fullmatch(text) and text.isprintable() and text.lower() not in ("null", "~")
    return text if bare else "".join(map(_printable, json.dumps(text, ensure_ascii=False)))


def _printable(char: str) -> str:
    if char.isprintable():
        return char
    return f"\\U{ord(char):08x}" if ord(char) > 0xFFFF else f"\\u{ord(char):04x}"
