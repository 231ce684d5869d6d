"""An engine of a few words, so that the tests of the linter stand on their own."""

from __future__ import annotations

import re

from claimcheck.linting.carrying import Names
from claimcheck.linting.draft import read_draft
from claimcheck.linting.lint import Judged, Policy, lint_draft
from claimcheck.linting.relevance import Subjects
from claimcheck.result import Explanation, Part, Result, Span, Verdict
from claimcheck.rulesets.model import Claim, Entity, RuleSet, Statement

SET = RuleSet(
    statement=Statement("norfield", "Norfield on its reservoir", speaker="Norfield", date="2026-02-27"),
    claims=(
        Claim("not-sold", "Norfield keeps the Elmere reservoir.", "We keep Elmere", "quoted"),
        Claim("price-unchanged", "The price of water stays as it is.", "The price stays", "paraphrased"),
    ),
    entities=(
        Entity("Norfield", ("Norfield Water", "the Elm Valley firm")),
        Entity("Aquana", ("the Aquana company",)),
        Entity("Elmere"),
    ),
)

_CLAIMS = {
    "not-sold": (r"\bNorfield\b.*\b(?:sells|sold)\b.*\bElmere", r"\bNorfield\b.*\bkeeps\b.*\bElmere"),
    "price-unchanged": (r"\bprice\b.*\brises", r"\bprice\b.*\bstays"),
}


class FakeChecker:
    """'Norfield sells Elmere' and 'the price rises' are contradicted, 'keeps' and 'stays' supported."""

    def __init__(self) -> None:
        self.rulesets = (SET,)
        self.asked: list[str] = []

    def check(self, text: str) -> Result:
        self.asked.append(text)
        for claim in SET.claims:
            wrong, right = _CLAIMS[claim.id]
            if found := re.search(wrong, text):
                return _result(text, "contradicted", claim, found.span())
            if found := re.search(right, text):
                return _result(text, "supported", claim, found.span())
        return _result(text, "not_addressed", None, (0, 0))


def _result(text: str, verdict: Verdict, claim: Claim | None, span: tuple[int, int]) -> Result:
    return Result(
        text=text,
        verdict=verdict,
        score=0.9,
        scores={"supported": 0.05, "contradicted": 0.05, "not_addressed": 0.05, verdict: 0.9},
        claim_id=claim.id if claim else None,
        claim=claim.says if claim else None,
        quote=claim.quote if claim else None,
        voice=claim.voice if claim else None,
        statement_id="norfield",
        statement_date="2026-02-27",
        parts=(Part(text, 0, len(text), verdict, claim.id if claim else None),),
        explain=lambda: Explanation(
            "So says the statement." if claim else "The statement does not say.",
            (Span(*span, "predicate"),) if claim else (),
        ),
    )


def lint_text(source: str, policy: Policy | None = None, path: str = "a.md") -> Judged:
    """What the linter makes of ``source`` with the engine of this file."""
    draft = read_draft(source, path)
    ids = [claim.id for claim in SET.claims]
    return lint_draft(draft, FakeChecker().check, Names([SET]), Subjects([SET]), ids, policy or Policy())
