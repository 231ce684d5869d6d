"""The inputs of ``fuzz.py``: seed texts of this repository, and what is done to them."""
# ruff: noqa: E501, SIM905 - tables of tokens and seeds

from __future__ import annotations

from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
LARGE = 100_000

COMMON = """\0 \\ \ufeff \u202e \u2066 \u200b \u200d \u00ad \x1b[31m \x9b \x07 \x85 \u2028 \r \r\n \n\n \t \v
\ud800 \udcff \ufffe \U0010ffff \U000e0041 é e\u0301 ﬁ İ ß ŉ Μicrosoft 🔑 👩‍👧 日本 '' "" “ ” ‘ ’ « » … — -- ... . ! ? : ; ,
( ) [ ] { } < > & % $ # @ * _ ` ~ ^ | = + - / [red] [/] {{x}} ${x} %s ::error:: ../ /dev/null 0 00 1 -1 1e999
999999999999999999999999 not no never denies false only said that The We It they Microsoft OpenAI Azure the of""".split(
    " "
)

TOKENS = {
    "rules": """claimcheck: 1 claims: statement: entities: concepts: examples: supports: contradicts: silent:
about: says: quote: voice: id: title: date: supersedes: - -- --- ... & * ! !!python/object: | > |+ >- {} [] ~ null
? : ,\x20 \x20# %YAML %TAG <<: 2026-02-30 2026-13-01 09.02.2026 http:// "\\x41" "\\ud800" '' inferred quoted""",
    "config": """claims include exclude fail-on severity strict-quotes [severity] [tool.claimcheck] [[x]] = = \x20=
\x20[] {} ''' \"\"\" true false inf nan 1_000 0x10 2026-02-30 2026-02-27T25:61 1e5 "\\u0041" "\\ud800" a.b.c .""",
    "csv": """, ; "" " "," \t text id headline \n "\n" =1+1 @SUM +1 -1 text,text \r""",
    "jsonl": """{ } [ ] : , " "text" "text": null true NaN Infinity 1e999 -0 "\\ud800" "\\u0000" {"text":1} [[[[ {"a":
\n\n 00 .5 "id" "label" "statement" supported""",
    "html": """< > </ <p> </p> <li> <ul> </ul> <table> <td> <tr> <script> </script> <style> <!-- --> <!-->
<![CDATA[ ]]> <!DOCTYPE <? ?> <img\x20alt=" <meta\x20name="description"\x20content=" & &amp; &#0; &#x110000; &#xD800;
&notit; &lt <br> <br/> <blockquote> <q> <textarea> <svg> <svg/> <title> <p\x20a='b <a\x20href= "> /> claimcheck:""",
    "markdown": """# ## --- === *** ** * _ __ ` `` ``` ~~~ > >> - + 1. 1) [ ]( ) ![ [^1] [^1]: [a]: <http:// < >
<!-- --> | |-| |\n|-|\n \\ \\| &amp; &#x0; ~~ \x20\x20\n \x20\x20\x20\x20 \t <div> </div> <br> <script> --- +++
title: description: """,
    "lint": """<!-- claimcheck: --> ignore ignore-next-line off on [ ] ignore[ myth: fact: Myth Fact That is false.
No. Correction: “ ” " It They Its denied > - # |""",
}
TOKENS["plain"] = TOKENS["statement"] = TOKENS["markdown"]
TOKENS[
    "engine"
] = """no longer not never denies false only except sole exclusive still unless if than more less
$1 £1bn 20% 2027 1,000,000 1.2.3.4 13:40 10-20 Q3 B2 #tag @user $MSFT https://a.b www.a.b/c?d won't isn't n't 's
and or but nor neither both either Microsoft OpenAI Azure revenue share stateless APIs partnership"""

HTML = """<!DOCTYPE html><html><head><title>News &amp; more</title><meta name="description" content="It &lt;ends&gt;">
<style>p { color: red }</style></head><body><!-- claimcheck: ignore --><h1>Microsoft &#x2014; OpenAI</h1>
<p>Azure is <b>no</b> longer<br>the <a href="x">sole</a> host.<p>Two<blockquote><q>We stay</q></blockquote>
<ul><li>one<li>two <img alt="a &quot;picture&quot;"></ul><table><tr><td>a<td>b</table><pre>code</pre></body></html>"""
MARKDOWN = """---
title: "Azure ends"
description: 'it''s over'
---
# Head *one*

Azure is **no** longer the `sole` host &amp; [more](http://a.b "t") ![alt *x*](y). <!-- claimcheck: ignore -->

The company confirmed:

- one
- two[^1]

> quoted “text”

| a | b \\| c |
|---|---|
| d | e |

<div>html <b>block</b></div>

[^1]: A note.
"""
TOML = """claims = ["claims/a.yaml"]
include = ["*.md", "**/x?.txt"]
exclude = "old/"
fail-on = "not-addressed"
strict-quotes = true
[severity]
revenue = "warning"
"""
CSV = """id,text,source
1,Microsoft ends it,a
2,"Azure, ""sole"" host
of two lines",b
"""
JSONL = """{"text": "Azure stays", "id": 1, "label": "supported"}
{"text": "Azur\\u00e9 ends \\ud83d\\ude00", "label": "contradicted", "statement": "Azure stays.", "claim": null}
"""


def _texts(*patterns: str) -> list[str]:
    return [path.read_text("utf-8") for pattern in patterns for path in sorted(ROOT.glob(pattern))]


_STATEMENTS = _texts("tests/rulesets/data/*.txt", "examples/*/*.txt")
_PROSE = [*_texts("README.md", "docs/ci.md", "docs/rule-sets.md", "CONTRIBUTING.md"), MARKDOWN]
_HEADLINES = _texts("bench/sample-headlines.txt")[0].splitlines()

SEEDS: dict[str, list[str]] = {
    "rules": _texts("tests/rulesets/data/harrow.yaml", "examples/*/claims/*.yaml", "claims/*.yaml"),
    "config": [TOML, f"[tool.claimcheck]\n{TOML}".replace("[severity]", "[tool.claimcheck.severity]")],
    "csv": [CSV, CSV.replace(",", ";"), "\n".join(_HEADLINES)],
    "jsonl": [JSONL],
    "html": [HTML, HTML.replace("<", "\n<")],
    "markdown": [MARKDOWN, *_PROSE],
    "plain": [*_STATEMENTS, *_PROSE],
    "statement": _STATEMENTS,
    "lint": [MARKDOWN, HTML, "\n\n".join(_HEADLINES), *_STATEMENTS],
    "engine": [*_HEADLINES, *(line for text in _STATEMENTS for line in text.splitlines() if line)],
}

_NASTY = {name: [*COMMON, *TOKENS[name].split(" ")] for name in SEEDS}
_TOKENS = {id(texts): _NASTY[name] for name, texts in SEEDS.items()}
_LONGEST_SEED = 3000


def mutated(random: Random, seeds: list[str]) -> bytes:
    """One input: a piece of a seed after some mutations, ``LARGE`` bytes at most."""
    tokens = _TOKENS[id(seeds)]
    text = random.choice(seeds)
    if len(text) > _LONGEST_SEED:
        start = random.choice((0, random.randrange(len(text))))
        text = text[start : start + random.randint(1, _LONGEST_SEED)]
    for _ in range(random.choice((1, 1, 2, 3, 5, 9, 20))):
        text = _mutation(text, random, seeds, tokens)
    if random.random() < 0.01:
        text = _blown_up(text, random, tokens)
    data = text[:LARGE].encode("utf-8", "surrogatepass")
    if random.random() < 0.03 and data:
        at = random.randrange(len(data))
        data = data[:at] + random.randbytes(random.randint(1, 4)) + data[at + 1 :]
    return data[:LARGE]


def _mutation(text: str, random: Random, seeds: list[str], tokens: list[str]) -> str:
    at = random.randint(0, len(text))
    end = min(len(text), at + random.choice((1, 1, 3, 10, 40, 400)))
    match random.randrange(10):
        case 0:
            return text[:at] + text[end:]
        case 1:
            return text[:end] + text[at:]
        case 2:
            other = random.choice(seeds)
            start = random.randint(0, len(other))
            return text[:at] + other[start : start + random.choice((5, 50, 500))] + text[end:]
        case 3:
            return (
                text[:at]
                + chr(random.choice((random.randrange(32, 127), random.randrange(0x3000))))
                + text[at + 1 :]
            )
        case 4:
            return text[:at] + random.choice(tokens) * random.choice((2, 3, 8, 60)) + text[at:]
        case 5:
            piece = text[at:end]
            return (
                text[:at]
                + random.choice((piece.upper, piece.lower, piece.swapcase, piece.title))()
                + text[end:]
            )
        case 6:
            lines = text.split("\n")
            random.shuffle(lines)
            return "\n".join(lines)
        case _:
            return text[:at] + random.choice(tokens) + random.choice(("", "", " ", "\n")) + text[at:]


def _blown_up(text: str, random: Random, tokens: list[str]) -> str:
    """Towards ``LARGE``: one thing or two in turn, or one many times and then another, or the text itself."""
    at = random.randint(0, len(text))
    one = random.choice((random.choice(tokens), text[at : at + random.choice((1, 5, 30))], text)) or "x"
    two = random.choice((random.choice(tokens), " ", "\n", "a"))
    times = LARGE // max(1, len((one + two).encode("utf-8", "surrogatepass"))) // random.choice((1, 1, 4, 20))
    middle = (one + two) * times if random.random() < 0.6 else one * times + two * times
    return middle if random.random() < 0.4 else text[:at] + middle + text[at:]
