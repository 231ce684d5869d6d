"""Which sentences of a draft become findings, where, and how grave."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import result
from tests.lint.fake import SET, FakeChecker, lint_text

from claimcheck.linting.carrying import Names, Reading, read_on, restore
from claimcheck.linting.draft import read_draft
from claimcheck.linting.lint import Policy
from claimcheck.linting.quotations import quotations
from claimcheck.linting.relevance import Subjects
from claimcheck.linting.sentences import judge_sentences
from claimcheck.result import Part, Result


def found(source: str, policy: Policy | None = None, path: str = "a.md") -> list[str]:
    """'line:column-line:column level sentence' of each finding."""
    return [
        f"{f.place.line}:{f.place.column}-{f.place.end_line}:{f.place.end_column} {f.level} {f.result.text}"
        for f in lint_text(source, policy, path).findings
    ]


PLACES = [
    ("Norfield sells Elmere.", ["1:1-1:23 error Norfield sells Elmere."]),
    ("All is well. Norfield *sells* Elmere!", ["1:14-1:38 error Norfield sells Elmere!"]),
    ("Norfield sells\nElmere. So.", ["1:1-2:8 error Norfield sells Elmere."]),
    ("> - # Norfield sells Elmere", ["1:7-1:28 warning Norfield sells Elmere"]),
    ("😀 Norfield &amp; co sold Elmere", ["1:1-1:32 error 😀 Norfield & co sold Elmere"]),
    ("---\ntitle: Norfield sold Elmere\n---\nx", ["2:8-2:28 error Norfield sold Elmere"]),
    ("| a |\n|---|\n| Norfield sold Elmere |", ["3:3-3:23 error Norfield sold Elmere"]),
    ("`Norfield sells Elmere`\n\n    Norfield sells Elmere", []),
    ("Norfield keeps Elmere. The price stays. Nothing else.", []),
    ("", []),
]


@pytest.mark.parametrize(("source", "expected"), PLACES)
def test_findings_stand_where_their_sentence_stands(source: str, expected: list[str]) -> None:
    assert found(source) == expected


QUOTED = [
    ('"Norfield sells Elmere," one blogger wrote.', "warning"),
    ("“Norfield sells Elmere. It is over,” one blogger wrote.", "warning"),
    ("«Norfield sells Elmere», he said.", "warning"),
    ("‘Norfield sells Elmere’, he said.", "warning"),
    ("> Norfield sells Elmere.", "warning"),
    ("One blogger wrote that Norfield sells Elmere.", "error"),
    ('Norfield "sells" Elmere.', "error"),
    ('Norfield sells Elmere, "the jewel of the valley".', "error"),
    ('"Norfield sells Elmere," he said, so Norfield sold Elmere.', "error"),
    ("The 6\" pipe: Norfield sells Elmere, a 9\" one stays.", "error"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "level"), QUOTED)
def test_only_quotation_marks_make_a_false_claim_a_quotation(source: str, level: str) -> None:
    (finding,) = lint_text(source).findings
    assert finding.level == level
    assert finding.quoted == (level == "warning")
    (strict,) = lint_text(source, Policy(strict_quotes=True)).findings
    assert strict.level == "error"


CORRECTED = [
    "Norfield sells Elmere. That is wrong: it keeps it.",
    "Norfield sells Elmere. Not so.",
    "Norfield sells Elmere. This isn't true.",
    "Norfield sells Elmere. Those claims are entirely baseless.",
    "Norfield sells Elmere. The rumour is false.",
    "Norfield sells Elmere. It did not.",
    "Norfield sells Elmere. Wrong!",
    "Norfield sells Elmere. But Norfield keeps Elmere.",
    "Norfield sells Elmere. The firm has denied those reports.",
    "Norfield sells Elmere. But Norfield's chief flatly rejected the claim, calling it a joke.",
    "Norfield sells Elmere. The mayor says otherwise.",
    "Norfield sells Elmere.\n\nThat is false.",
    "> Norfield sells Elmere.\n\nThis claim is untrue.",
    "# Norfield sells Elmere?\n\nNo. All stays.",
    "Has Norfield sold Elmere? No, it has not.",
    "So Norfield sold Elmere? Norfield keeps Elmere.",
    "Myth: Norfield sells Elmere.",
    "These rumours are false:\n\n- Norfield sells Elmere\n- the price rises",
    "1. So Norfield sold Elmere?\n2. No, it has not.",
]

NOT_CORRECTED = [
    "Norfield sells Elmere. It is true.",
    "Norfield sells Elmere. No wonder.",
    "Norfield sells Elmere. The truth is that it is broke.",
    "Norfield sells Elmere. None of this is surprising.",
    "Norfield sells Elmere. Norfield keeps Elmere.",
    "Norfield sells Elmere. But the price stays.",
    "Norfield sells Elmere. That is not true of other firms.",
    "Norfield sells Elmere. The firm did not deny it.",
    "Norfield sells Elmere. Nobody says otherwise.",
    "Norfield sells Elmere. Norfield hasn't rejected those reports.",
    "Norfield sells Elmere. The council denied it a licence.",
    "Norfield sells Elmere. It dismissed the staff.",
    "Has Norfield sold Elmere? Yes.",
    "So Norfield sold Elmere? Perhaps.",
    "Norfield sells Elmere.\n\n# Not so fast",
    "What is not false:\n\n- Norfield sells Elmere",
    "- Norfield sells Elmere.\n- Wrong.",
]


@pytest.mark.parametrize("source", CORRECTED)
def test_what_the_draft_puts_right_is_no_finding(source: str) -> None:
    judged = lint_text(source)
    assert judged.findings == ()
    assert judged.corrected >= 1


@pytest.mark.parametrize("source", NOT_CORRECTED)
def test_what_only_sounds_like_a_correction_is_a_finding(source: str) -> None:
    judged = lint_text(source)
    assert len(judged.findings) == 1
    assert judged.corrected == 0


CARRIED = [
    ("Norfield is a firm. It sold Elmere.", ["1:21-1:36 error It sold Elmere."]),
    ("Norfield is a firm. The company sold Elmere.", ["1:21-1:45 error The company sold Elmere."]),
    ("Norfield is a firm. It's old. It sold Elmere.", ["1:31-1:46 error It sold Elmere."]),
    ("Norfield is near Aquana. It sold Elmere.", []),
    ("Norfield is near Aquana. The company sold Elmere.", []),
    ("Norfield is a firm.\n\nIt sold Elmere.", []),
    ("The price at Norfield is low. It rises.", ["1:31-1:40 error It rises."]),
    ("Norfield is old. It seems that someone sold Elmere.", []),
    ("It sold Elmere.", []),
]


@pytest.mark.parametrize(("source", "expected"), CARRIED)
def test_a_pronoun_is_read_from_the_sentence_before(source: str, expected: list[str]) -> None:
    assert found(source) == expected


@pytest.mark.parametrize(
    ("text", "before", "read"),
    [
        ("It's gone.", "Norfield is a firm.", "Norfield is gone."),
        ("It's been sold.", "Norfield is a firm.", "Norfield has been sold."),
        ("Its price rises.", "Norfield is a firm.", "Norfield's price rises."),
        ("The company's price rises.", "Norfield is a firm.", "Norfield's price rises."),
        ("The company sold it.", "Elmere is a lake.", "The company sold it."),
        ("They have sold it.", "Norfield and Aquana are firms.", "Norfield and Aquana have sold it."),
        ("It is clear that all is well.", "Norfield is a firm.", "It is clear that all is well."),
        ("Italy sold it.", "Norfield is a firm.", "Italy sold it."),
    ],
)
def test_what_a_pronoun_stands_for_is_put_in(text: str, before: str, read: str) -> None:
    assert read_on(text, before, Names([SET])).text == read


ANSWERS = [
    ("Rumours fly. That is false: Norfield's price stays.", "supported", "price stays"),
    ("Norfield is old. Not so: it sold Elmere.", "contradicted", "it sold Elmere"),
    ("Really? No, Norfield's price rises.", "contradicted", "price rises"),
    ("All is well. Fact: Norfield's price stays.", "supported", "price stays"),
    ("All is well. That is false for Norfield, as its price stays.", "supported", "price stays"),
]


@pytest.mark.parametrize(("source", "verdict", "words"), ANSWERS)
def test_an_answer_is_judged_by_what_it_asserts_itself(source: str, verdict: str, words: str) -> None:
    checker = FakeChecker()
    answer = judge_sentences(
        read_draft(source, "a.md").sentences, checker.check, Names([SET]), Subjects([SET])
    )[-1]
    assert answer.verdict == verdict
    (span,) = answer.spans
    assert words in answer.text[span.start : span.end]
    assert answer.text == source[-len(answer.text) :]


def test_a_label_without_a_sentence_before_it_stays() -> None:
    checker = FakeChecker()
    judge_sentences(
        read_draft("False: the price rises.", "a.md").sentences, checker.check, Names([SET]), Subjects([SET])
    )
    assert checker.asked == ["False: the price rises."]


def test_a_list_item_is_read_on_from_its_lead() -> None:
    source = "The owner confirmed that Norfield sells:\n\n- Elmere\n- the rest of Elmere Valley\n- nothing"
    assert found(source) == [
        "3:3-3:9 error Elmere",
        "4:3-4:28 error the rest of Elmere Valley",
    ]
    assert lint_text(source).findings[0].result.spans[0].start == 0


@settings(max_examples=100, deadline=None)
@given(
    start=st.integers(0, 10),
    end=st.integers(0, 10),
    spans=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))),
)
def test_restored_places_lie_in_the_original(start: int, end: int, spans: list[tuple[int, int]]) -> None:
    from claimcheck.result import Span

    original = "It has sold the whole of Elmere"
    start, end = min(start, end), max(start, end)
    text = original[:start] + "NORFIELD" + original[end:]
    ordered = [(min(pair), min(max(pair), len(text))) for pair in spans]
    told = result(
        text,
        spans=tuple(Span(a, b, "topic") for a, b in ordered),
        parts=tuple(Part(text[a:b], a, b, "contradicted", None) for a, b in ordered),
    )
    restored = restore(told, original, Reading(text, start, end, len("NORFIELD")))
    assert restored.text == original
    assert restored.parts
    for span in restored.spans:
        assert 0 <= span.start < span.end <= len(original)
    for part in restored.parts:
        assert part.text == original[part.start : part.end]
    for (a, b), part in zip(ordered, told.parts, strict=True):
        if b <= start:
            assert original[a:b] == part.text


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "all is well" and "no".', ["all is well"]),
        ("“Open to the end of it", ["Open to the end of it"]),
        ("‘Don’t go there’, he said", ["Don’t go there"]),
        ('A 6" pipe and a 9" pipe', []),
        ("No marks at all", []),
    ],
)
def test_quotations_are_found(text: str, inner: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == inner


RELEVANT = [
    ("Norfield's price rises.", "error"),
    ("Our price rises, says Norfield.", "error"),
    ("Why has Norfield sold Elmere?", "error"),
    ("Our reading of the news: Norfield sold Elmere.", "error"),
    ('"Norfield sold Elmere," said Ada Quist of Aquana.', "warning"),
    ('Ada Quist of Aquana said: "So Norfield sold Elmere. A pity."', "warning"),
]


@pytest.mark.parametrize("source", ["The price rises.", "Our price of water rises.", "# The price rises"])
def test_other_news_is_no_finding(source: str) -> None:
    judged = lint_text(source)
    assert judged.findings == ()
    (result,) = judged.results
    assert result.verdict == "not_addressed"
    assert result.score == result.scores["not_addressed"]
    assert sum(result.scores.values()) == pytest.approx(1)
    assert result.reason == "It is about something else than the statement."


@pytest.mark.parametrize(("source", "level"), RELEVANT)
def test_news_of_the_statement_is_a_finding(source: str, level: str) -> None:
    (finding,) = lint_text(source).findings
    assert finding.level == level
    for span in finding.result.spans:
        assert "Elmere" in source[span.start : span.end] or "price" in source[span.start : span.end]


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ('The mayor wrote "Norfield has sold Elmere" to someone.', "contradicted"),
        ('Nobody at the firm wrote "Norfield has sold Elmere" to anyone.', "not_addressed"),
        ('The mayor wrote "well, well" to someone.', "not_addressed"),
    ],
)
def test_a_quotation_is_judged_where_its_sentence_says_nothing(source: str, verdict: str) -> None:
    def check(text: str) -> Result:
        whole = Part(text, 0, len(text), "not_addressed", None)
        silent = replace(FakeChecker().check("Nothing."), text=text, parts=(whole,))
        return silent if '"' in text else FakeChecker().check(text)

    (told,) = judge_sentences(read_draft(source, "a.md").sentences, check, Names([SET]), Subjects([SET]))
    assert told.verdict == verdict
    assert told.text == source
    assert all(part.text == source[part.start : part.end] for part in told.parts)


def test_severity_goes_by_claim() -> None:
    source = "Norfield sells Elmere. Norfield's price rises."
    policy = Policy(severity={"not-sold": "warning", "price-unchanged": "off"})
    assert found(source, policy) == ["1:1-1:23 warning Norfield sells Elmere."]
    assert lint_text(source, policy).suppressed == 1


def test_other_verdicts_are_shown_where_asked_for() -> None:
    source = "Norfield keeps Elmere. It rains. The price at Norfield rises."
    everything = Policy(shown=frozenset({"supported", "not_addressed"}))
    assert [line.split(" ", 2)[1] for line in found(source, everything)] == ["note", "note", "error"]
    strict = Policy(failing=frozenset({"contradicted", "not_addressed"}))
    assert [line.split(" ", 1)[1] for line in found(source, strict)] == [
        "error It rains.",
        "error The price at Norfield rises.",
    ]


def test_what_asserts_nothing_is_no_finding_at_all() -> None:
    source = "# Norfield and Aquana\n\nNorfield issued a statement. Who owns Elmere?"
    judged = lint_text(source, Policy(failing=frozenset({"contradicted", "not_addressed"})))
    assert (judged.findings, judged.results, judged.silent) == ((), (), 3)


def test_each_sentence_is_asked_about_once() -> None:
    checker = FakeChecker()
    draft = read_draft("One here. Two there.\n\n- Three", "a.md")
    assert len(judge_sentences(draft.sentences, checker.check, Names([SET]), Subjects([SET]))) == 3
    assert checker.asked == ["One here.", "Two there.", "Three"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "Norfield",
                    "sells Elmere.",
                    "It",
                    "The company",
                    "is wrong:",
                    "Not so.",
                    "That",
                    "No,",
                    "?",
                    "“",
                    "”",
                ),
                *(
                    '"',
                    "> ",
                    "- ",
                    "\n",
                    "\n\n",
                    ":",
                    "# ",
                    "Myth:",
                    "the price rises",
                    "<!-- claimcheck: ignore -->",
                ),
                *(
                    "<!-- claimcheck: off -->",
                    "<!-- claimcheck: on -->",
                    "<!-- claimcheck: x -->",
                    "| ",
                    "😀",
                    "&amp;",
                ),
            ]
        ),
        max_size=20,
    ).map(" ".join)
)
def test_any_draft_is_judged_and_every_finding_lies_in_it(source: str) -> None:
    everything = Policy(shown=frozenset({"supported", "contradicted", "not_addressed"}))
    judged = lint_text(source, everything)
    lines = source.split("\n")
    for one in (*judged.findings, *judged.notices):
        assert (one.place.line, one.place.column) < (one.place.end_line, one.place.end_column)
        assert one.place.end_column <= len(lines[one.place.end_line - 1]) + 1
    assert len(judged.findings) + judged.corrected + judged.suppressed + judged.silent == len(
        read_draft(source, "a.md").sentences
    )
