"""What the batch formats receive: a row with its result."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from claimcheck.records.row import Row
from claimcheck.result import Result


@dataclass(frozen=True, slots=True)
class Judged:
    """One row of the input and the result on its text."""

    row: Row
    result: Result


def cell(value: Any) -> str:
    """A cell of the input as text: strings as they are, anything else as JSON, ``None`` as nothing."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
