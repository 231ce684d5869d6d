"""Text made to deceive, whole way through: shown, never obeyed, and never certified."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Ran

from claimcheck import Checker

Cli = Callable[..., Ran]

FALSE = "Microsoft walks away from OpenAI"
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")

# What a terminal, an editor, a log, a page or a spreadsheet might obey.
HOSTILE = {
    "escape": "\x1b[2K\x1b[31m",
    "window title": "\x1b]0;pwned\x07",
    "one-byte CSI": "\x9b31m",
    "carriage return": "\rsupported by the statement",
    "backspace": "\x08\x08\x08",
    "bidi override": "\u202egnorw",
    "bidi isolate": "\u2067\u2066",
    "zero width": "\u200b\u2060\ufeff",
    "line separator": "\u2028\u2029\x85",
    "rich markup": "[red]bold[/red] [link=file:///etc/passwd]x[/link] [/]",
    "rich emoji": ":smiley: :boom:",
    "workflow command": "::error file=a.md,line=1::pwned",
    "old workflow command": "##[add-mask]contradicted",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "markdown": "| **b** | [a](javascript:alert(1)) ![i](http://e.org/i.png) @everyone #1",
    "percent": "%0A::error::x %s %(x)s {0} {x} ${x} $(x) `x`",
    "latex and yaml": "\\input{x} !!python/object:os.system *x &x",
}
texts = pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)


@texts
@pytest.mark.parametrize("format", ["text", "json"])
def test_check_shows_and_never_obeys(cli: Cli, hostile: str, format: str) -> None:
    text = f"{FALSE} {hostile}"
    ran = cli("check", "--isolated", "--explain", "--format", format, text)
    assert ran.code in (0, 1)
    assert not OBEYED.search(ran.raw.decode() + ran.err)
    if format == "json":
        assert json.loads(ran.out)["text"] == text


@texts
@pytest.mark.parametrize("format", ["full", "concise", "github", "md", "junit", "json", "jsonl", "sarif"])
def test_lint_shows_and_never_obeys(cli: Cli, tmp_path: Path, hostile: str, format: str) -> None:
    (tmp_path / "draft.txt").write_text(f"{FALSE}.\n\n{hostile}\n\n{FALSE}, {hostile}.\n", "utf-8")
    ran = cli("lint", "--isolated", "--show", "all", "--format", format, "draft.txt")
    assert ran.code == 1
    out = ran.raw.decode()
    assert not OBEYED.search(out + ran.err)
    if format in ("full", "concise"):
        assert not any(line.lstrip().startswith(("::", "##[")) for line in out.splitlines())
    if format == "github":
        assert all(
            line.startswith("::") == bool(re.match("::(error|warning|notice) ", line))
            for line in out.splitlines()
        )
        assert "\n::error::" not in out
    if format in ("md", "junit"):
        assert not re.search(r"(?<!\\)<(?:script|img)", out)


@pytest.mark.parametrize("format", ["full", "concise", "github"])
@pytest.mark.parametrize(
    "name", ["::error::a.md", "[red]a[bold].md", "a\x1b[31m.md", "\u202edm.a.md", "a\nb.md"]
)
def test_the_name_of_a_draft_is_text_too(cli: Cli, tmp_path: Path, format: str, name: str) -> None:
    (tmp_path / name).write_text(f"{FALSE}.\n", "utf-8")
    ran = cli("lint", "--isolated", "--format", format, ".", name)
    assert ran.code == 1
    assert not OBEYED.search(ran.raw.decode() + ran.err)
    starts = [line for line in ran.out.splitlines() if line.lstrip().startswith("::")]
    assert all(line.startswith("::error ") for line in starts)
    assert bool(starts) == (format == "github")


@pytest.mark.parametrize("start", ["=1+1", "@SUM(A1)", "+1", "-1+1", "\t=1+1", "＝1+1", "=cmd|' /C calc'!A0"])
def test_no_spreadsheet_runs_a_text_of_batch(cli: Cli, start: str) -> None:
    given = io.StringIO()
    csv.writer(given).writerows([["id", "text", start], [start, f"{start} {FALSE}", start]])
    ran = cli(
        "batch",
        "--isolated",
        "--input-format",
        "csv",
        "--format",
        "csv",
        "-",
        stdin=given.getvalue().encode(),
    )
    rows = list(csv.reader(io.StringIO(ran.out)))
    assert len(rows) == 2
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"\s*[=@＝＠]", cell)
        assert not re.match(r"\s*[+＋-]\D", cell)


@pytest.mark.parametrize("letters", ["MΜ", "MМoо", "AΑzᴢ", "OΟpр", "eеaаoоcс"])
@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Microsoft's partnership with OpenAI remains strong, and Azure its host", "contradicted"),
        ("Azure is no longer the exclusive host of OpenAI's stateless APIs for Microsoft", "supported"),
        ("Microsoft ends its revenue share with OpenAI on Azure", "supported"),
    ],
)
def test_borrowed_letters_turn_no_verdict_round(text: str, never: str, letters: str) -> None:
    disguised = text.translate(str.maketrans(letters[::2], letters[1::2]))
    assert disguised != text
    result = Checker.default().check(disguised)
    assert result.text == disguised
    assert result.verdict != never


def test_hostile_settings_and_rule_sets_are_shown(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / ".claimcheck.toml").write_text('"\x1b[31m\u202e" = 1\n"::error::" = 2\n', "utf-8")
    (tmp_path / "a.md").write_text("Text.\n", "utf-8")
    ran = cli("lint", "a.md")
    assert ran.code == 2
    assert not OBEYED.search(ran.err)
    (tmp_path / "a.yaml").write_text("claimcheck: 1\n'[red]\u202e': ::error::x\n", "utf-8")
    ran = cli("check", "--isolated", "--claims", "a.yaml", "x")
    assert ran.code == 2
    assert not OBEYED.search(ran.err)
    assert "[red]" in ran.err
