"""From a plain statement to a commented rule set: what an editor begins with instead of an empty page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.authoring.looks import Look, look
from claimcheck.judging.judge import Judge
from claimcheck.language.tokens import FUNCTION_WORDS
from claimcheck.language.words import lemma
from claimcheck.reports.words import plural
from claimcheck.result import VERDICTS
from claimcheck.rulesets.model import Claim, Concept, Entity, RuleSet
from claimcheck.rulesets.scalars import scalar

_HEAD = """\
# Drafted from the statement's own sentences. It works as it stands; it gets better as you go on:
#
# {looks}
# 'sure' is how surely claimcheck knows a claim's own words and their denial again, 0 to 1, halved for each
# doubt about its wording (no whole sentence, a pronoun left, two assertions in one).
#
# 1. Delete claims that assert nothing ('We are aware of reports'), and split those that assert two things.
# 2. Add to 'aliases' what people call a name or a topic: nicknames, tickers, short forms.
#    Under a name, 'alternatives: [...]' lists rivals: if it is the sole owner, another owner contradicts.
# 3. Replace the examples by headlines of your own, all of those that begin with 'Write here'. They never
#    change a verdict; they tell you when one is not what you expect.
# 4. Does it take the place of an earlier statement? Then add, under 'statement' or a claim,
#    'supersedes: [statement-id]' or '[statement-id/claim-id]'.
# 5. claimcheck rules validate --statement STATEMENT THIS-FILE
#    claimcheck rules test --claims THIS-FILE
#
# Text with a colon, or with one of # [ ] {{ }} " in it, goes in quotation marks: "..."
"""

_NEGATIONS = frozenset(["not", "no", "never", "only"])
_SLUG_WORDS = 5
# Four judgements a claim: a statement of more claims is a report, and would keep its editor waiting.
_MOST_JUDGED = 100


def draft(ruleset: RuleSet) -> str:
    """The YAML text of ``ruleset``, read from a plain statement, with readable claim ids, comments and
    examples to begin with. Loaded again it holds the same names and claims, and judges the same."""
    return "\n".join(_lines(ruleset)) + "\n"


def _lines(ruleset: RuleSet) -> Iterator[str]:
    statement = ruleset.statement
    judge = Judge(ruleset) if len(ruleset.claims) <= _MOST_JUDGED else None
    looks = [look(claim, judge) for claim in ruleset.claims]
    yield from _HEAD.format(looks=_asked(looks)).splitlines()
    yield from (
        "claimcheck: 1",
        "",
        "statement:",
        f"  id: {statement.id}",
        f"  title: {scalar(statement.title)}",
    )
    yield f"  speaker: {scalar(statement.speaker)}" if statement.speaker else "  # speaker: who says it"
    yield f"  date: {statement.date}" if statement.date else "  # date: YYYY-MM-DD"
    yield "  # url: https://..."
    if ruleset.entities:
        yield from ("", "entities:")
        for entity in ruleset.entities:
            yield from _name(entity)
    if ruleset.concepts:
        yield from ("", "concepts:")
        for concept in ruleset.concepts:
            yield from _name(concept)
    else:
        yield from (
            "",
            "# concepts:",
            "#   - name: ticket prices",
            "#     aliases: [fares, cost of a ticket]",
        )
    yield from ("", "claims:")
    taken: set[str] = set()
    for claim, seen in zip(ruleset.claims, looks, strict=True):
        yield from _claim(claim, claim_id(claim.says, ruleset, taken), seen)


def _name(named: Entity | Concept) -> Iterator[str]:
    yield f"  - name: {scalar(named.name)}"
    if named.aliases:
        yield f"    aliases: [{', '.join(map(scalar, named.aliases))}]"
    else:
        yield "    # aliases: []"


def _asked(looks: Sequence[Look]) -> str:
    asked = sum(bool(seen.notes) for seen in looks)
    if not asked:
        return "Read through the claims; none of them looks doubtful."
    verb = "asks" if asked == 1 else "ask"
    return f"{asked} of {plural(len(looks), 'claim')} {verb} for a look: go from LOOK to LOOK."


def _claim(claim: Claim, name: str, seen: Look) -> Iterator[str]:
    yield f"  - id: {name}" if seen.sureness is None else f"  - id: {name}  # sure: {seen.sureness:.2f}"
    yield from (f"    # LOOK: {_one_line(note)}" for note in seen.notes)
    yield f"    says: {scalar(claim.says)}"
    yield f"    quote: {scalar(claim.quote)}"
    yield f"    voice: {claim.voice}"
    yield "    examples:"
    for verdict in VERDICTS:
        yield f"      {verdict}:"
        yield from (f"        - {scalar(text)}" for text in getattr(seen.examples, verdict))
    yield ""


def _one_line(text: str) -> str:
    # A comment ends with its line, and YAML refuses characters that cannot be shown.
    return "".join(char if char.isprintable() else " " for char in text)


def claim_id(says: str, ruleset: RuleSet, taken: set[str]) -> str:
    """A readable id from the words of ``says`` that tell it apart, none of ``taken``; it is added there."""
    speaker = set(re.findall(r"[a-z0-9]+", (ruleset.statement.speaker or "").lower()))
    words = [
        word
        for word in re.findall(r"[a-z0-9]+", re.sub(r"['’]s?\b", "", says.lower()))
        if word in _NEGATIONS or not {word, lemma(word)} & (FUNCTION_WORDS | speaker)
    ]
    base = "-".join(words[:_SLUG_WORDS]) or "claim"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    taken.add(name)
    return name
