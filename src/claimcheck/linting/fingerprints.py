"""A name for a finding that stays when the sentence moves."""

from __future__ import annotations

import unicodedata
from collections import Counter
from hashlib import sha256

# Half of SHA-256 in hexadecimal: as many bits as a UUID, short enough for a diff.
_LENGTH = 32


class Fingerprints:
    """Gives fingerprints to the findings of a run, in order.

    A fingerprint is made of claim id, path, normalised sentence (letter case, white space and
    punctuation do not count) and of how many same ones came before; never of the line.
    """

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str, str]] = Counter()

    def next(self, claim_id: str | None, path: str, sentence: str) -> str:
        """The fingerprint of the next finding; 32 hexadecimal digits."""
        key = (claim_id or "", path, _normalised(sentence))
        self._seen[key] += 1
        return sha256("\0".join((*key, str(self._seen[key]))).encode("utf-8", "surrogatepass")).hexdigest()[
            :_LENGTH
        ]


def _normalised(sentence: str) -> str:
    folded = unicodedata.normalize("NFKC", sentence).casefold()
    return " ".join("".join(char if char.isalnum() else " " for char in folded).split())
