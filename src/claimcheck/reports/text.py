"""One result for a reader: verdict, headline, claim, quotation and reason."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.reports.mark import DECIDING, MISSING, marked, words
from claimcheck.reports.paragraph import Paragraph, Run
from claimcheck.reports.visible import visible
from claimcheck.reports.words import (
    STANDING_WORDS,
    VERDICT_STYLES,
    VERDICT_WORDS,
    VOICE_WORDS,
    named,
    verdict_line,
)
from claimcheck.result import VERDICTS, Result, Successor

INDENT = 9


def paragraphs(result: Result, *, explain: bool = False) -> Iterator[Paragraph]:
    """The report on ``result``; ``explain`` adds the whole derivation."""
    yield Paragraph((Run(verdict_line(result), VERDICT_STYLES[result.verdict]),))
    yield Paragraph(marked(result, "bold"), indent=2)
    if len(result.parts) > 1:
        yield from _parts(result)
    yield from _claim(result)
    yield _labelled("source", Run(named(result)))
    if result.superseded_by:
        yield from _later(result.superseded_by)
    if result.reason:
        yield _labelled("why", Run(visible(result.reason)))
    yield from _deciding_words(result)
    if explain:
        yield from _derivation(result)


def _labelled(label: str, *runs: Run) -> Paragraph:
    return Paragraph(runs, (Run(f"  {label}", "dim"),), INDENT + 2)


def _claim(result: Result) -> Iterator[Paragraph]:
    unaddressed = result.verdict == "not_addressed"
    if result.claim is None:
        if unaddressed:
            yield _labelled("closest", Run("nothing in the statement comes near"))
        return
    name = f"  [{visible(result.claim_id)}]" if result.claim_id else ""
    yield _labelled("closest" if unaddressed else "claim", Run(visible(result.claim)), Run(name, "dim"))
    if result.quote:
        voice = VOICE_WORDS.get(result.voice or "", visible(result.voice or ""))
        runs = [Run(f"“{visible(_bare(result.quote))}”", "italic")]
        yield _labelled("quote", *runs, Run(f" ({voice})" if voice else "", "dim"))


def _bare(quote: str) -> str:
    # The quotation marks of the report stand for those of the statement, if these span the whole quote.
    inner = quote[1:-1]
    whole = quote[:1] in ('"', "“") and quote[-1:] in ('"', "”") and not set(inner) & set('"“”')
    return inner if inner and whole else quote


def _parts(result: Result) -> Iterator[Paragraph]:
    label = "parts"
    for part in result.parts:
        words_ = VERDICT_WORDS[part.verdict].ljust(max(map(len, VERDICT_WORDS.values())))
        yield _labelled(label, Run(words_, VERDICT_STYLES[part.verdict]), Run(f"  {visible(part.text)}"))
        label = ""


def _deciding_words(result: Result) -> Iterator[Paragraph]:
    silent = result.verdict == "not_addressed"
    found = words(result, MISSING if silent else DECIDING)
    reason = visible(result.reason)
    if all(word in reason for word in found):
        return  # the reason has named them, or there are none
    listed = ", ".join(f"“{word}”" for word in found)
    yield _labelled("missing" if silent else "words", Run(listed))


def _derivation(result: Result) -> Iterator[Paragraph]:
    label = "steps"
    for number, step in enumerate(result.derivation, 1):
        yield _labelled(label, Run(f"{number}. ", "dim"), Run(visible(step)))
        label = ""
    scores = ", ".join(f"{VERDICT_WORDS[v].lower()} {result.scores.get(v, 0.0):.2f}" for v in VERDICTS)
    yield _labelled("scores", Run(scores))
    yield from _others(result)
    if result.as_of:
        yield _labelled("as of", Run(visible(result.as_of)))


def _later(later: Successor) -> Iterator[Paragraph]:
    """What took the place of the claim."""
    if later.claim:
        name = Run(f"  [{visible(later.claim_id)}]" if later.claim_id else "", "dim")
        yield _labelled("now", Run(visible(later.claim)), name)
        if later.quote:
            yield _labelled("", Run(f"“{visible(_bare(later.quote))}”", "italic"))
    yield _labelled("" if later.claim else "now", Run(named(later)))


def _others(result: Result) -> Iterator[Paragraph]:
    """Every other statement that bears on the text."""
    label = "others"
    for other in result.others:
        verdict = Run(VERDICT_WORDS[other.verdict], VERDICT_STYLES[other.verdict])
        standing = f" ({STANDING_WORDS[other.standing]})" if other.standing != "silent" else ""
        yield _labelled(label, verdict, Run(f"{standing}: {named(other)}"))
        name = Run(f"  [{visible(other.claim_id or '')}]", "dim")
        yield _labelled("", Run(visible(other.claim or "")), name)
        label = ""
