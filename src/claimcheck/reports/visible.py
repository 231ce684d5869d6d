"""Hostile text made safe to show: what a terminal or an editor would obey becomes visible.

Control and escape characters could move the cursor, recolour the verdict or rename the window, and
bidirectional controls could show a headline in another order than it was judged in (CVE-2021-42574,
"Trojan Source"). They are printed as Python writes them: ``\\x1b``, ``\\u202e``. So is the first letter
of what a line would tell the runner of a GitHub workflow to do (``::error::``, ``##[add-path]``), which it
obeys behind blanks as well.
"""

from __future__ import annotations

import json
import re
from typing import Any

# C0, DEL and C1 controls, soft hyphen, zero-width and bidirectional marks, line and paragraph
# separators, interlinear and tag characters, and surrogates (which no encoding can print).
# The zero-width joiner U+200D stays: emoji such as a family are built with it.
_INVISIBLE = (
    "\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff"
)
_ONE_LINE = re.compile(f"[{_INVISIBLE}]")
_MANY_LINES = re.compile(f"(?!\n)[{_INVISIBLE}]")
_COMMAND = re.compile(r"^([ \t]*)([:#])(?=:|#\[)", re.MULTILINE)
_JSON = re.compile(f"[{_INVISIBLE}]")


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    # Bytes that were not text reach Python as the surrogates DC80..DCFF (PEP 383).
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return {9: "\\t", 10: "\\n", 13: "\\r"}.get(code) or match[0].encode(
        "unicode_escape", "surrogatepass"
    ).decode()


def visible(text: str) -> str:
    """``text`` on one line, every invisible or obeyed character written out (``\\n`` included)."""
    return _harmless(_ONE_LINE.sub(_escape, text))


def visible_lines(text: str) -> str:
    """As ``visible``, but line ends stay: for messages of several lines."""
    return _harmless(_MANY_LINES.sub(_escape, text))


def _harmless(text: str) -> str:
    return _COMMAND.sub(lambda found: f"{found[1]}\\x{ord(found[2]):02x}", text)


def _escape_json(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def json_line(data: Any) -> str:
    """``data`` as JSON on one line: letters of every script as they are, invisible characters as
    ``\\uXXXX``, so that a reader gets ``data`` back exactly and a terminal obeys nothing."""
    return _JSON.sub(_escape_json, json.dumps(data, ensure_ascii=False, allow_nan=False))
