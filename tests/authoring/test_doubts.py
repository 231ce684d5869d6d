"""Warnings on what is allowed in a rule set and yet likely a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.authoring.doubts import doubts
from claimcheck.rulesets.load import load_claims, load_shipped, load_text

GOOD = """\
claimcheck: 1
statement:
  id: orrin
  title: Orrin Rail on the winter
  speaker: Orrin Rail
  date: 2026-03-01
entities:
  - name: Orrin Rail
    aliases: [Orrin]
concepts:
  - name: fares
    aliases: [ticket prices]
claims:
  - id: fares-stay
    says: Ticket prices remain unchanged this winter.
    quote: prices remain unchanged
    voice: quoted
    about: [fares]
    examples:
      supported: [Fares stay as they are]
      contradicted: [Fares go up]
      not_addressed: [Fares in Lisbon]
  - id: night-train
    says: Orrin Rail keeps the night train to Ostrey.
    quote: keeps the night train to Ostrey
    voice: quoted
    about: [Orrin Rail]
    examples:
      supported: [The night train stays]
      contradicted: [No more night trains]
      not_addressed: [Trains are red]
"""

LATER = GOOD.replace("id: orrin\n", "id: orrin-june\n").replace("2026-03-01", "2026-06-01")


def warned(folder: Path, **files: str) -> list[str]:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = doubts(load_claims(folder))
    return [f"{Path(one.path).name}:{one.line}: {one.message}" for one in found]


def test_a_good_rule_set_draws_no_warning(tmp_path: Path) -> None:
    assert warned(tmp_path, a=GOOD) == []


DRAFTED = """\
      supported: [Ticket prices remain unchanged this winter]
      contradicted: [It is not true that ticket prices remain unchanged this winter]
"""
OWN = """\
      supported: [Fares stay as they are]
      contradicted: [Fares go up]
"""
TRAIN = "Orrin Rail keeps the night train to Ostrey."
PAIR = "'night-train' and 'fares-stay' (line 14) seem to"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "[ticket prices]",
            "[tariffs]",
            "12: none of the words for 'fares' stands in the claims about it (fares-stay)",
        ),
        ("    about: [fares]\n", "", "11: no claim is about 'fares'"),
        (
            "[ticket prices]",
            "[ticket prices, orrins]",
            "12: 'orrins' stands for 'fares' and for 'Orrin Rail'",
        ),
        ("[ticket prices]", "[ticket prices, '?']", "12: '?' has no word or number to match"),
        (OWN, DRAFTED, "20: fares-stay: the examples only repeat the claim"),
        (TRAIN, "Ticket prices do not remain unchanged this winter.", f"24: {PAIR} contradict each other"),
        (TRAIN, "This winter ticket prices remain unchanged.", f"24: {PAIR} say the same"),
        ("  date: 2026-03-01\n", "  supersedes: [orrin]\n", "6: 'orrin' is of this statement itself"),
    ],
)
def test_what_is_likely_wrong(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in GOOD
    line, told = expected.split(": ", 1)
    assert f"a.yaml:{line}: warning: {told}" in warned(tmp_path, a=GOOD.replace(old, new))


# Pairs of claims that new users wrote from one statement, as they stood when a warning came.
CONSISTENT = [
    (
        "Refund text messages in the name of Orrin Rail are fraud.",
        "Orrin Rail does not send refund text messages.",
    ),
    (
        "Orrin Rail fielded an ineligible player, the suspended Venn, against Selwyn on 18 October 2025.",
        "Orrin Rail had no intent to deceive when it fielded an ineligible player.",
    ),
    (
        "The transport fund pays three quarters of the works.",
        "The council pays the rest of the works, a quarter.",
    ),
    (
        "Up to four players can play co-op.",
        "Orrin Rail has reduced the number of co-op players from six to four.",
    ),
    ("Players may stream the beta.", "Beta streamers must not show the final chapter."),
    ("No other batch of the tablets is affected.", "No other strength of the tablets is affected."),
    (
        "Passengers with bookings will be refunded in full within 14 days.",
        "Passengers with bookings do not have to apply for a refund.",
    ),
    ("Orrin may use the harbour lane at night.", "Selwyn may not use the harbour lane at night."),
]


@pytest.mark.parametrize(("one", "other"), CONSISTENT)
def test_two_claims_that_may_both_stand(tmp_path: Path, one: str, other: str) -> None:
    text = GOOD.replace("Ticket prices remain unchanged this winter.", one).replace(TRAIN, other)
    text = text.replace("concepts:", "  - name: Selwyn\nconcepts:")
    assert not [message for message in warned(tmp_path, a=text) if "seem to" in message]


def test_a_warning_that_has_been_looked_at_is_silenced(tmp_path: Path) -> None:
    denied = "Ticket prices do not remain unchanged this winter."
    assert [line for line in warned(tmp_path, a=GOOD.replace(TRAIN, denied)) if "seem to" in line]
    looked_at = GOOD.replace(TRAIN, f"{denied}  # claimcheck: ignore, of another winter")
    assert not [line for line in warned(tmp_path, a=looked_at) if "seem to" in line]


@pytest.mark.parametrize(
    ("reference", "date", "told"),
    [
        ("orrin/fares-stay", "2026-06-01", ""),
        ("orrin", "2026-06-01", ""),
        ("orrin/fare-stays", "2026-06-01", "names no claim there"),
        ("orin/fares-stay", "2026-06-01", "names no statement here"),
        ("orrin/fares-stay", "2026-01-01", "is of a later day than this statement, so it is not retired"),
    ],
)
def test_references_that_lead_nowhere(tmp_path: Path, reference: str, date: str, told: str) -> None:
    later = LATER.replace("2026-06-01", date).replace(
        "    about: [fares]\n", f"    about: [fares]\n    supersedes: [{reference}]\n"
    )
    found = warned(tmp_path, a=GOOD, b=later)
    assert found == ([f"b.yaml:19: warning: '{reference}' {told}"] if told else [])


def test_one_id_for_two_statements(tmp_path: Path) -> None:
    found = warned(tmp_path, a=GOOD, b=GOOD)
    assert found == [f"b.yaml:3: warning: the id 'orrin' is also that of {tmp_path / 'a.yaml'}"]


def test_a_plain_statement_has_no_file_to_mend() -> None:
    assert list(doubts([load_text("The train runs on.")])) == []


def test_the_shipped_rule_set_draws_few_warnings() -> None:
    assert len(list(doubts([load_shipped()]))) <= 3
