"""The JSON Schema (draft 2020-12) of a rule set file, made from the same table that the loader obeys.

An editor that knows it completes keys and marks mistakes while one types: put the line
``# yaml-language-server: $schema=ruleset.schema.json`` on top of the file.
"""

from __future__ import annotations

from typing import Any

from claimcheck.rulesets.format import (
    DAY_PATTERN,
    ID_PATTERN,
    REFERENCE_PATTERN,
    RULESET,
    URL_PATTERN,
    VERSION,
    Key,
    Section,
)
from claimcheck.rulesets.model import VOICES

_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}


def json_schema() -> dict[str, Any]:
    """The schema as plain JSON-ready data."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "claimcheck rule set",
        "description": "The assertions of one official statement, with the names and topics they speak of.",
        **_section(RULESET),
    }


def _section(keys: Section) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: {"description": key.help, **_value(key)} for name, key in keys.items()},
        "required": [name for name, key in keys.items() if key.required],
        "additionalProperties": False,
    }


def _value(key: Key) -> dict[str, Any]:
    match key.kind:
        case "version":
            # YAML reads an unquoted 1 as a number, and the loader takes both.
            return {"enum": [int(VERSION), VERSION]}
        case "voice":
            return {"enum": list(VOICES)}
        case "id":
            return {"type": "string", "pattern": ID_PATTERN}
        case "day":
            return {"type": "string", "pattern": DAY_PATTERN}
        case "url":
            return {"type": "string", "pattern": URL_PATTERN}
        case "section" if key.section:
            return _section(key.section)
        case "sections" if key.section:
            return {"type": "array", "minItems": 1, "items": _section(key.section)}
        case "references":
            return {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": REFERENCE_PATTERN}}
        case "texts" | "about":
            return {"type": "array", "minItems": 1, "items": _TEXT}
        case _:
            return _TEXT
