"""Comments that let a sentence pass, and the complaints about those that are of no use."""

from __future__ import annotations

import pytest
from tests.lint.fake import lint_text

SOLD = "Norfield sells Elmere."

WORKING = [
    f"{SOLD} <!-- claimcheck: ignore -->",
    f"{SOLD} <!-- claimcheck: ignore[not-sold] agreed with the desk -->",
    f"{SOLD} <!-- claimcheck: ignore[price-unchanged, not-sold] -->",
    f"{SOLD} <!--claimcheck:ignore-->",
    f"<!-- claimcheck: ignore-next-line -->\n{SOLD}",
    f"<!-- claimcheck: ignore-next-line[not-sold] why -->\n\n\n{SOLD}",
    f"<!-- claimcheck: off -->\n\n{SOLD}\n\n{SOLD}",
    f"<!-- claimcheck: off[not-sold] -->\n\n{SOLD}\n\n<!-- claimcheck: on[not-sold] -->",
    "Norfield\nsells\nElmere. <!-- claimcheck: ignore -->",
    f"> {SOLD} <!-- claimcheck: ignore -->",
    "<!-- claimcheck: ignore-next-line -->\nNorfield\nsells\nElmere.",
]

NOT_WORKING = [
    (
        f"{SOLD} <!-- claimcheck: ignore[price-unchanged] -->",
        "'ignore' of price-unchanged suppresses nothing",
    ),
    (f"{SOLD}\n\n<!-- claimcheck: ignore -->", "'ignore' suppresses nothing"),
    (f"<!-- claimcheck: off -->\n\n<!-- claimcheck: on -->\n\n{SOLD}", "'off' suppresses nothing"),
    (
        f"{SOLD} <!-- claimcheck: ignore[not-sole] -->",
        "no claim has the id 'not-sole'; did you mean 'not-sold'?",
    ),
    (f"{SOLD} <!-- claimcheck: ignore[] -->", "no claim id between the brackets"),
    (f"{SOLD}\n\n<!-- claimcheck: on -->", "'on' without an 'off' before it"),
    (f"{SOLD} <!-- claimcheck ignore -->", "not understood; write <!--"),
    (f"{SOLD} <!-- claimcheck: ignored -->", "not understood; write <!--"),
    (f"{SOLD} <!-- claim-check: ignore -->", "not understood; write <!--"),
    (f"{SOLD} <!-- claimcheck: ignore[not-sold -->", "not understood; write <!--"),
    (f"{SOLD} <!-- claimchek: ignore -->", "not understood; write <!--"),
    (f"{SOLD} <!-- Claim check: off -->", "not understood; write <!--"),
]


@pytest.mark.parametrize("source", WORKING)
@pytest.mark.parametrize("path", ["a.md", "a.html"])
def test_a_suppressed_sentence_is_counted_and_not_found(source: str, path: str) -> None:
    if path == "a.html":
        source = source.replace("> ", "").replace("\n\n", "\n<p>")
    judged = lint_text(source, path=path)
    assert judged.findings == ()
    assert judged.notices == ()
    assert judged.suppressed >= 1


@pytest.mark.parametrize(("source", "message"), NOT_WORKING)
def test_a_suppression_of_no_use_is_reported(source: str, message: str) -> None:
    judged = lint_text(source)
    assert [finding.result.text for finding in judged.findings] == [SOLD]
    (notice,) = judged.notices
    assert notice.message.startswith(message)
    assert notice.rule == (
        "unused-suppression" if "suppresses nothing" in message else "malformed-suppression"
    )


@pytest.mark.parametrize(
    "comment", ["just a comment", "prettier-ignore", "claimchecker says", "markdownlint: off", ""]
)
def test_comments_of_others_are_none_of_ours(comment: str) -> None:
    judged = lint_text(f"{SOLD} <!-- {comment} -->")
    assert len(judged.findings) == 1
    assert judged.notices == ()


def test_a_suppression_in_code_is_an_example() -> None:
    judged = lint_text(f"{SOLD} `<!-- claimcheck: ignore -->`\n\n```\n<!-- claimcheck: off -->\n```")
    assert len(judged.findings) == 1
    assert judged.notices == ()


def test_the_place_of_a_notice_is_that_of_the_comment() -> None:
    (notice,) = lint_text("All well.\n\nSo <!-- claimcheck: ignore --> be it.").notices
    assert (notice.place.line, notice.place.column, notice.place.end_column) == (3, 4, 31)
