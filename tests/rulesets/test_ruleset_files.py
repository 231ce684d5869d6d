"""Rule set files: the good one arrives whole; of a bad one every problem is told, at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError, LocatedError
from claimcheck.rulesets.load import load_claims, load_shipped, shipped_path
from claimcheck.rulesets.model import Claim, Concept, Entity, Examples, RuleSet, Statement
from claimcheck.rulesets.parse import parse_ruleset

GOOD = (Path(__file__).parent / "data" / "harrow.yaml").read_text(encoding="utf-8")
CASES: list[dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "problems.yaml").read_text(encoding="utf-8")
)


def test_a_good_file_arrives_whole() -> None:
    assert parse_ruleset(GOOD, "harrow.yaml") == RuleSet(
        statement=Statement(
            id="harrow-winter",
            title="Harrow Ferries: statement on the winter timetable",
            speaker="Harrow Ferries",
            date="2026-11-04",
            url="https://example.org/winter",
        ),
        claims=(
            Claim(
                id="crossings-kept",
                says="Harrow Ferries will keep all four winter crossings.",
                quote="will keep all four winter crossings",
                voice="paraphrased",
                about=("Harrow Ferries", "winter crossings"),
                examples=Examples(
                    ("Harrow keeps its winter crossings",),
                    ("Harrow Ferries drops a winter crossing",),
                    ("Harrow Ferries raises winter fares",),
                ),
            ),
            Claim(
                id="no-sailing-cut",
                says="Harrow Ferries has not cut a single sailing.",
                quote="We have not cut a single sailing",
                voice="quoted",
                supports=("every sailing stays",),
                contradicts=("sailings axed",),
                silent=("sailings renamed",),
                examples=Examples(
                    ("No sailing has been cut by Harrow Ferries",),
                    ("Harrow Ferries has cut sailings",),
                    ("Harrow sailings: 4,000 passengers a day",),
                ),
            ),
        ),
        entities=(Entity("Harrow Ferries", ("Harrow", "the ferry company"), ("Solent Lines",)),),
        concepts=(
            Concept("winter crossings", ("winter sailings", "winter timetable"), ("summer timetable",)),
        ),
        source="harrow.yaml",
    )


def problems(text: str) -> list[str]:
    """The problems of a rule set as 'line:column message' with the fix behind an arrow."""
    with pytest.raises(LocatedError) as raised:
        parse_ruleset(text, "r.yaml")
    for problem in raised.value.problems:
        assert problem.path == "r.yaml"
        assert problem.length >= 1
    return [f"{p.line}:{p.column} {p.message} -> {p.fix}" for p in raised.value.problems]


@pytest.mark.parametrize("case", CASES, ids=[case["new"] for case in CASES])
def test_each_problem_has_its_place_and_its_fix(case: dict[str, str]) -> None:
    assert GOOD.count(case["old"]) == 1
    told = problems(GOOD.replace(case["old"], case["new"]))
    assert told == [f"{case['place']} {case['says']} -> {case['fix']}"]


def test_an_alias_may_repeat_its_own_name() -> None:
    assert parse_ruleset(GOOD.replace("winter timetable]", "WINTER CROSSINGS]"), "r.yaml").concepts


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("    says: Harrow Ferries has not cut a single sailing.\n", "a claim lacks 'says'"),
        ("    quote: We have not cut a single sailing\n", "a claim lacks 'quote'"),
        ("    voice: quoted\n", "a claim lacks 'voice'"),
        (
            '      not_addressed: ["Harrow sailings: 4,000 passengers a day"]\n',
            "'examples' lacks 'not_addressed'",
        ),
        ("claimcheck: 1\n", "a rule set lacks 'claimcheck'"),
    ],
)  # fmt: skip
def test_missing_keys(line: str, message: str) -> None:
    assert GOOD.count(line) == 1
    (problem,) = problems(GOOD.replace(line, ""))
    assert message in problem


def test_a_claim_without_examples() -> None:
    (problem,) = problems(GOOD[: GOOD.rindex("    examples:")])
    assert problem.startswith("29:5 a claim lacks 'examples' -> add 'examples:'.")


def test_a_duplicate_key_names_the_first() -> None:
    text = GOOD.replace("    voice: quoted\n", "    voice: quoted\n    voice: inferred\n")
    assert problems(text) == ["33:5 'voice' is here twice (first in line 32) -> keep one"]


def test_an_alias_leads_to_one_name() -> None:
    text = GOOD.replace("concepts:", "  - name: Solent Lines\n    aliases: [harrow]\nconcepts:")
    assert problems(text) == [
        "13:15 'harrow' already stands for 'Harrow Ferries' -> "
        "an alias leads to one name: delete one of the two"
    ]


def test_all_problems_at_once_in_file_order() -> None:
    text = (
        GOOD.replace("speaker:", "spoke:").replace("voice: quoted", "voice: x").replace("2026-11-04", "today")
    )
    lines = [int(problem.partition(":")[0]) for problem in problems(text)]
    assert lines == [5, 6, 32]


def test_the_message_shows_the_line_with_a_caret() -> None:
    with pytest.raises(LocatedError) as raised:
        parse_ruleset(GOOD.replace("voice: quoted", "voice: qouted"), "r.yaml")
    assert str(raised.value) == (
        "r.yaml:32:12: 'qouted' is no voice\n"
        "        voice: qouted\n"
        "               ^^^^^^\n"
        "  fix: write quoted"
    )


def test_scalars_stay_texts() -> None:
    text = GOOD.replace(
        "aliases: [Harrow, the ferry company]", "aliases: [no, 2026-01-01, 007, 1e3, 0x10, .5]"
    )
    assert parse_ruleset(text, "r.yaml").entities[0].aliases == (
        "no",
        "2026-01-01",
        "007",
        "1e3",
        "0x10",
        ".5",
    )


def test_folded_blocks_become_one_line() -> None:
    text = GOOD.replace(
        "says: Harrow Ferries will keep all", "says: >-\n      Harrow Ferries will keep\n      all"
    )
    assert (
        parse_ruleset(text, "r.yaml").claims[0].says == "Harrow Ferries will keep all four winter crossings."
    )


HOSTILE = {
    "empty": ("", "1:1"),
    "only a comment": ("# nothing\n", "1:1"),
    "a list": ("- a\n- b\n", "1:1"),
    "a bomb": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "1:4"),
    "an alias": ("a: *b\n", "1:4"),
    "a tag": ("a: !!python/object/apply:os.system [ls]\n", "1:4"),
    "two documents": ("a: b\n---\nc: d\n", "2:1"),
    "a tab": ("a:\n\tb: c\n", "2:1"),
    "an open quote": ('a: "b\nc: d\n', "3:1"),
    "text after a quote": ('a:\n  - "Rovers" stay\n', "2:14"),
    "a second colon": ("a: The Bank: rates up\n", "1:12"),
    "an at sign": ("a: @rovers\n", "1:4"),
    "an escape character": ("a: b\nc: \x1b[31m\n", "2:4"),
    "a null": ("a: \0\n", "1:4"),
    "deep lists": ("a: " + "[" * 100_000, "1:15"),
    "deep mappings": ("\n".join(" " * i + "a:" for i in range(500)), "13:13"),
    "a merge key": (GOOD.replace("  speaker:", "  <<: x\n  speaker:"), "5:3"),
    "carriage returns": ("a: b\rc: @\r", "2:4"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_yaml_is_a_located_problem(name: str) -> None:
    text, place = HOSTILE[name]
    first = problems(text)[0]
    assert first.startswith(f"{place} "), first


def test_a_long_line_is_not_printed() -> None:
    with pytest.raises(LocatedError) as raised:
        parse_ruleset(GOOD.replace("voice: quoted", f"voice: {'x' * 5000}"), "r.yaml")
    assert raised.value.problems[0].source == ""


def _explained(text: str) -> bool:
    """Whether ``text`` is a rule set with claims, or every problem in it lies within it."""
    try:
        return bool(parse_ruleset(text, "r.yaml").claims)
    except LocatedError as error:
        last = len(re.split("\r\n|[\r\n\x85\u2028\u2029]", text)) + 1
        return all(1 <= p.line <= last and p.column >= 1 and p.message for p in error.problems)


@given(st.text(max_size=200))
def test_any_text_parses_or_is_explained(text: str) -> None:
    assert _explained(text)


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 40), st.text("ab:-#[]{}\"' \n&*!|>%@`,", max_size=4))
def test_a_damaged_file_parses_or_is_explained(at: int, cut: int, put: str) -> None:
    assert _explained(GOOD[:at] + put + GOOD[at + cut :])


def test_a_folder_is_read_in_name_order_and_not_deeper(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "a.yml").write_text(GOOD.replace("harrow-winter", "harrow-spring"), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a rule set", encoding="utf-8")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "c.yaml").write_text("broken: [", encoding="utf-8")
    assert [ruleset.statement.id for ruleset in load_claims(tmp_path)] == ["harrow-spring", "harrow-winter"]


def test_a_folder_tells_the_problems_of_all_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD.replace("speaker:", "spoke:"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(GOOD.replace("voice: quoted", "voice: x"), encoding="utf-8")
    with pytest.raises(LocatedError) as raised:
        load_claims(tmp_path)
    assert [Path(problem.path).name for problem in raised.value.problems] == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("bytes.yaml", b"claimcheck: 1\nid: \xff", "bytes.yaml:2:5: byte 0xff is not utf-8 text"),
        ("null.yaml", b"claimcheck: 1\n\0", "null.yaml:2:1: a NUL character"),
        ("empty.txt", b"", "no sentence"),
        ("blank.txt", b" \n\n\t\n", "no sentence"),
        ("sheet.xlsx", b"PK", "not a rule set (.yaml) nor a statement (.txt, .md, .html)"),
        ("bom.yaml", b"\xef\xbb\xbf- a", "bom.yaml:1:1: a rule set is expected here"),
    ],
)
def test_unusable_files(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ClaimcheckError) as raised:
        load_claims(tmp_path / name)
    assert message in str(raised.value)


def test_a_missing_path_and_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match="cannot be read"):
        load_claims(tmp_path / "none.yaml")
    with pytest.raises(ClaimcheckError, match="no rule set"):
        load_claims(tmp_path)
    with pytest.raises(ClaimcheckError, match="cannot be read"):
        load_claims("a\0b.yaml")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(ClaimcheckError, match="larger than"):
        load_claims(path)


def test_the_shipped_set_is_found_wherever_we_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_shipped().statement.id == "microsoft-openai"
    assert shipped_path().is_absolute()
