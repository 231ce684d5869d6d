"""``claimcheck rules``: what it prints, where, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.result import Explanation, Part, Result, Verdict
from claimcheck.rulesets.model import RuleSet

DATA = Path(__file__).parents[1] / "rulesets" / "data"
HARROW = str(DATA / "harrow.yaml")
STATEMENT = str(DATA / "harrow.txt")

Cli = Callable[..., Any]


class FakeChecker:
    """Contradicts what holds the word 'drops' and supports the rest, so that the tests stay clear of the
    engine."""

    def __init__(self, rulesets: list[RuleSet], *, as_of: str | None = None) -> None:  # noqa: ARG002
        self.rulesets = rulesets

    def check(self, text: str) -> Result:
        verdict: Verdict = "contradicted" if "drops" in text else "supported"
        claim = self.rulesets[0].claims[0]
        return Result(
            text=text,
            verdict=verdict,
            score=0.9,
            scores={"supported": 0.9, "contradicted": 0.05, "not_addressed": 0.05},
            claim_id=claim.id,
            claim=claim.says,
            quote=claim.quote,
            voice=claim.voice,
            statement_id=self.rulesets[0].statement.id,
            statement_date=self.rulesets[0].statement.date,
            parts=(Part(text, 0, len(text), verdict, claim.id),),
            explain=lambda: Explanation("A made-up reason.", derivation=("first step",)),
        )


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.authoring.examples.Checker", FakeChecker)
    monkeypatch.setattr("claimcheck.authoring.idle_names.Checker", FakeChecker)
    monkeypatch.setattr("claimcheck.checker.Checker", FakeChecker)


def test_list(cli: Cli) -> None:
    ran = cli("rules", "list", "--claims", HARROW)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Harrow Ferries: statement on the winter timetable\n"
        "harrow-winter, Harrow Ferries, 2 claims, of 2026-11-04\n"
        "https://example.org/winter\n"
        f"{HARROW}\n"
        "- crossings-kept  Harrow Ferries will keep all four winter crossings.\n"
        "- no-sailing-cut  Harrow Ferries has not cut a single sailing.\n"
    )


def test_list_in_40_columns(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    ran = cli("rules", "list")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 40
    assert "agi-unchanged" in ran.out


def test_list_as_json(cli: Cli) -> None:
    data = json.loads(cli("rules", "list", "--claims", HARROW, "--claims", STATEMENT, "-f", "json").out)
    assert data["schema_version"] == 1
    assert [ruleset["statement"]["id"] for ruleset in data["rulesets"]] == ["harrow-winter", "harrow"]
    assert data["rulesets"][0]["claims"][1]["id"] == "no-sailing-cut"


def test_show(cli: Cli) -> None:
    ran = cli("rules", "show", "no-sailing-cut", "--claims", HARROW)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "no-sailing-cut  Harrow Ferries has not cut a single sailing.\n"
        "  quote          “We have not cut a single sailing” (quoted)\n"
        "  statement      Harrow Ferries: statement on the winter timetable of 2026-11-04\n"
        "  supports       every sailing stays\n"
        "  contradicts    sailings axed\n"
        "  silent         sailings renamed\n"
        "  supported      No sailing has been cut by Harrow Ferries\n"
        "  contradicted   Harrow Ferries has cut sailings\n"
        "  not addressed  Harrow sailings: 4,000 passengers a day\n"
    )


def test_show_as_json(cli: Cli) -> None:
    data = json.loads(cli("rules", "show", "crossings-kept", "--claims", HARROW, "--format", "json").out)
    assert data["claims"][0]["about"] == ["Harrow Ferries", "winter crossings"]


def test_show_suggests_the_nearest_id(cli: Cli) -> None:
    ran = cli("rules", "show", "crossing-kept", "--claims", HARROW)
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean crossings-kept?" in ran.err


@pytest.mark.parametrize("extra", [[], ["--statement", STATEMENT]])
def test_validate_a_good_file(cli: Cli, extra: list[str]) -> None:
    ran = cli("rules", "validate", HARROW, *extra)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"{HARROW}: good: harrow-winter (2026-11-04, 2 claims)\n"
    assert cli("rules", "validate", "-q", HARROW).err == ""


def test_validate_tells_all_and_goes_on(cli: Cli, tmp_path: Path) -> None:
    good = Path(HARROW).read_text(encoding="utf-8")
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "a.yaml").write_text(good.replace("voice: quoted", "voice: qouted"), encoding="utf-8")
    (tmp_path / "set" / "b.yaml").write_text(good, encoding="utf-8")
    ran = cli("rules", "validate", "set", "none.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "a.yaml:32:12: 'qouted' is no voice" in ran.err
    assert "               ^^^^^^\n  fix: write quoted\n" in ran.err
    assert "b.yaml: good" in ran.err
    assert "none.yaml: cannot be read" in ran.err


def test_validate_finds_a_wrong_quote(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(
        "Harrow Ferries will keep all four winter crossings.", encoding="utf-8"
    )
    ran = cli("rules", "validate", HARROW, "--statement", "other.txt")
    assert ran.code == 2
    assert ":31:12: these words do not stand in the statement" in ran.err
    assert ":19:" not in ran.err


@pytest.mark.parametrize("args", [["empty"], ["note.txt"], ["gone.yaml"]])
def test_validate_what_is_no_rule_set(cli: Cli, tmp_path: Path, args: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "note.txt").write_text("A note.", encoding="utf-8")
    ran = cli("rules", "validate", *args)
    assert (ran.code, ran.out) == (2, "")
    assert args[0] in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("engine")
def test_test_shows_the_failures(cli: Cli) -> None:
    ran = cli("rules", "test", "--claims", HARROW)
    assert ran.code == 1
    assert ran.err == (
        "testing harrow-winter (2026-11-04, 2 claims)\n"
        f"{HARROW}:37:19: warning: 'No sailing has been cut by Harrow Ferries' is supported by "
        "'crossings-kept', not by 'no-sailing-cut'\n"
    )
    assert ran.out == (
        "crossings-kept\n"
        "  Harrow Ferries raises winter fares\n"
        "    expected not addressed, got supported: A made-up reason.\n"
        "no-sailing-cut\n"
        "  Harrow Ferries has cut sailings\n"
        "    expected CONTRADICTED, got supported: A made-up reason.\n"
        "  Harrow sailings: 4,000 passengers a day\n"
        "    expected not addressed, got supported: A made-up reason.\n"
        "\n"
        "6 examples: 3 as expected, 3 not\n"
        "1 of the 3 by another claim than their own\n"
        "names that change no verdict of these examples: “Harrow”\n"
    ).replace("CONTRADICTED", "contradicted")


@pytest.mark.usefixtures("engine")
def test_test_takes_paths_as_validate_does(cli: Cli) -> None:
    by_option = cli("rules", "test", "--claims", HARROW)
    by_path = cli("rules", "test", HARROW)
    assert (by_path.code, by_path.out, by_path.err) == (by_option.code, by_option.out, by_option.err)
    assert "gone.yaml: cannot be read" in cli("rules", "test", "gone.yaml").err


def test_test_tells_what_the_phrasings_do(cli: Cli, tmp_path: Path) -> None:
    """The example that a phrasing repeats passes with it and fails without."""
    text = Path(HARROW).read_text(encoding="utf-8")
    text = text.replace("silent: [sailings renamed]", "silent: [Harrow Ferries has not cut a sailing]")
    text = text.replace('"Harrow sailings: 4,000 passengers a day"', "Harrow Ferries hasn't cut a sailing!")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    data = json.loads(cli("rules", "test", "a.yaml", "-q", "-f", "json").out)
    assert (data["by_phrasing"], data["examples"] - data["failed"] - data["unaided"]) == (1, 1)
    said = " ".join(cli("rules", "test", "a.yaml", "-q").out.split())
    assert f"1 of the {data['examples'] - data['failed']} by phrasings of your own" in said
    assert f"without phrasings {data['unaided']} of 6 are as expected" in said


def test_a_warning_on_who_answers_is_silenced(cli: Cli, tmp_path: Path) -> None:
    text = Path(HARROW).read_text(encoding="utf-8")
    moved = "supported: [Harrow Ferries will keep all four winter crossings]"
    text = text.replace("supported: [No sailing has been cut by Harrow Ferries]", moved)
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(text.replace(moved, f"{moved}  # claimcheck: ignore"), encoding="utf-8")
    assert "is supported by 'crossings-kept', not by 'no-sailing-cut'" in cli("rules", "test", "a.yaml").err
    assert "not by" not in cli("rules", "test", "b.yaml").err


@pytest.mark.usefixtures("engine")
def test_test_as_json(cli: Cli) -> None:
    ran = cli("rules", "test", "--claims", HARROW, "--format", "json", "-q")
    data = json.loads(ran.out)
    assert (ran.code, ran.err) == (1, "")
    figures = {key: value for key, value in data.items() if key not in ("schema_version", "failures")}
    assert figures == {
        "examples": 6,
        "failed": 3,
        "by_phrasing": 0,
        "unaided": 3,
        "answered_elsewhere": 1,
        "idle_names": ["Harrow"],
    }
    assert data["failures"][0]["expected"] == "not_addressed"
    assert data["failures"][0]["result"]["text"] == "Harrow Ferries raises winter fares"


def test_test_without_examples(cli: Cli) -> None:
    ran = cli("rules", "test", "--claims", STATEMENT)
    assert (ran.code, ran.out) == (2, "")
    assert "no examples to test" in ran.err


def test_schema_is_json(cli: Cli) -> None:
    ran = cli("rules", "schema")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_draft_to_a_file_that_validates(cli: Cli, tmp_path: Path) -> None:
    ran = cli("rules", "draft", STATEMENT, "-o", "claims/new.yaml")
    assert (ran.code, ran.out) == (0, "")
    assert "3 claims" in ran.err
    assert cli("rules", "validate", "claims", "--statement", STATEMENT).code == 0
    before = (tmp_path / "claims" / "new.yaml").read_bytes()
    again = cli("rules", "draft", STATEMENT, "-o", "claims/new.yaml")
    assert again.code == 2
    assert "is there already" in again.err
    assert (tmp_path / "claims" / "new.yaml").read_bytes() == before


def test_draft_from_a_pipe(cli: Cli) -> None:
    ran = cli("rules", "draft", "-", stdin="Orrin Rail keeps the night train — still.".encode())
    assert ran.code == 0
    assert "says: Orrin Rail keeps the night train — still." in ran.out


def test_draft_from_a_web_page_in_a_pipe(cli: Cli) -> None:
    page = "<h1>On trains</h1><p>Orrin Rail keeps the <b>night</b> train.</p>"
    ran = cli("rules", "draft", "-", stdin=f"<!DOCTYPE html><html><body>{page}</body></html>".encode())
    assert ran.code == 0
    assert "  title: On trains\n" in ran.out
    assert "says: Orrin Rail keeps the night train.\n" in ran.out


@pytest.mark.parametrize(
    ("args", "stdin", "message"),
    [
        (["-"], b"", "no sentence"),
        (["-"], b"\xff\xfe\xfa", "not"),
        (["gone.txt"], b"", "cannot be read"),
        ([HARROW], b"", "a rule set already"),
        (["."], b"", "a folder"),
    ],
)
def test_draft_of_what_is_no_statement(cli: Cli, args: list[str], stdin: bytes, message: str) -> None:
    ran = cli("rules", "draft", *args, stdin=stdin)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


@pytest.mark.usefixtures("engine")
def test_why_as_expected(cli: Cli) -> None:
    ran = cli("rules", "why", "Harrow drops a crossing", "--expect", "contradicted", "--claims", HARROW)
    assert ran.code == 0
    assert "first step" in ran.out
    assert ran.out.endswith("\nAs expected: contradicted.\n")


@pytest.mark.usefixtures("engine")
def test_why_says_what_to_write(cli: Cli) -> None:
    ran = cli("rules", "why", "-5% fares: Harrow", "--expect", "not-addressed", "--claims", HARROW)
    assert ran.code == 1
    assert (
        "\nExpected not addressed.\n"
        f"  nearest  Harrow Ferries will keep all four winter crossings.  [crossings-kept] {HARROW}:18\n"
        "  unknown  “fares”: not in the rule set\n"
        "  unsaid   “keep”, “winter”, “crossings”: in the claim, not in the headline\n"
    ) in ran.out
    assert f"{HARROW}:17: " in ran.out
    assert ran.out.endswith(
        " this wording, in claim 'crossings-kept':\n"
        "    silent:\n"
        '      - "-5% fares: Harrow"\n'
        "  (holds for a headline of exactly these words; as an example it would test nothing)\n"
        f"{HARROW}:28: Unless you settled it, keep it as an example, so that it stays mended:\n"
        "    examples:\n"
        "      not_addressed:\n"
        '        - "-5% fares: Harrow"\n'
    )


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Harrow Ferries drops all", "  --claim crossings-kept or --claim no-sailing-cut\n"),
        ("Zorbles drops gribbles", "  --claim ID\n"),
    ],
)
def test_why_asks_which_claim_is_meant(cli: Cli, text: str, asked: str) -> None:
    ran = cli("rules", "why", text, "--expect", "supported", "--claims", HARROW)
    assert ran.code == 1
    assert ran.out.endswith(asked)
    assert "supports:" not in ran.out


@pytest.mark.usefixtures("engine")
def test_why_for_the_claim_that_is_meant(cli: Cli) -> None:
    args = ("rules", "why", "Harrow Ferries drops all", "--claims", HARROW, "--claim", "no-sailing-cut")
    ran = cli(*args, "--expect", "supported")
    assert ran.code == 1
    assert "settle this wording, in claim 'no-sailing-cut':\n    supports:\n" in ran.out
    ran = cli(*args, "--expect", "contradicted")
    assert ran.code == 0
    assert ran.out.endswith(
        "As expected: contradicted, but by claim 'crossings-kept', not by the one you mean.\n"
    )
    assert "--expect" in cli(*args).err


def test_why_refuses_a_claim_that_is_not_there(cli: Cli) -> None:
    ran = cli("rules", "why", "A", "--expect", "supported", "--claims", HARROW, "--claim", "no-sailing")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean no-sailing-cut?" in ran.err


def test_why_names_the_phrasing_that_decides(cli: Cli) -> None:
    ran = cli("rules", "why", "Sailings renamed!", "--expect", "supported", "--claims", HARROW)
    assert ran.code == 1
    assert ran.out.endswith(
        f"{HARROW}:35: This wording stands under 'silent' of 'no-sailing-cut': delete it.\n"
    )


@pytest.mark.usefixtures("engine")
def test_why_tells_of_a_name_that_the_claim_is_not_about(cli: Cli) -> None:
    args = ("rules", "why", "Harrow drops its winter timetable", "--expect", "supported", "--claims", HARROW)
    ran = cli(*args, "--claim", "no-sailing-cut")
    assert "“winter timetable”, under 'aliases' of 'winter crossings': " in ran.out
    assert "acts only where a claim lists 'winter crossings' under 'about'" in " ".join(ran.out.split())
    assert "acts only" not in cli(*args, "--claim", "crossings-kept").out


@pytest.mark.usefixtures("engine")
def test_why_with_a_plain_statement_leads_to_a_draft(cli: Cli) -> None:
    ran = cli("rules", "why", "Harrow", "--expect", "contradicted", "--claims", STATEMENT)
    assert ran.code == 1
    assert f"claimcheck rules draft {STATEMENT} -o claims/harrow.yaml" in ran.out


def test_a_wrong_verdict_is_refused(cli: Cli) -> None:
    ran = cli("rules", "why", "Harrow", "--expect", "contradict")
    assert ran.code == 2
    assert "Did you mean 'contradicted'?" in " ".join(ran.err.split())


def test_hostile_text_is_shown_and_never_obeyed(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("[red]Fares \x1b[31m stay \u202e now[/red].", encoding="utf-8")
    ran = cli("rules", "list", "--claims", "s.txt", "--color", "never")
    assert ran.code == 0
    assert "[red]Fares \\x1b[31m stay \\u202e now[/red]." in ran.out
    assert b"\x1b" not in ran.raw
