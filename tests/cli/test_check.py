"""``claimcheck check`` from the command line to the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Ran

from claimcheck.cli.textargs import shield_texts

Cli = Callable[..., Ran]

KEYS = {
    "schema_version", "text", "verdict", "score", "scores", "claim_id", "claim", "quote", "voice",
    "statement_id", "statement_date", "reason", "spans", "parts",
}  # fmt: skip


OWN = """\
claimcheck: 1
statement:
  id: own
  title: Own
claims:
  - id: open
    says: The shop is open.
    quote: The shop is open.
    voice: quoted
    examples:
      supported: [The shop is open]
      contradicted: [The shop is not open]
      not_addressed: [The shop is red]
"""


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["yes it is"], 0),
        (["no it is not"], 1),
        (["who knows"], 0),
        (["yes it is", "no it is not", "who knows"], 1),
        (["no it is not", "--fail-on", "never"], 0),
        (["who knows", "--fail-on", "not-addressed"], 1),
        (["who knows", "--fail-on", "not_addressed"], 1),
        (["no it is not", "--fail-on=not-addressed"], 1),
        (["no it is not", ""], 2),
        ([" "], 2),
        ([], 2),
    ],
)
def test_exit_codes(cli: Cli, args: list[str], code: int) -> None:
    assert cli("check", *args).code == code


@pytest.mark.usefixtures("judged")
def test_results_go_to_stdout_and_everything_else_to_stderr(cli: Cli, statement: str) -> None:
    ran = cli("check", "--claims", statement, "yes it is", "who knows")
    assert ran.out.startswith("supported by the statement of 2026-02-27\n  yes it is\n")
    assert "\n\nnot addressed by the statement of 2026-02-27\n  who knows\n" in ran.out
    assert ran.err.startswith("checking against statement (undated, ")
    assert ran.err.endswith("2 checked: 0 contradicted, 1 supported, 1 not addressed\n")
    assert cli("check", "-q", "--claims", statement, "yes it is", "who knows").err == ""


@pytest.mark.usefixtures("judged")
def test_json_is_one_object_a_line_with_every_key(cli: Cli) -> None:
    ran = cli("check", "--format", "json", "yes – ü \x1b[31m", "no it is not")
    first, second = map(json.loads, ran.out.splitlines())
    assert first.keys() >= KEYS
    assert first["text"] == "yes – ü \x1b[31m"
    assert (first["verdict"], second["verdict"]) == ("supported", "contradicted")
    assert ran.code == 1
    assert b"\x1b" not in ran.raw


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize("args", [["-"], [], ["-q", "-"]])
def test_stdin_gives_one_item_a_line(cli: Cli, args: list[str]) -> None:
    ran = cli("check", *args, stdin=b"\xef\xbb\xbfyes one\r\n\n   \nno two\n#hashtag\n")
    texts = [line.strip() for line in ran.out.splitlines() if line.startswith("  ") and line[2] != " "]
    assert [text for text in texts if text in ("yes one", "no two", "#hashtag")] == [
        "yes one",
        "no two",
        "#hashtag",
    ]
    assert ran.code == 1


@pytest.mark.usefixtures("judged")
def test_bad_lines_are_located_and_the_rest_is_judged(cli: Cli) -> None:
    ran = cli("check", "-q", "-", stdin=b"yes one\n\xff\xfe bytes\n" + b"x" * 1_500_000 + b"\nno two\n")
    assert ran.code == 2
    assert "stdin:2:1: not UTF-8 text" in ran.err
    assert "stdin:3:1: the line is longer than a million characters" in ran.err
    assert ran.out.count("by the statement") == 2


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize("text", ["a" * 10_001, "\udcff byte"])
def test_texts_that_cannot_be_judged(cli: Cli, text: str) -> None:
    ran = cli("check", "yes one", text)
    assert ran.code == 2
    assert "text 2: " in ran.err
    assert "yes one" in ran.out


@pytest.mark.usefixtures("judged")
def test_several_single_words_get_a_hint_about_quotes(cli: Cli) -> None:
    assert 'quotation marks make them one: "Azure is out"' in cli("check", "Azure", "is", "out").err
    assert "hint" not in cli("check", "Azure is", "out").err
    assert "hint" not in cli("check", "Azure").err


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize(
    "text",
    ["-50% revenue share", "-5", "--50%", "-quarterly revenue falls", "-free cloud", "— dash", "-Microsoft"],
)
def test_a_text_may_begin_with_a_dash(cli: Cli, text: str) -> None:
    ran = cli("check", text, "-f", "json")
    assert [json.loads(line)["text"] for line in ran.out.splitlines()] == [text]


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--formt", "json", "x"], "--format"),
        (["-x", "y"], "No such option: -x"),
        (["x", "--format", "jsn"], "Did you mean 'json'?"),
        (["x", "--fail-on", "contradict"], "Did you mean 'contradicted'?"),
        (["x", "--color", "alwys"], "Did you mean 'always'?"),
        (["x", "--fail-on"], "requires an argument"),
        (["x", "--claims", "nowhere.yaml"], "nowhere.yaml: cannot be read"),
        (["x", "--claims", "no\x1b[31m.yaml"], "no\\x1b[31m.yaml"),
    ],
)
def test_mistakes_are_told_with_a_way_out(cli: Cli, args: list[str], message: str) -> None:
    ran = cli("check", *args)
    assert ran.code == 2
    assert message in ran.err
    assert "\x1b" not in ran.err
    assert ran.out == ""


@pytest.mark.usefixtures("judged")
def test_colour_only_on_demand(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    assert b"\x1b" not in cli("check", "no it is not").raw
    assert b"\x1b[1;31m" in cli("check", "no it is not", "--color", "always").raw
    monkeypatch.setenv("COLUMNS", "40")
    ran = cli("check", "no it is not")
    assert b"\x1b" not in ran.raw
    assert max(map(len, ran.out.splitlines())) <= 40


def test_the_words_of_the_hostile_are_shown_not_obeyed(cli: Cli) -> None:
    ran = cli("check", "[red]Microsoft[/red] \x1b]0;title\x07 \u202eoops", "--color", "always", "--explain")
    assert "[red]Microsoft[/red] \\x1b]0;title\\x07 \\u202eoops" in " ".join(ran.out.split())


def test_the_nearest_rule_sets_hold_and_isolated_skips_them(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "own.yaml").write_text(OWN, encoding="utf-8")
    assert "checking against own (undated, 1 claim)" in cli("check", "The shop is open").err
    assert "checking against microsoft-openai" in cli("check", "The shop is open", "--isolated").err


def test_the_config_goes_before_the_nearest_folder(cli: Cli, tmp_path: Path, statement: str) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "own.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / ".claimcheck.toml").write_text(f'claims = ["{Path(statement).name}"]\n', encoding="utf-8")
    assert "checking against statement (" in cli("check", "The shop is open").err
    assert "checking against microsoft-openai" in cli("check", "The shop is open", "--isolated").err
    (tmp_path / ".claimcheck.toml").write_text("clams = []\n", encoding="utf-8")
    ran = cli("check", "The shop is open")
    assert ran.code == 2
    assert ".claimcheck.toml:1:1: unknown key 'clams'" in ran.err


@given(
    st.lists(st.sampled_from(["-q", "--explain", "--format=json", "-x", "--unknown", "-fjson"])),
    st.lists(
        st.text(max_size=6).filter(lambda text: not text.startswith("-"))
        | st.sampled_from(["-5%", "- x", "-"])
    ),
    st.lists(st.text(max_size=6) | st.sampled_from(["-q", "--format"])),
    st.randoms(use_true_random=False),
)
def test_shielding_parts_options_from_texts_and_keeps_their_order(
    options: list[str], texts: list[str], behind: list[str], random: Random
) -> None:
    order = [True] * len(options) + [False] * len(texts)
    random.shuffle(order)
    of, text = iter(options), iter(texts)
    mixed = [next(of) if is_option else next(text) for is_option in order]
    shielded = shield_texts(
        [*mixed, "--format", "-5", "--", *behind], {"-q", "--explain"}, {"--format", "-f"}
    )
    assert shielded == [*options, "--format", "-5", "--", *texts, *behind]
