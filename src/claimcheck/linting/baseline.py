"""Findings that were there before: a file of fingerprints that lets them pass until they are put right."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from claimcheck.documents.read import read_text
from claimcheck.errors import ClaimcheckError
from claimcheck.linting.finding import Finding

VERSION = 1

# Some 300 bytes an entry: far more old findings than anyone lives with.
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One known finding. The fingerprint decides; the rest is for those who read the file."""

    path: str
    fingerprint: str
    claim_id: str | None
    text: str


def entry(finding: Finding) -> Entry:
    """What the baseline keeps of ``finding``."""
    return Entry(finding.project_path, finding.fingerprint, finding.result.claim_id, finding.result.text)


def read_baseline(path: str) -> list[Entry]:
    """The entries at ``path``. Raises ``ClaimcheckError`` where it is missing, unreadable or not ours."""
    text = read_text(path, limit=MAX_BYTES)
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            raise ClaimcheckError(f"{path}: a baseline of version {data['version']!r}, not {VERSION}")
        return [
            Entry(str(one["path"]), str(one["fingerprint"]), one.get("claim_id"), str(one.get("text", "")))
            for one in data["findings"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ClaimcheckError(
            f"{path}: not a claimcheck baseline; fix: write it anew with --update-baseline"
        ) from error


def baseline_text(entries: Iterable[Entry]) -> str:
    """The file that holds ``entries``: JSON, sorted, an entry a line, so that its diffs can be read."""
    ordered = sorted(entries, key=lambda one: (one.path, one.fingerprint))
    body = ",\n    ".join(json.dumps(asdict(one), ensure_ascii=False) for one in ordered)
    listed = f"[\n    {body}\n  ]" if ordered else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {listed}\n}}\n'
