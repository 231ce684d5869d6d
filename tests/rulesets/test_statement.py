"""A plain statement becomes claims that stand on their own, each with its words as written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError
from claimcheck.rulesets.load import load_claims, load_text
from claimcheck.rulesets.quotes import stands_in

PRESS_RELEASE = """\
FOR IMMEDIATE RELEASE

Larkfield Museum: update on the roof, the collection and opening hours

Larkfield, 9 January 2027 – The Larkfield Museum of Glass (LMG) closed its east wing today.

We are aware of rumours that the Corvane vase was broken. They are untrue. No object was damaged.

"The wing is safe," said Dr Ruth Okafor, director. "We will not sell anything, and our doors stay open."

The roof

The repair of the roof will cost £2 million. It is paid for by the city alone. Why now? Because of rain.

For visitors:

- Tickets stay at £9. They remain valid for a year.
- We charge nothing for children.

The museum confirmed that the wing will remain:
- closed until 1 March
- off limits to school groups

Keeper Alma Brandt stays in post. Her contract ends in 2030. The museum has not discussed her job.

ENDS

Notes to editors
Larkfield Museum was founded in 1902 and is the largest in the county.
"""


def test_a_press_release() -> None:
    ruleset = load_text(PRESS_RELEASE, "Larkfield 2027")
    assert ruleset.statement.id == "larkfield-2027"
    assert ruleset.statement.title == "Larkfield Museum: update on the roof, the collection and opening hours"
    assert (ruleset.statement.speaker, ruleset.statement.date) == ("Larkfield Museum", "2027-01-09")
    assert ruleset.statement.url is None
    assert [(claim.id, claim.says, claim.voice) for claim in ruleset.claims] == [
        ("s01", "The Larkfield Museum of Glass (LMG) closed its east wing today.", "paraphrased"),
        ("s02", "Larkfield Museum is aware of rumours that the Corvane vase was broken.", "paraphrased"),
        ("s03", "Rumours that the Corvane vase was broken are untrue.", "paraphrased"),
        ("s04", "No object was damaged.", "paraphrased"),
        ("s05", "The wing is safe.", "quoted"),
        ("s06", "Larkfield Museum will not sell anything, and Larkfield Museum's doors stay open.", "quoted"),
        ("s07", "The repair of the roof will cost £2 million.", "paraphrased"),
        ("s08", "The repair of the roof is paid for by the city alone.", "paraphrased"),
        ("s09", "Because of rain.", "paraphrased"),
        ("s10", "Tickets stay at £9.", "paraphrased"),
        ("s11", "Tickets remain valid for a year.", "paraphrased"),
        ("s12", "Larkfield Museum charges nothing for children.", "paraphrased"),
        ("s13", "The wing will remain closed until 1 March.", "paraphrased"),
        ("s14", "The wing will remain off limits to school groups.", "paraphrased"),
        ("s15", "Keeper Alma Brandt stays in post.", "paraphrased"),
        ("s16", "Keeper Alma Brandt's contract ends in 2030.", "paraphrased"),
        ("s17", "Larkfield Museum has not discussed Keeper Alma Brandt's job.", "paraphrased"),
    ]
    names = {entity.name: entity.aliases for entity in ruleset.entities}
    assert "the museum" in names["Larkfield Museum"]
    assert "Okafor" in names["Ruth Okafor"]
    assert "Corvane" in names


def test_every_quote_stands_in_the_statement() -> None:
    for claim in load_text(PRESS_RELEASE).claims:
        assert claim.quote in " ".join(PRESS_RELEASE.split())
        assert stands_in(claim.quote, PRESS_RELEASE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # One line without a full stop is the statement, not its title.
        ("Orrin Rail keeps the night train", ["Orrin Rail keeps the night train."]),
        ("Trains run\nBuses do not", ["Trains run.", "Buses do not."]),
        # A reporter's words around a quotation are left out, unless they report more.
        ('"We stay put," an Orrin Rail spokesman said.', ["We stay put."]),
        ('"We stay put," Orrin Rail chief Ann Lee said on Monday. Fares fall.',
         ["We stay put.", "Fares fall."]),
        ("- no lines close, the board said", ["No lines close, the board said."]),
        ('"We stay put." Orrin Rail said so itself.', ["We stay put.", "Orrin Rail said so itself."]),
        ('It said: "The line stays open."', ["The line stays open."]),
        ('"The line stays," she said, adding that fares will fall.',
         ["The line stays.", "Fares will fall."]),
        ('“The line stays,” she said, “and fares fall.”', ["The line stays.", "And fares fall."]),
        # Some words in quotation marks are no sentence of their own.
        ('The firm called the claim "plainly wrong and silly" on Monday.',
         ['The firm called the claim "plainly wrong and silly" on Monday.']),
        # Who said it is no part of what was said.
        ('Fares stay. She added that trams would run.', ["Fares stay.", "Trams would run."]),
        ("The company confirmed fares stay put.", ["Fares stay put."]),
        # Questions assert nothing.
        ("Q: Will fares rise?\nA: Fares stay as they are.", ["Fares stay as they are."]),
        ("Will the line close? No line will close.", ["No line will close."]),
        # Lines wrapped at a width, and list items over two lines.
        ("The line stays open\nuntil the end of May and\nthe buses run.\n\n- Fares stay\n  as they are.",
         ["The line stays open until the end of May and the buses run.", "Fares stay as they are."]),
        # A list whose line completes each item.
        ("The following remain unchanged:\n\n- All bus fares\n- All tram fares",
         ["All bus fares remain unchanged.", "All tram fares remain unchanged."]),
        # A list of whole sentences needs no line.
        ("The board decided three things:\n- Fares stay.\n- Trains run.", ["Fares stay.", "Trains run."]),
        # 'He' tells that the name before is a person's.
        ("Roman Reed runs the line. He was born in Orrin.",
         ["Roman Reed runs the line.", "Roman Reed was born in Orrin."]),
        # 'It' without a subject stays as it is.
        ("The line is open. It is clear that fares rise.",
         ["The line is open.", "It is clear that fares rise."]),
        ("The tracks are new. It is safe.", ["The tracks are new.", "It is safe."]),
    ],
)  # fmt: skip
def test_shapes_of_statements(text: str, expected: list[str]) -> None:
    assert [claim.says for claim in load_text(text).claims] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("We have no plan to sell.", "Orrin Rail has no plan to sell."),
        ("We don't run buses.", "Orrin Rail doesn't run buses."),
        ("We’ve kept all lines.", "Orrin Rail has kept all lines."),
        ("We carry no freight.", "Orrin Rail carries no freight."),
        ("We will keep our lines.", "Orrin Rail will keep Orrin Rail's lines."),
        ("The company’s fares stay.", "Orrin Rail's fares stay."),
        ("The Company keeps its lines.", "Orrin Rail keeps its lines."),
        ("The company of the year prize is ours.", "The company of the year prize is ours."),
        ("Fares rise this week and were low.", "Fares rise this week and were low."),
        ("The council will meet us.", "The council will meet Orrin Rail."),
    ],
)
def test_who_we_are(body: str, expected: str) -> None:
    claims = load_text(f"Orrin Rail: a note on fares\n\n{body}").claims
    assert [claim.says for claim in claims] == [expected]
    assert claims[0].quote == body


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("9 January 2027", "2027-01-09"),
        ("January 9, 2027", "2027-01-09"),
        ("Larkfield, 9 Jan 2027", "2027-01-09"),
        ("2027-01-09", "2027-01-09"),
        ("9th January, 2027.", "2027-01-09"),
        ("Monday 9 March", None),
        ("31 February 2027", None),
    ],
)
def test_the_date_is_read_and_never_invented(line: str, date: str | None) -> None:
    ruleset = load_text(f"Orrin Rail keeps the night train\n\n{line}\n\nThe train runs on.")
    assert ruleset.statement.date == date
    assert [claim.says for claim in ruleset.claims][-1] == "The train runs on."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Statement from Dr. Ines Moreau, CEO of Arden Pharma\n\nI stay. We expect my team to stay.",
            ["Ines Moreau stays.", "Arden Pharma expects Ines Moreau's team to stay."],
        ),
        (
            "Orrin Rail: fares\n\n\"I'm not leaving and I've no plan to,\" said chief executive Ann Leedale.",
            ["Ann Leedale is not leaving and Ann Leedale has no plan to."],
        ),
        ('Orrin Rail: fares\n\n"I stay,  as in Phase I," a driver said.', ["I stay, as in Phase I."]),
    ],
)
def test_who_i_am(text: str, expected: list[str]) -> None:
    assert [claim.says for claim in load_text(text).claims] == expected


@pytest.mark.parametrize(
    "dateline",
    ["LARKFIELD, Jan. 9, 2027 /PRNewswire/ -- ", "Larkfield, 9 January 2027 – ", "LARKFIELD (Reuters) - "],
)
def test_a_dateline_is_no_part_of_the_sentence(dateline: str) -> None:
    claims = load_text(f"Orrin Rail keeps the night train\n\n{dateline}The night train stays.").claims
    assert claims[-1].quote == "The night train stays."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Orrin Rail keeps the night train\n\nOrrin Rail is glad.", "Orrin Rail"),
        ("Orrin Rail: fares\n\nFares stay.", "Orrin Rail"),
        ("No change to fares\n\nOrrin Rail said fares stay.", "Orrin Rail"),
        (
            "Ministry of Rail statement\n\nThe Ministry of Rail and Public Roads (MRPR) keeps the train.",
            "Ministry of Rail and Public Roads",
        ),
        ("No change to fares\n\nFares stay.", None),
    ],
)
def test_who_speaks(text: str, speaker: str | None) -> None:
    assert load_text(text).statement.speaker == speaker


def test_abbreviations_and_short_forms() -> None:
    text = "The National Rail Board of Orrin (NRBO) met. It spoke of carbon capture and storage (CCS)."
    ruleset = load_text(text)
    assert any("NRBO" in entity.aliases for entity in ruleset.entities)
    assert [(concept.name, concept.aliases) for concept in ruleset.concepts] == [
        ("carbon capture and storage", ("CCS",))
    ]


def test_hedged_conclusions_are_the_reporters() -> None:
    claims = load_text("Fares stay. The move suggests that Orrin Rail fears a strike.").claims
    assert [claim.voice for claim in claims] == ["paraphrased", "inferred"]


def test_words_quoted_within_a_sentence_are_the_sources() -> None:
    claims = load_text('We agree that "the line is safe for all". We call it "safe" now.').claims
    assert [claim.voice for claim in claims] == ["quoted", "paraphrased"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "s.md",
            "# Orrin Rail keeps **all** lines\n\nFares *stay*.\n\n## About Orrin Rail\nFounded in 1902.\n",
        ),
        (
            "s.html",
            "<title>Home</title><h1>Orrin Rail keeps all lines</h1><script>x</script><p>Fares <b>stay</b>.",
        ),
        ("s.txt", "Orrin Rail keeps all lines\n\nFares stay.\n\nAbout Orrin Rail\nFounded in 1902.\n"),
    ],
)
def test_kinds_of_files(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (ruleset,) = load_claims(path)
    assert ruleset.source == str(path)
    assert ruleset.statement.title == "Orrin Rail keeps all lines"
    assert [claim.says for claim in ruleset.claims][-1] == "Fares stay."


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        claims = load_text(text).claims
    except ClaimcheckError:
        return
    folded = " ".join(text.expandtabs(4).split())
    for claim in claims:
        assert claim.says.strip()
        assert claim.quote in folded


@pytest.mark.parametrize("text", ["", "\n\n", "Why?", "#", "-", '"', "...", "\ufeff"])
def test_a_text_without_a_sentence_is_refused(text: str) -> None:
    with pytest.raises(ClaimcheckError, match="no sentence"):
        load_text(text)


@pytest.mark.parametrize(
    "text",
    ["a" * 300_000, "(" * 100_000, "“a b c " * 50_000, "Aa Bb " * 50_000, "A-" * 50_000, "We " * 50_000],
)
def test_hostile_lengths_are_survived(text: str) -> None:
    assert load_text(f"{text}\n\nThe train runs on.").claims[-1].says == "The train runs on."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Hollin 2 is slow. Only the Hollin 3 runs it.", {"Hollin 2", "Hollin 3"}),
        ("Hollin 50 mg is recalled. Hollin 25 mg is not.", {"Hollin"}),
        ("It failed in the Northern and Lake regions.", {"Northern and Lake regions"}),
        ("We sell the Collector's Box.", {"Collector's Box"}),
        ("We praise Norvane's Tessaro engine.", {"Norvane", "Tessaro"}),
        ("It stays. Nope. It does.", set()),
    ],
)
def test_what_is_one_name(text: str, expected: set[str]) -> None:
    assert {entity.name for entity in load_text(text).entities} == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Fares stay. Nor do we plan to cut jobs.", "Orrin Rail does not plan to cut jobs."),
        ("We cut it from six.", "Orrin Rail cut it from six."),
        ("We apologise.", "Orrin Rail apologises."),
        ("We bear the cost ourselves.", "Orrin Rail bears the cost itself."),
        ("The fare is old. It's still €9.", "The fare is still €9."),
        ("Hi all! Fares stay.", "Fares stay."),
    ],
)
def test_what_we_say(body: str, expected: str) -> None:
    assert load_text(f"Orrin Rail: a note on fares\n\n{body}").claims[-1].says == expected
