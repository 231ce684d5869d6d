"""A statement's assertions as an immutable rule set. Knows nothing of files or of judging."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Voice = Literal["quoted", "paraphrased", "inferred"]

VOICES: tuple[Voice, ...] = ("quoted", "paraphrased", "inferred")


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said it, where and when. What the statement does not give is ``None``, never invented.

    ``date`` is an ISO day (``2026-02-27``). ``supersedes`` names what this statement retires: statements by
    their id, single claims as ``statement-id/claim-id``.
    """

    id: str
    title: str
    speaker: str | None = None
    date: str | None = None
    url: str | None = None
    supersedes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A named party or product. ``alternatives`` are others of its kind that could fill its place:
    where Azure is the sole host, an alternative to Azure as host contradicts."""

    name: str
    aliases: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A topic the claims speak of, with the other ways people write it.

    ``unlike`` are look-alikes that are another topic ('stateful API' for 'stateless API')."""

    name: str
    aliases: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences with the verdict an editor expects; run by tests, never an influence on a verdict."""

    supported: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()
    not_addressed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion of the statement.

    ``says`` is one plain sentence, ``quote`` a short verbatim excerpt. ``about`` names the concepts and
    entities it is about. ``supports``, ``contradicts`` and ``silent`` are phrasings that decide outright
    when a text matches one after normalising. ``supersedes`` names the earlier claims (or whole statements)
    whose place this one takes, as in ``Statement``.
    """

    id: str
    says: str
    quote: str
    voice: Voice
    about: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    examples: Examples = field(default_factory=Examples)
    supersedes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A statement with its claims. ``source`` is the path it was read from, or ``None``."""

    statement: Statement
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...] = ()
    concepts: tuple[Concept, ...] = ()
    source: str | None = None
