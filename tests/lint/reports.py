"""A report made by hand for the goldens of every format, with all that a format must get right."""

from __future__ import annotations

from tests.conftest import result

from claimcheck.documents.positions import Lines
from claimcheck.linting.draft import Place
from claimcheck.linting.finding import Coverage, Finding, Level, Notice, Report
from claimcheck.result import Result

LINES = Lines(
    "# News, 100%: [red]loud[/]\n"
    "\n"
    "Norfield Water sells the Elmere reservoir 😀 today.\n"
    "\n"
    'He said: "It sells\n'
    'the | reservoir" \x1b[31m and <b>left</b>.\n'
)
TODAY = result("Norfield Water sells the Elmere reservoir 😀 today.")
SAID = result('He said: "It sells the | reservoir" \x1b[31m and <b>left</b>.', score=0.5)


def finding(told: Result, place: Place, level: Level = "error", path: str = "drafts/ä, b.md") -> Finding:
    return Finding(path, path, LINES, place, told, level, level == "warning", "0123456789abcdef" * 2)


RICH = Report(
    findings=(
        finding(SAID, Place(5, 1, 6, 41), "warning"),
        finding(TODAY, Place(3, 1, 3, 51)),
        finding(
            result(
                "News, 100%: [red]loud[/]",
                verdict="not_addressed",
                claim_id=None,
                claim=None,
                quote=None,
                voice=None,
                statement_date=None,
                reason="The statement does not say this.",
            ),
            Place(1, 3, 1, 27),
            "note",
        ),
    ),
    notices=(
        Notice("a.md", "a.md", LINES, Place(2, 1, 2, 1), "unused-suppression", "'ignore' suppresses nothing"),
    ),
    failures=("b.md: cannot be read (No such file or directory)",),
    files=2,
    verdicts={"contradicted": 2, "supported": 1, "not_addressed": 1},
    suppressed=1,
    corrected=1,
    exit_code=2,
    coverage=(
        Coverage("not-sold", "Norfield Water has not sold the Elmere reservoir.", wrong=2),
        Coverage("price", "The price stays.", right=1),
        Coverage("may", "It opens in May."),
    ),
)

CLEAN = Report(files=1, verdicts={"supported": 2})
NOTHING = Report()
