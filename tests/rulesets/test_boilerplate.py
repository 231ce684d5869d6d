"""What a press release says besides its matter is left out of the claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.rulesets.load import load_claims, load_text

MATTER = "Quillmark will open the Sorrel wind farm in October."

AFTER = [
    "About Quillmark\n\nQuillmark runs 14 wind farms.",
    "About Quillmark: Quillmark runs 14 wind farms. It was founded in 1991.",
    "Safe Harbor Statement\n\nActual results may differ materially. Quillmark has no duty to update this.",
    "Forward-looking statements\n\nSome sentences look ahead. Others do not.",
    "This release contains forward-looking statements. Words such as 'expects' identify them.",
    "Cautionary note regarding forward-looking statements\n\nRisks are listed in the annual report.",
    "Media contact:\nJoan Ferris\n+44 20 7946 0000\npress@quillmark.example",
    "Investor relations: ir@quillmark.example",
    "For further information please contact Joan Ferris",
    "Tel: 020 7946 0000",
    "Follow us on LinkedIn",
    "© 2026 Quillmark. All rights reserved.",
    "ENDS\n\nNotes to editors\n\nQuillmark runs 14 wind farms.",
]


@pytest.mark.parametrize("after", AFTER)
def test_it_is_left_out(after: str) -> None:
    text = f"Quillmark on Sorrel\n\n{MATTER}\n\n{after}\n"
    assert [claim.says for claim in load_text(text).claims] == [MATTER]


def test_what_follows_a_legal_note_is_matter_again() -> None:
    text = (
        f"{MATTER} The farm has 48 turbines. Some forward-looking statements are risky. So are others.\n\n"
        "Disclaimer\n\nNo warranty is given.\n\nThe grid\n\nThe grid is paid for by Quillmark."
    )
    says = [claim.says for claim in load_text(text).claims]
    assert says == [MATTER, "The farm has 48 turbines.", "The grid is paid for by Quillmark."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Contact lenses are not part of the recall.",
        "The statement of March stands.",
        "About 40 jobs move to Sorrel.",
        "The safe harbour at Sorrel stays open.",
    ],
)
def test_words_of_boilerplate_do_not_make_boilerplate(sentence: str) -> None:
    assert sentence in [claim.says for claim in load_text(f"{MATTER}\n\n{sentence}").claims]


PAGE = f"""<html><head><title>Quillmark | Newsroom</title></head><body>
<nav><a href="/">Home</a> <a href="/ir">Investors</a></nav>
<h1>Quillmark on Sorrel</h1><p>May 12, 2026</p><p>{MATTER}</p>
<h2>Forward-looking statements</h2><p>Actual results may differ.</p>
<h2>About Quillmark</h2><p>Quillmark runs 14 wind farms.</p><footer>
© 2026 Quillmark.</footer></body></html>"""

MARKDOWN = f"""# Quillmark on Sorrel

*12 May 2026*

{MATTER}

**About Quillmark**

Quillmark runs 14 wind farms.
"""


@pytest.mark.parametrize(("name", "text"), [("page.html", PAGE), ("page.md", MARKDOWN)])
def test_pages_are_read_like_texts(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (ruleset,) = load_claims(tmp_path / name)
    statement = ruleset.statement
    assert (statement.title, statement.date) == ("Quillmark on Sorrel", "2026-05-12")
    assert [claim.says for claim in ruleset.claims] == [MATTER]
