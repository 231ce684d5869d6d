"""The keys of a rule set file: one table that the loader obeys and the JSON Schema is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# text: any text; texts: a list of them; id: a short name in small letters; day: 2026-02-27;
# references: a list of statements and claims, 'ferries' or 'ferries/fares-stay'; the rest name what they are.
Kind = Literal[
    "version", "text", "texts", "id", "day", "url", "voice", "about", "references", "section", "sections"
]


@dataclass(frozen=True, slots=True)
class Key:
    """What one key takes. ``section`` is the table of the keys below it, where it has some."""

    kind: Kind
    help: str
    required: bool = False
    section: Section | None = None


Section = dict[str, Key]

VERSION = "1"

STATEMENT: Section = {
    "id": Key("id", "A short name for the statement, in small letters: 'millrace-2026'.", required=True),
    "title": Key("text", "The statement's headline.", required=True),
    "speaker": Key("text", "Who speaks: an organisation or a person."),
    "date": Key("day", "The day of the statement: 2026-02-27. Leave it out where none is given."),
    "url": Key("url", "Where the statement was published."),
    "supersedes": Key(
        "references",
        "What this statement retires: whole statements by id, single claims as statement-id/claim-id.",
    ),
}

ENTITY: Section = {
    "name": Key("text", "A party, a place or a product that the statement names.", required=True),
    "aliases": Key("texts", "Other ways people write it: tickers, nicknames, short forms."),
    "alternatives": Key(
        "texts", "Others of its kind that could stand in its place: rivals of the sole host."
    ),
}

CONCEPT: Section = {
    "name": Key("text", "A topic that the claims speak of.", required=True),
    "aliases": Key("texts", "Other ways people write it."),
    "unlike": Key("texts", "Look-alikes that are another topic, on which the statement is silent."),
}

EXAMPLES: Section = {
    "supported": Key("texts", "Headlines that the statement supports.", required=True),
    "contradicted": Key("texts", "Headlines that it contradicts.", required=True),
    "not_addressed": Key("texts", "Headlines near the topic on which it is silent.", required=True),
}

CLAIM: Section = {
    "id": Key("id", "A short name for the claim, in small letters: 'sole-owner'.", required=True),
    "says": Key("text", "The assertion in one plain sentence.", required=True),
    "quote": Key("text", "A short verbatim excerpt of the statement; ... joins two excerpts.", required=True),
    "voice": Key(
        "voice",
        "Whose words they are: quoted (in quotation marks), paraphrased (reported) or inferred (the "
        "reporter's conclusion).",
        required=True,
    ),
    "about": Key("about", "The concepts and entities it is about, by name."),
    "supports": Key("texts", "Phrasings that are supported outright: a repair for a wrong verdict."),
    "contradicts": Key("texts", "Phrasings that are contradicted outright."),
    "silent": Key("texts", "Phrasings that are not addressed, whatever they look like."),
    "supersedes": Key("references", "The earlier claims whose place this one takes: statement-id/claim-id."),
    "examples": Key("section", "Headlines with the verdict you expect.", required=True, section=EXAMPLES),
}

RULESET: Section = {
    "claimcheck": Key("version", "The version of this format.", required=True),
    "statement": Key("section", "What was said, by whom and when.", required=True, section=STATEMENT),
    "entities": Key("sections", "Names.", section=ENTITY),
    "concepts": Key("sections", "Topics.", section=CONCEPT),
    "claims": Key("sections", "The statement's assertions, one each.", required=True, section=CLAIM),
}

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
REFERENCE_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$"
DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
URL_PATTERN = r"^https?://[^\s]+$"
