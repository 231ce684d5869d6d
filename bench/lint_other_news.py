"""False alarms of ``claimcheck lint`` on newsletters about other news, where every error is one.

    python bench/lint_other_news.py [--errors] [--write FOLDER]

Three kinds of drafts, made the same way on every run: of sentences that name Microsoft, OpenAI or nobody and
that their writers labelled as touching no claim (``bench/data/microsoft``; the judge has been fitted on
these); of the sentences of invented statements (``bench/data/statements``; not fitted on as drafts) against
the shipped rule set; and of the same sentences against another invented statement, read raw.

The other side of it: how many of the labelled sentences that are judged right by themselves keep their
verdict as the only sentence of a draft under a title that names the speaker ('News' where none is known).
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from claimcheck import Checker
from claimcheck.linting.draft import Draft, read_draft
from claimcheck.linting.finding import Finding
from claimcheck.linting.lint import Policy
from claimcheck.linting.run import lint_drafts
from claimcheck.result import VERDICTS
from lint_drafts import shown

DATA = Path(__file__).parent / "data"
SEED = 20260306
DRAFTS_OF_A_KIND = 30
KEPT = 1500

# What newsletters say between their news.
HEADINGS = (
    "What this week brings",
    "In brief",
    "The big story",
    "Partnerships, terms and exclusives",
    "Microsoft, OpenAI and everyone else",
    "Cloud corner",
    "Also worth a read",
    "Money matters",
    "From the mailbag",
    "Three questions for the week",
)
OPENINGS = (
    "Good morning.",
    "What this week brings:",
    "Here is what you need to know.",
    "We read the announcements so that you do not have to.",
    "Microsoft issued a statement.",
    "Nothing has changed about our prices.",
    "A short issue, because the long one would not end.",
    "Who owns what, and since when?",
    "On money, two things stand out:",
    "We no longer print on Fridays.",
)
CLOSINGS = (
    "That is all for today.",
    "Our terms have changed; read them [here](https://example.org/terms).",
    "Thank you for your continued support.",
    "More on this next week.",
    "Write to us and tell us what we got wrong.",
    "This newsletter is no longer sent by post.",
)


def other_news() -> list[str]:
    """The sentences of the labelled data that are about no claim at all."""
    found = []
    for path in sorted((DATA / "microsoft").glob("*.jsonl")):
        rows = map(json.loads, path.read_text("utf-8").splitlines())
        found += [r["text"] for r in rows if r["label"] == "not_addressed" and r.get("claim") is None]
    return list(dict.fromkeys(found))


def statement_sentences(path: Path) -> list[str]:
    """The sentences of an invented statement, headings and fragments of its layout included."""
    return [one.text for one in read_draft(path.read_text("utf-8"), path.name).sentences]


def newsletter(sentences: list[str], chance: random.Random) -> str:
    """A draft in Markdown with all ``sentences``: headings, paragraphs, a list, a block quotation."""
    lines = [f"# {chance.choice(HEADINGS)}", "", chance.choice(OPENINGS), ""]
    left = list(sentences)
    while left:
        size = chance.randint(1, 4)
        block, left = left[:size], left[size:]
        shape = chance.choice(("paragraph", "paragraph", "list", "section", "quotation"))
        if shape == "section":
            lines += [f"## {chance.choice(HEADINGS)}", ""]
        if shape == "list":
            lines += [*(f"- {one}" for one in block), ""]
        else:
            lines += [("> " if shape == "quotation" else "") + " ".join(map(_ended, block)), ""]
    return "\n".join([*lines, chance.choice(CLOSINGS), ""])


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "”", '"', ":")) else f"{sentence}."


def drafts(pool: list[str], chance: random.Random, name: str) -> Iterator[tuple[str, str]]:
    """Names and texts of drafts of 10 to 20 sentences of ``pool`` each."""
    for number in range(DRAFTS_OF_A_KIND):
        yield f"{name}-{number:02}.md", newsletter(chance.sample(pool, chance.randint(10, 20)), chance)


def run(kind: str, made: list[tuple[str, str]], checker: Checker) -> list[Finding]:
    """The findings in the drafts ``made``: all false. Prints how many."""
    read: list[Draft] = [read_draft(text, name) for name, text in made]
    report, _ = lint_drafts(read, checker, Policy(shown=frozenset({"contradicted", "supported"})))
    supported = [one for one in report.findings if one.result.verdict == "supported"]
    print(
        f"{kind:38} {len(made)} drafts, {report.sentences} sentences: {report.count('error')} errors, "
        f"{report.count('warning')} warnings, {len(supported)} called supported"
    )
    return list(report.findings)


def kept(name: str, cases: Iterator[tuple[Checker, str, str]]) -> None:
    """Prints how many right verdicts stand in a draft; ``cases`` are checkers, texts and labels."""
    right, stand = Counter[str](), Counter[str]()
    for checker, text, label in cases:
        if label != "not_addressed" and checker.check(text).verdict == label:
            title = checker.rulesets[0].statement.speaker or "News"
            draft = read_draft(f"# {title}\n\n{text.strip()}\n", "a.md")
            report, _ = lint_drafts([draft], checker, Policy(shown=frozenset(VERDICTS)))
            right[label] += 1
            stand[label] += any(one.result.verdict == label for one in report.findings)
    told = ", ".join(f"{stand[label]} of {right[label]} {label}" for label in sorted(right))
    print(f"{name:38} right verdicts that stand: {told}")


def labelled(path: Path) -> Iterator[tuple[str, str]]:
    """Texts and labels of a file of labelled sentences."""
    return ((row["text"], row["label"]) for row in map(json.loads, path.read_text("utf-8").splitlines()))


def main() -> None:
    chance = random.Random(SEED)
    shipped = Checker.default()
    paths = sorted((DATA / "statements").glob("*.txt"))
    invented = {path.stem: statement_sentences(path) for path in paths}
    near = list(drafts(other_news(), chance, "near"))
    far = list(drafts([one for some in invented.values() for one in some], chance, "far"))
    found = run("labelled other news, shipped claims", near, shipped)
    found += run("invented statements, shipped claims", far, shipped)
    for path in chance.sample(paths, DRAFTS_OF_A_KIND // 3):
        pool = [one for name, some in invented.items() if name != path.stem for one in some]
        made = list(drafts(pool, chance, f"for-{path.stem}"))[:3]
        found += run(f"others' statements, {path.stem} raw", made, Checker.from_path(path))
    told = [pair for path in sorted((DATA / "microsoft").glob("*.jsonl")) for pair in labelled(path)]
    kept("labelled, shipped claims", ((shipped, *pair) for pair in chance.sample(told, KEPT)))
    raw = [(Checker.from_path(path), path.with_suffix(".jsonl")) for path in paths]
    kept("labelled, raw statements", ((one, *pair) for one, path in raw for pair in labelled(path)))
    if "--errors" in sys.argv[1:]:
        for one in found:
            print(shown(one))
    if "--write" in sys.argv[1:]:
        folder = Path(sys.argv[sys.argv.index("--write") + 1])
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in (*near, *far):
            (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
