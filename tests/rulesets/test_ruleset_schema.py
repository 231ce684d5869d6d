"""The JSON Schema says the same as the loader."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from claimcheck.errors import LocatedError
from claimcheck.rulesets.load import shipped_path
from claimcheck.rulesets.parse import parse_ruleset
from claimcheck.rulesets.schema import json_schema

GOOD = (Path(__file__).parent / "data" / "harrow.yaml").read_text(encoding="utf-8")

VALIDATOR = jsonschema.Draft202012Validator(json_schema())


class _Texts(yaml.SafeLoader):
    """YAML as an editor's schema check reads it, with days left as texts."""


_Texts.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _valid(text: str) -> bool:
    return VALIDATOR.is_valid(yaml.load(text, Loader=_Texts))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_the_shipped_file_agrees() -> None:
    assert _valid(shipped_path().read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("old", "new", "good"),
    [
        ("", "", True),
        ("  url: https://example.org/winter\n", "", True),
        ("speaker: Harrow Ferries", "speaker: ''", False),
        ("speaker: Harrow Ferries", "speaker:", False),
        ("speaker:", "spaeker:", False),
        ("id: harrow-winter", "id: Harrow Winter", False),
        ("2026-11-04", "4 November 2026", False),
        ("https://example.org/winter", "example.org", False),
        ("voice: quoted", "voice: reported", False),
        ("claimcheck: 1", "claimcheck: 2", False),
        ("claimcheck: 1", "claimcheck: '1'", True),
        ("    voice: quoted\n", "", False),
        ("supports: [every sailing stays]", "supports: []", False),
        ("supports: [every sailing stays]", "supports: every sailing stays", False),
    ],
)
def test_schema_and_loader_agree(old: str, new: str, good: bool) -> None:
    text = GOOD.replace(old, new, 1) if old else GOOD
    assert _valid(text) is good
    if good:
        parse_ruleset(text, "r.yaml")
    else:
        with pytest.raises(LocatedError):
            parse_ruleset(text, "r.yaml")
