"""Warnings that an editor has looked at: a comment at the end of the line that they point to."""

from __future__ import annotations

import re

from claimcheck.rulesets.places import Places

# As in drafts: '<!-- claimcheck: ignore -->' there, '# claimcheck: ignore' here.
_IGNORED = re.compile(r"(^|\s)#\s*claimcheck:\s*ignore\b", re.IGNORECASE)


def is_silenced(places: Places, line: int) -> bool:
    """Whether a comment on the 1-based ``line`` of the file says that its warnings have been looked at."""
    lines = places.source.lines
    return line <= len(lines) and bool(_IGNORED.search(lines[line - 1]))
