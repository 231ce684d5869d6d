"""The report on one result, to the letter."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from tests.conftest import result

from claimcheck.reports.mark import marked, words
from claimcheck.reports.paragraph import plain, show
from claimcheck.reports.text import paragraphs
from claimcheck.result import Part, Span

CONTRADICTED = """\
CONTRADICTED by the statement of 2026-02-27
  Norfield Water sells the Elmere reservoir
  claim    Norfield Water has not sold the Elmere reservoir.  [not-sold]
  quote    “We have not sold the Elmere reservoir” (quoted)
  source   [norfield], 2026-02-27
  why      The statement says that the reservoir is not sold.
  words    “sells”
"""

SILENT = """\
not addressed by the statement (undated)
  Norfield Water earns $110 million
  closest  Norfield Water has not sold the Elmere reservoir.  [not-sold]
  quote    “We have not sold the Elmere reservoir” (paraphrased)
  source   [norfield], undated
  why      The statement does not speak of earnings.
  missing  “$110 million”
"""

NOTHING_NEAR = """\
not addressed by the statement (undated)
  Cats sleep
  closest  nothing in the statement comes near
  source   [norfield], undated
  why      The statement does not speak of cats.
"""

EXPLAINED = """\
supported by the statement of 2026-02-27
  No sale, and [bold]no[/bold] \\x1b[31mrise
  parts    supported      No sale
           not addressed  no rise
  claim    Norfield Water has not sold the Elmere reservoir.  [not-sold]
  quote    “We have not sold the Elmere reservoir” (inferred, not stated as a fact)
  source   [norfield], 2026-02-27
  why      Both say so.
  steps    1. first
           2. second
  scores   supported 0.03, contradicted 0.91, not addressed 0.06
"""

NARROW = """\
CONTRADICTED by the statement of
2026-02-27
  Norfield Water sells the Elmere
  reservoir
  claim    Norfield Water has not sold
           the Elmere reservoir.
           [not-sold]
  quote    “We have not sold the Elmere
           reservoir” (quoted)
  source   [norfield], 2026-02-27
  why      The statement says that the
           reservoir is not sold.
  words    “sells”
"""


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ('"We stay"', "“We stay”"),
        ("“We stay”", "“We stay”"),
        ('"We stay" and "we grow"', '“"We stay" and "we grow"”'),
        ('"', '“"”'),
    ],
)
def test_quotation_marks_are_not_doubled(quote: str, shown: str) -> None:
    assert f"quote    {shown} (quoted)\n" in plain(paragraphs(result(quote=quote)))


def test_words_that_the_reason_names_are_not_listed_again() -> None:
    report = plain(paragraphs(result(reason='The statement says that it never "sells".')))
    assert "words " not in report


def _silent() -> dict[str, object]:
    return {
        "verdict": "not_addressed",
        "voice": "paraphrased",
        "statement_date": None,
        "reason": "The statement does not speak of earnings.",
        "spans": (Span(21, 33, "unexplained"),),
    }


@pytest.mark.parametrize(
    ("made", "explain", "expected"),
    [
        (result(), False, CONTRADICTED),
        (result("Norfield Water earns $110 million", **_silent()), False, SILENT),
        (
            result(
                "Cats sleep",
                verdict="not_addressed",
                claim_id=None,
                claim=None,
                quote=None,
                voice=None,
                statement_date=None,
                reason="The statement does not speak of cats.",
            ),
            False,
            NOTHING_NEAR,
        ),
        (
            result(
                "No sale, and [bold]no[/bold] \x1b[31mrise",
                verdict="supported",
                voice="inferred",
                reason="Both say so.",
                derivation=("first", "second"),
                parts=(
                    Part("No sale", 0, 7, "supported", "not-sold"),
                    Part("no rise", 13, 20, "not_addressed", None),
                ),
            ),
            True,
            EXPLAINED,
        ),
    ],
)
def test_the_report_to_the_letter(made: object, explain: bool, expected: str) -> None:
    assert plain(paragraphs(made, explain=explain)) == expected  # type: ignore[arg-type]


def _shown(width: int, **options: object) -> str:
    file = io.StringIO()
    console = Console(file=file, width=width, markup=False, highlight=False, emoji=False, **options)  # type: ignore[arg-type]
    show(paragraphs(result()), console)
    return "".join(line.rstrip() + "\n" for line in file.getvalue().splitlines())


def test_forty_columns_are_enough() -> None:
    assert _shown(40) == NARROW


def test_eighty_columns_are_as_plain() -> None:
    assert _shown(80) == CONTRADICTED


def test_the_verdict_and_the_deciding_words_stand_out_in_colour() -> None:
    shown = _shown(80, force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b[1;31mCONTRADICTED by the statement of 2026-02-27\x1b[0m" in shown
    assert "\x1b[1;4msells\x1b[0m" in shown


@given(st.integers(27, 120))
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(width: int) -> None:
    shown = _shown(width)
    assert all(len(line) <= width for line in shown.splitlines())
    assert "".join(shown.split()) == "".join(CONTRADICTED.split())


@given(
    st.text(max_size=12),
    st.lists(
        st.builds(
            Span, st.integers(-3, 15), st.integers(-3, 15), st.sampled_from(["topic", "x", "predicate"])
        )
    ),
)
def test_marking_keeps_every_character_whatever_the_spans(text: str, spans: list[Span]) -> None:
    from claimcheck.reports.visible import visible

    made = result(text, spans=tuple(spans))
    assert "".join(run.text for run in marked(made)) == visible(text)
    assert all(word in visible(text) for word in words(made, {"topic"}))
