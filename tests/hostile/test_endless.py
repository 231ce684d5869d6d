"""Inputs that once took seconds, minutes or for ever, and every pattern of the source on endless text.

Nothing here is timed: what goes wrong is not slow but does not end, and is given up after two minutes.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
import re
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType

import pytest
from tests.conftest import result

import claimcheck
from claimcheck.config import find_config, load_config
from claimcheck.documents.prose import read_prose
from claimcheck.errors import ClaimcheckError, LocatedError
from claimcheck.linting.files import Globs
from claimcheck.records.lines import Lines
from claimcheck.records.read import read_rows
from claimcheck.records.row import Row
from claimcheck.reports import batch_csv
from claimcheck.reports.judged import Judged
from claimcheck.rulesets.load import load_text
from claimcheck.rulesets.model import Claim, RuleSet, Statement
from claimcheck.rulesets.parse import parse_ruleset
from claimcheck.rulesets.succession import succession

LARGE = 100_000

PATIENCE = 120


@pytest.fixture(autouse=True)
def _has_an_end() -> Iterator[None]:
    def give_up(_number: int, _frame: FrameType | None) -> None:
        pytest.fail(f"no end after {PATIENCE} seconds")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


STATEMENTS = {
    "said before": "said " * (LARGE // 5) + '"We stay here now".',
    "said between": '"We stay here now" said ' * (LARGE // 24),
    "scraps in quotation marks": '"a b c" ' * (LARGE // 8),
    "commas between quotations": '"we stay here," x, ' * (LARGE // 19),
    "open quotations": "“a b c. " * (LARGE // 8),
    "addresses": "@." * (LARGE // 2),
    "capitals": "Aa of " * (LARGE // 6),
    "rumours": "claims that " * (LARGE // 12) + ".",
}


@pytest.mark.parametrize("text", STATEMENTS.values(), ids=STATEMENTS)
def test_a_statement_without_end_is_read(text: str) -> None:
    with suppress(ClaimcheckError):  # 'no sentence' is an answer as well
        assert load_text(text).claims


def settings(folder: Path, text: str) -> LocatedError:
    (folder / ".claimcheck.toml").write_text(text, "utf-8")
    with pytest.raises(LocatedError) as raised:
        load_config(folder / ".claimcheck.toml")
    return raised.value


def test_every_unknown_key_is_told_at_its_place(tmp_path: Path) -> None:
    error = settings(tmp_path, "".join(f"k{number} = 1\n" for number in range(LARGE // 10)))
    assert [problem.line for problem in error.problems] == list(range(1, LARGE // 10 + 1))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f'claims = "a"\nexclude = {"9" * 5000}', "2:11: a number of more digits than can be read"),
        (f"# x\n{'.'.join('a' * 50_000)} = 1", "2:1: not valid settings: a key nested too deeply"),
        (f"claims = {'[' * 5000}", "1:1: not valid TOML: nested too deeply"),
        ('[severity]\n"a.b" = 1', "2:2: the severity of 'a.b' must be one of error, warning, off"),
        ("severity.ends = 1", "1:10: the severity of 'ends' must be one of error, warning, off"),
    ],
)
def test_settings_beyond_measure_are_located(tmp_path: Path, text: str, place: str) -> None:
    assert str(settings(tmp_path, text)).startswith(f"{tmp_path / '.claimcheck.toml'}:{place}")


def test_the_section_is_looked_for_behind_any_number_of_blank_lines(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text("\n" * 900_000 + "[tool.claimcheck]\n", "utf-8")
    assert find_config(tmp_path) == project.resolve()


@pytest.mark.parametrize("pattern", ["*a" * 60 + "b", "**/" * 60 + "b", "a**" * 60 + "b", "?*" * 60 + "b"])
def test_a_pattern_of_wildcards_holds_or_not(tmp_path: Path, pattern: str) -> None:
    assert not Globs(tmp_path, (pattern,)).match(tmp_path / "/".join(["a" * 200] * 15))


def test_thousands_of_unknown_topics_are_all_told() -> None:
    head = "claimcheck: 1\nstatement: {id: a, title: b}\nconcepts:\n"
    concepts = "".join(f"  - name: concept {number:05}\n" for number in range(1500))
    claim = "claims:\n  - id: c\n    says: It is so.\n    quote: so\n    voice: quoted\n    about:\n"
    topics = "".join(f"      - topic {number:05}\n" for number in range(1500))
    examples = "    examples: {supported: [x], contradicted: [y], not_addressed: [z]}\n"
    with pytest.raises(LocatedError) as raised:
        parse_ruleset(head + concepts + claim + topics + examples, "a.yaml")
    assert len(raised.value.problems) == 1500


@pytest.mark.parametrize("name", ["http://harrow", "www.harrow.example"])
def test_a_name_with_nothing_to_look_for_is_refused(name: str) -> None:
    text = (Path(__file__).parent.parent / "rulesets" / "data" / "harrow.yaml").read_text("utf-8")
    with pytest.raises(LocatedError, match=rf"a\.yaml:10:15: '{re.escape(name)}' holds no word"):
        parse_ruleset(text.replace("aliases: [Harrow,", f'aliases: ["{name}",'), "a.yaml")


@pytest.mark.parametrize("text", ["a: [", "a: [b,\n  c", "a: [\n# c", "a:\n  {b", "a: 'b\n"])
def test_what_is_open_at_the_end_is_told_at_the_end(text: str) -> None:
    with pytest.raises(LocatedError) as raised:
        parse_ruleset(text, "a.yaml")
    (problem,) = raised.value.problems
    lines = text.split("\n")
    assert (problem.line, problem.column) == (len(lines), len(lines[-1]) + 1)


COLUMNS = ["text", *(f"{number:05x}" for number in range(160_000))]


def table(header: list[str]) -> Lines:
    data = io.BytesIO(f"{','.join(header)}\na headline,\n".encode())
    return Lines("a.csv", io.TextIOWrapper(data, encoding="utf-8", newline=""))


def test_a_table_of_columns_without_end_is_read() -> None:
    (row,) = read_rows(table(COLUMNS), "csv")
    assert isinstance(row, Row)
    assert list(row.cells) == COLUMNS


def test_among_columns_without_end_the_first_of_two_alike_is_told() -> None:
    with pytest.raises(LocatedError, match="two columns are named '00001'"):
        list(read_rows(table([*COLUMNS, "00002", "00001"]), "csv"))


def test_columns_without_end_are_written_again() -> None:
    names = ["text", *(f"{number:05x}" for number in range(4 * LARGE))]
    row = Row(2, "a headline", {**dict.fromkeys(names, ""), "text": "a headline"}, "text")
    header, record = "".join(batch_csv.lines([Judged(row, result(row.text))])).splitlines()
    assert header.startswith(",".join(names))
    assert record.startswith(f"a headline{',' * len(names)}contradicted,")


def test_a_line_of_statements_without_end_is_followed() -> None:
    names = [f"s{number}" for number in range(LARGE)]
    rulesets = [
        RuleSet(Statement(name, name, supersedes=(before,)), (Claim("c", "It is so.", "so", "quoted"),))
        for before, name in zip(["", *names], names, strict=False)
    ]
    retired = succession(rulesets).retired
    assert len(retired) == 2 * (LARGE - 1)
    assert {id(heir.ruleset) for heir in retired.values()} == {id(rulesets[-1])}


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module of the package keeps, by its name."""
    for module in pkgutil.walk_packages(claimcheck.__path__, "claimcheck."):
        if ".engines" in module.name:  # need extras
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value


UNITS = (
    *"aA1 \n\t.,-_'\"“‘’()[]@/*>&#\\:;?!|~^=%$<{",
    *("a ", "A ", "1.", "a.", "a-", "A-", "a'", "a’b", "a@", "@.", "[^", ' "', '." ', " of A", "-a ", "\n "),
)


@pytest.mark.parametrize("pattern", dict(patterns()).values(), ids=dict(patterns()))
def test_no_pattern_runs_away(pattern: re.Pattern[str]) -> None:
    words = sorted(set(re.findall("[A-Za-z]{2,}", re.sub(r"\\.", " ", pattern.pattern))), key=len)
    for unit in (*UNITS, *(f"{word} " for word in (*words[:4], *words[-4:]))):
        endless = unit * (2000 // len(unit)) + "\0"
        # From the start at any length; searches and some patterns are bounded by those who use them.
        whole, part = pattern.match(endless), pattern.search(endless[-1000:])
        assert whole is None or whole.end() <= len(endless)
        assert part is None or part.end() <= 1000


MARKUP = [
    *(
        "[",
        "![",
        "<",
        "</",
        "<!--",
        "<a ",
        "&",
        "- a\n",
        "> ",
        "* * ",
        "|-|\n",
        "*a",
        "_a",
        "~~a",
        "`a ``b ",
        "\\",
    ),
    *(
        "<ul><li>",
        "<blockquote>",
        "<script",
        '<a b="',
        "<img alt=",
        "<svg/>",
        "[a](",
        "[a]: b\n",
        "[^1]",
        "---\n",
    ),
]


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
@pytest.mark.parametrize(
    "opening", ["", '---\ntitle: "', "|a|\n|-|\n|"], ids=["text", "front matter", "table"]
)
def test_endless_markup_behind_any_opening(name: str, opening: str) -> None:
    for unit in MARKUP:
        source = (opening + unit * LARGE)[: LARGE // 20]
        for segment in read_prose(source, name).segments:
            assert len(segment.text) == len(segment.places)
            assert segment.places[-1] < len(source)
