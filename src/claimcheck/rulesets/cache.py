"""Rule sets that were read before, kept between runs, so that an unchanged file is not parsed again.

One file a rule set in the user's cache folder: a line with a digest, then the rule set as JSON. Its name
is a digest of the rule set's text and of the code that read it, so that an entry is never out of date. A
folder or an entry that somebody else may write to, and an entry with anything odd about it, count for
nothing: the rule set is read again.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from claimcheck import __version__
from claimcheck.rulesets.format import VERSION
from claimcheck.rulesets.model import VOICES, Claim, Concept, Entity, Examples, RuleSet, Statement, Voice

try:  # hashlib loads OpenSSL as well, which takes a thirtieth of a single check
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

Kind = TypeVar("Kind")

SWITCH = "CLAIMCHECK_NO_CACHE"

# Some 20,000 rule sets of ten claims; the oldest entries beyond it go.
MAX_BYTES = 100_000_000
# A rule set of 2 MB, the largest that is read, written as JSON.
_MAX_ENTRY = 8_000_000

_ENDING, _UNFINISHED = ".json", ".part"


class Cache:
    """The rule sets kept by earlier runs. A context manager: leaving it deletes the oldest entries if new
    ones take more room than there is. Nothing here raises: what cannot be kept or found is read again."""

    def __init__(self) -> None:
        self._folder = _usual_folder()
        self._usable = self._folder is not None and _is_private_folder(self._folder)
        self._grew = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._grew and self._folder is not None:
            _trim(self._folder, MAX_BYTES)

    def find(self, text: str) -> RuleSet | None:
        """The rule set that was read from ``text`` before, without its ``source``, or ``None``."""
        if not self._usable or self._folder is None:
            return None
        name = _name(text)
        try:
            digest, _, body = _read(self._folder / name).partition(b"\n")
            return _ruleset(json.loads(body)) if digest == _digest(name, body) else None
        # Hostile JSON may also nest too deep to be read.
        except (OSError, ValueError, RecursionError):
            return None

    def keep(self, text: str, ruleset: RuleSet) -> None:
        """Keep the ``ruleset`` that was read from ``text`` without any problem."""
        if self._folder is None or not (self._usable or self._make()):
            return
        name = _name(text)
        # A text that is no Unicode (half of a surrogate pair) raises a ValueError.
        with suppress(OSError, ValueError):
            body = json.dumps(ruleset, default=_fields, ensure_ascii=False).encode()
            _write(self._folder / name, _digest(name, body) + b"\n" + body)
            self._grew = True

    def _make(self) -> bool:
        assert self._folder is not None
        with suppress(OSError):
            self._folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.mkdir(mode=0o700, exist_ok=True)
        self._usable = _is_private_folder(self._folder)
        if not self._usable:
            self._folder = None
        return self._usable


def _usual_folder() -> Path | None:
    """Where this system's caches lie, or ``None`` where there is no such place or no cache is wanted."""
    if os.environ.get(SWITCH):
        return None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        # A relative path is to be ignored (XDG Base Directory Specification 0.8).
        base = os.environ.get("XDG_CACHE_HOME", "")
        base = base if Path(base).is_absolute() else "~/.cache"
    try:
        folder = Path(base).expanduser()
    except RuntimeError:  # no home
        return None
    return folder / "claimcheck" if folder.is_absolute() else None


def _is_private_folder(folder: Path) -> bool:
    try:
        found = folder.lstat()  # a symbolic link may lead to a folder that is not for us to delete from
    except (OSError, ValueError):
        return False
    return stat.S_ISDIR(found.st_mode) and _is_private(found)


def _is_private(found: os.stat_result) -> bool:
    """Whether it is the user's, and nobody else may write to it."""
    if not hasattr(os, "geteuid"):  # Windows, where the folder inherits that it is the user's alone
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


@cache
def _reader() -> bytes:
    """What tells this reader of rule sets from others: the version, and as code changes in a checkout
    without a new one, the files of this room."""
    stamps: list[tuple[str, int, int]] = []
    with suppress(OSError):
        files = [(file.name, file.stat()) for file in os.scandir(Path(__file__).parent) if file.is_file()]
        stamps = sorted((name, found.st_size, found.st_mtime_ns) for name, found in files)
    return _digest(VERSION, repr((__version__, stamps)).encode())


def _name(text: str) -> str:
    return blake2b(_reader() + text.encode("utf-8", "surrogatepass"), digest_size=32).hexdigest() + _ENDING


def _digest(name: str, body: bytes) -> bytes:
    """The digest of an entry and its name: one that was damaged, cut short or renamed has another."""
    return blake2b(name.encode() + body, digest_size=32).hexdigest().encode()


def _read(path: Path) -> bytes:
    """The bytes of a private file. Raises ``OSError`` where it is none."""
    # Neither a link nor a pipe, which would be waited for, is followed.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
        found = os.fstat(file.fileno())
        if not (stat.S_ISREG(found.st_mode) and _is_private(found)) or found.st_size > _MAX_ENTRY:
            raise OSError("not an entry")
        return file.read()


def _write(path: Path, data: bytes) -> None:
    """Write a file that is there as a whole or not at all. Raises ``OSError``."""
    part = path.with_name(f"{path.stem}.{os.getpid()}{_UNFINISHED}")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(part, flags, 0o600), "wb") as file:
            file.write(data)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def _trim(folder: Path, room: int) -> None:
    """Delete the oldest entries of ``folder`` until the rest take up at most ``room`` bytes."""
    with suppress(OSError):
        entries = [entry for entry in os.scandir(folder) if entry.name.endswith((_ENDING, _UNFINISHED))]
        found = [(entry.stat(follow_symlinks=False), entry.path) for entry in entries]
        found.sort(key=lambda pair: pair[0].st_mtime_ns, reverse=True)
        for told, path in found:
            room -= told.st_size
            if room < 0:
                with suppress(OSError):
                    Path(path).unlink()


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in type(value).__slots__ if name != "source"}


def _ruleset(data: Any) -> RuleSet:
    """A rule set from its JSON. Raises ``ValueError`` where that is of any other shape."""
    ruleset = _made(RuleSet, data, _RULESET)
    if not ruleset.claims:
        raise ValueError("no claims")
    return ruleset


def _made(kind: Callable[..., Kind], data: Any, fields: Mapping[str, Callable[[Any], Any]]) -> Kind:
    if type(data) is not dict or data.keys() != fields.keys():
        raise ValueError("other keys")
    return kind(**{name: fields[name](value) for name, value in data.items()})


def _several(kind: Callable[..., Kind], fields: Mapping[str, Callable[[Any], Any]]) -> Callable[[Any], Any]:
    def read(data: Any) -> tuple[Kind, ...]:
        return tuple(_made(kind, item, fields) for item in _list(data))

    return read


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise ValueError("not a list")
    return data


def _text(data: Any) -> str:
    if type(data) is not str:
        raise ValueError("not a text")
    return data


def _texts(data: Any) -> tuple[str, ...]:
    return tuple(map(_text, _list(data)))


def _text_or_none(data: Any) -> str | None:
    return None if data is None else _text(data)


def _voice(data: Any) -> Voice:
    for voice in VOICES:
        if voice == data:
            return voice
    raise ValueError("no voice")


_EXAMPLES = dict.fromkeys(("supported", "contradicted", "not_addressed"), _texts)
_STATEMENT = {
    "id": _text,
    "title": _text,
    "speaker": _text_or_none,
    "date": _text_or_none,
    "url": _text_or_none,
    "supersedes": _texts,
}
_CLAIM = {
    "id": _text,
    "says": _text,
    "quote": _text,
    "voice": _voice,
    "about": _texts,
    "supports": _texts,
    "contradicts": _texts,
    "silent": _texts,
    "examples": lambda data: _made(Examples, data, _EXAMPLES),
    "supersedes": _texts,
}
_RULESET = {
    "statement": lambda data: _made(Statement, data, _STATEMENT),
    "claims": _several(Claim, _CLAIM),
    "entities": _several(Entity, {"name": _text, "aliases": _texts, "alternatives": _texts}),
    "concepts": _several(Concept, {"name": _text, "aliases": _texts, "unlike": _texts}),
}
