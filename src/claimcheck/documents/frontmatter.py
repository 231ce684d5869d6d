"""The block of fields at the head of a Markdown file: which of them are prose, and where they stand."""

from __future__ import annotations

import re

from claimcheck.documents.folding import Characters
from claimcheck.documents.segment import Segment

CHECKED = ("title", "description")

_YAML = re.compile(r"---[ \t]*\n(?P<body>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<body>(?:.*\n)*?)\+\+\+[ \t]*(?:\n|\Z)")
_TOML_FIELD = re.compile(
    rf"""^[ \t]*(?:{"|".join(CHECKED)})[ \t]*=[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')""", re.MULTILINE
)

# One character of a double-quoted scalar: an escape (empty where it joins lines), or itself.
_ESCAPED = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\n[ \t]*)|(.))|[^\\]", re.DOTALL
)
_NAMED = {"n": "\n", "t": "\t", "r": "\n", "N": "\n", "_": " ", "L": " ", "P": " "}


def read_front_matter(source: str) -> tuple[list[Segment], int]:
    """The checked fields of the source's front matter (YAML or TOML), and the offset at which the text
    after it starts (0 where there is none). Front matter that cannot be read has no fields."""
    found = _YAML.match(source)
    if found is not None:
        return _yaml_fields(found["body"], found.start("body")), found.end()
    found = _TOML.match(source)
    if found is not None:
        return _toml_fields(found["body"], found.start("body")), found.end()
    return [], 0


def _yaml_fields(body: str, base: int) -> list[Segment]:
    import yaml

    try:
        root = yaml.compose(body, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return []
    if not isinstance(root, yaml.MappingNode):
        return []
    fields = []
    for key, value in root.value:
        if key.value in CHECKED and isinstance(value, yaml.ScalarNode):
            start, end = value.start_mark.index, value.end_mark.index
            segment = _scalar(body[start:end], base + start, value.style)
            if segment is not None:
                fields.append(segment)
    return fields


def _scalar(raw: str, start: int, style: str | None) -> Segment | None:
    """A scalar from its source: white space is folded anyway, so only quotes and escapes are undone."""
    characters = Characters()
    if style == '"':
        _add_escaped(characters, raw[1:-1], start + 1)
    elif style == "'":
        for piece in re.finditer(r"''|[^']", raw[1:-1], re.DOTALL):
            characters.add_at(piece.group()[0], start + 1 + piece.start())
    else:
        head = raw.find("\n") + 1 if style in ("|", ">") else 0
        characters.add(raw[head:], range(start + head, start + len(raw)))
    return characters.segment("field")


def _toml_fields(body: str, base: int) -> list[Segment]:
    fields = []
    for match in _TOML_FIELD.finditer(body):
        characters = Characters()
        if match[1] is not None:
            _add_escaped(characters, match[1], base + match.start(1))
        else:
            characters.add(match[2], range(base + match.start(2), base + match.end(2)))
        segment = characters.segment("field")
        if segment is not None:
            fields.append(segment)
    return fields


def _add_escaped(characters: Characters, raw: str, start: int) -> None:
    for unit in _ESCAPED.finditer(raw):
        code = unit[1] or unit[2] or unit[3]
        if code:
            value = int(code, 16)
            text = chr(value) if value <= 0x10FFFF and not 0xD800 <= value < 0xE000 else "\ufffd"
        elif unit[4] is not None:
            text = ""
        elif unit[5] is not None:
            text = _NAMED.get(unit[5], unit[5])
        else:
            text = unit.group()
        characters.add_at(text, start + unit.start())
