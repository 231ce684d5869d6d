# ruff: noqa: E501 - a case a line
"""What counts as prose in each kind of source, and what becomes of it."""

from __future__ import annotations

import pytest

from claimcheck.documents.prose import read_prose
from claimcheck.documents.segment import Segment


def shown(segment: Segment) -> str:
    quoted = "> " if segment.quoted else ""
    lead = f"{segment.lead} ~ " if segment.lead else ""
    return f"{segment.kind}: {quoted}{lead}{segment.text}"


MARKDOWN = [
    ("# Azure *stays* ##", ["heading: Azure stays"]),
    ("Azure\nstays\n===", ["heading: Azure stays"]),
    ("One line\nand its  \nrest\\\nhere", ["paragraph: One line and its rest here"]),
    ("[Azure](http://x.y/no-longer 'gone') **is** ~~in~~", ["paragraph: Azure is in"]),
    ("[a][ref] <http://a.b/c>\n\n[ref]: http://x.y", ["paragraph: a"]),
    ("See https://x.y/azure-is-out. Then go", ["paragraph: See . Then go"]),
    ("`Azure` is ``out``", ["paragraph: Azure is out"]),
    ("The `bpf.masquerade` flag is `on now`", ["paragraph: The flag is"]),
    ("`Azure`\n\n- `out`", []),
    ("It <code>is no</code> more", ["paragraph: It more"]),
    ("```\nAzure is out\n```\n\n    Azure is out", []),
    ("Azure <!-- is out --> stays", ["paragraph: Azure stays"]),
    ("<!-- Azure is out -->", []),
    ("AT&amp;T &eacute; &#8217; \\*", ["paragraph: AT&T é ’ *"]),
    ("![Azure is out](x.png) Well", ["paragraph: Well", "caption: Azure is out"]),
    ("A note[^1].\n\n[^1]: Azure stays\n[^2]: Or not", ["paragraph: A note.", "paragraph: Azure stays", "paragraph: Or not"]),
    ("> Azure\n> stays\n\nso", ["paragraph: > Azure stays", "paragraph: so"]),
    ("> > deep", ["paragraph: > deep"]),
    ("Azure remains:\n\n- the host\n- the base\n", ["paragraph: Azure remains:", "item: Azure remains: ~ the host", "item: Azure remains: ~ the base"]),
    ("So:\n\n---\n\n- alone", ["paragraph: So:", "item: alone"]),
    ("1. Two parts:\n   - a\n   - b", ["item: Two parts:", "item: Two parts: ~ a", "item: Two parts: ~ b"]),
    ("| a | b |\n|--|--|\n| x \\| y |  |", ["cell: a", "cell: b", "cell: x | y"]),
    ("<div>\nHello <b>you</b>\n</div>", ["paragraph: Hello you"]),
    ("---\ntitle: Azure stays\ndescription: >\n  Azure\n  stays\ntags: [out]\n---\nText", ["field: Azure stays", "field: Azure stays", "paragraph: Text"]),
    ('---\ntitle: "It\\u2019s \\"in\\""\n---\n', ['field: It’s "in"']),
    ("---\ntitle: [broken\n---\nText", ["paragraph: Text"]),
    ('+++\ntitle = "Azure stays"\ndate = 2026\n+++\nText', ["field: Azure stays", "paragraph: Text"]),
    ("Text\n\n---\ntitle: no\n---", ["paragraph: Text", "heading: title: no"]),
]  # fmt: skip

HTML = [
    ("<title>A &amp; B</title><h2>C</h2>", ["heading: A & B", "heading: C"]),
    ("<p>One<p>Two <i>and</i> a ha<b>lf</b>", ["paragraph: One", "paragraph: Two and a half"]),
    ("a<br>b<br><br>c", ["paragraph: a b", "paragraph: c"]),
    ("<script>Azure is out</script><style>p {}</style><pre>x</pre>a <code>b</code> c", ["paragraph: a c"]),
    ("<blockquote><p>a</p></blockquote>b", ["paragraph: > a", "paragraph: b"]),
    ("<p>He said <q>no</q>", ["paragraph: He said “no”"]),
    ("Azure remains:<ul><li>host<li>base</ul>end", ["paragraph: Azure remains:", "item: Azure remains: ~ host", "item: Azure remains: ~ base", "paragraph: end"]),
    ("<table><tr><th>a<td>b</table>", ["cell: a", "cell: b"]),
    ("<table><tr><td><p>One.<p>Two.<td>c</table>d", ["paragraph: One.", "paragraph: Two.", "cell: c", "paragraph: d"]),
    ("<ul><li><p>a</p><ul><li>b</ul><p>c</ul>", ["item: a", "item: b", "item: c"]),
    ("<td><table><td>a</table>b", ["cell: a", "cell: b"]),
    ('<img src=x alt="Azure &gt; all">', ["caption: Azure > all"]),
    ('<meta name="description" content="In short"><meta name="author" content="Me">', ["field: In short"]),
    ("<figure><figcaption>Cap</figcaption></figure>", ["caption: Cap"]),
    ("a<!-- b --> c <![CDATA[d]]> e", ["paragraph: a c e"]),
    ("a <!-- open <p>b", ["paragraph: a"]),
    ("a < b & c", ["paragraph: a < b & c"]),
    ("x &eacute &#233; &bogus;", ["paragraph: x é é &bogus;"]),
]  # fmt: skip

PLAIN = [
    ("One\n\nTwo", ["paragraph: One", "paragraph: Two"]),
    ("Azure remains the one and only host of\nall APIs that there are today.", ["paragraph: Azure remains the one and only host of all APIs that there are today."]),
    ("A heading\nThe company said today that nothing at all had changed.", ["paragraph: A heading", "paragraph: The company said today that nothing at all had changed."]),
    ("Azure remains:\n- host\n- base of\n  all\n2. more", ["paragraph: Azure remains:", "item: Azure remains: ~ host", "item: Azure remains: ~ base of all", "item: Azure remains: ~ more"]),
    ("> quoted\n> more\nnot", ["paragraph: > quoted more", "paragraph: not"]),
    ("*stars* <b> &amp; [x](y)", ["paragraph: *stars* <b> &amp; [x](y)"]),
    ("", []),
    (" \n\t\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), MARKDOWN)
def test_markdown(source: str, expected: list[str]) -> None:
    assert [shown(segment) for segment in read_prose(source, "a.md").segments] == expected


@pytest.mark.parametrize(("source", "expected"), HTML)
def test_html(source: str, expected: list[str]) -> None:
    assert [shown(segment) for segment in read_prose(source, "a.html").segments] == expected


@pytest.mark.parametrize(("source", "expected"), PLAIN)
def test_plain(source: str, expected: list[str]) -> None:
    assert [shown(segment) for segment in read_prose(source, "a.txt").segments] == expected


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_comments_are_kept_with_their_place(name: str) -> None:
    source = "<p>\nA <!-- one --> b\n</p>\n<!-- two\nlines -->\n"
    comments = read_prose(source, name).comments
    assert [source[c.start : c.end] for c in comments] == ["<!-- one -->", "<!-- two\nlines -->"]
    assert [c.text for c in comments] == [" one ", " two\nlines "]


def test_a_comment_in_code_is_none() -> None:
    assert read_prose("`<!-- a -->`\n\n```\n<!-- b -->\n```\n\n    <!-- c -->", "a.md").comments == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_hold_for_every_line_end(end: str) -> None:
    source = end.join(["# One", "", "> Two", "> three"])
    segments = read_prose(source, "a.md").segments
    assert [segment.text for segment in segments] == ["One", "Two three"]
    assert source[segments[1].places[4] :] == "three"


@pytest.mark.parametrize(
    "unit",
    ["<!--", "<![ ", "<a ", "<a>", "</", "<?", "&", "<img alt='", "<li>", "<", "[", "![", "*a ", "`", "> "],
)
@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
def test_endless_markup_is_read(unit: str, name: str) -> None:
    source = unit * 2000 + ">"
    assert all(len(segment.text) <= len(source) for segment in read_prose(source, name).segments)
