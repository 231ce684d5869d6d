"""``claimcheck batch`` from the file to the exit code."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Ran

Cli = Callable[..., Ran]

pytestmark = pytest.mark.usefixtures("judged")


def write(tmp_path: Path, name: str, data: str | bytes) -> str:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return name


def texts(ran: Ran) -> list[str]:
    return [json.loads(line)["text"] for line in ran.out.splitlines()]


@pytest.mark.parametrize(
    ("name", "data", "args"),
    [
        ("a.txt", "yes one\n\n#no two\r\n", []),
        ("a.csv", "id,text\n1,yes one\n2,#no two\n", []),
        ("a.csv", 'id;"text"\n1;yes one\n;#no two\n', []),
        ("a.csv", "\ufeffhead,n\nyes one,1\n\n,\n#no two,2\n", ["--column", "head"]),
        ("a.tsv", "text\tid\nyes one\t1\n#no two\t2\n", []),
        ("a.jsonl", '{"text": "yes one"}\n\n{"text": "#no two", "id": 2}\n', []),
        ("a.jsonl", b'\xef\xbb\xbf{"h": "yes one"}\n{"h": "#no two"}', ["--column", "h"]),
        ("a.txt", "yes one\n#no two\n".encode("utf-16"), []),
        ("a.txt", "yes one\n#no two\n".encode("utf-16-le"), ["--encoding", "utf-16-le"]),
        ("a.dat", "text\nyes one\n#no two\n", ["--input-format", "csv"]),
    ],
)
def test_every_kind_of_file(cli: Cli, tmp_path: Path, name: str, data: str | bytes, args: list[str]) -> None:
    ran = cli("batch", write(tmp_path, name, data), "--format", "jsonl", *args)
    assert texts(ran) == ["yes one", "#no two"]
    assert ran.code == 0


@pytest.mark.parametrize(
    ("data", "args", "code"),
    [
        ("yes\n", [], 0),
        ("no\n", [], 1),
        ("no\n", ["--fail-on", "never"], 0),
        ("who knows\n", ["--fail-on", "not-addressed"], 1),
        ("", [], 2),
        ("\n \n", [], 2),
    ],
)
def test_exit_codes(cli: Cli, tmp_path: Path, data: str, args: list[str], code: int) -> None:
    assert cli("batch", write(tmp_path, "a.txt", data), *args).code == code


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("a.txt", b"yes one\n\xff\nno two\n", "a.txt:2:1: not UTF-8 text"),
        ("a.csv", b"text,n\nyes one,1\n\xff,2\nno two,3\n", "a.csv:3:1: not UTF-8 text"),
        ("a.csv", "text,n\nyes one,1\n,2\nno two,3\n", "a.csv:3:1: the text is empty"),
        ("a.csv", "text,n\nyes one,1\na, b,2\nno two,3\n", "a.csv:3:1: 3 cells, but the first line names 2"),
        ("a.csv", 'text\nyes one\n"a"b\nno two\n', "a.csv:3:1: not a readable row"),
        ("a.jsonl", '{"text": "yes one"}\n{"text": }\n{"text": "no two"}', "a.jsonl:2:10: not JSON"),
        ("a.jsonl", '{"text": "yes one"}\n["x"]\n{"text": "no two"}', "a.jsonl:2:1: not a JSON object"),
        (
            "a.jsonl",
            '{"text": "yes one"}\n{"txt": 1}\n{"text": "no two"}',
            "no key 'text'; did you mean 'txt'?",
        ),
        (
            "a.jsonl",
            '{"text": "yes one"}\n{"text": null}\n{"text": "no two"}',
            "what stands under the key 'text' is no text",
        ),
        (
            "a.jsonl",
            '{"text": "yes one"}\n{"text": "x", "n": NaN}\n{"text": "no two"}',
            "NaN is no JSON number",
        ),
        (
            "a.jsonl",
            '{"text": "yes one"}\n{"text": "x", "n": 1e999}\n{"text": "no two"}',
            "1e999 is too large a number",
        ),
        (
            "a.jsonl",
            '{"text": "yes one"}\n' + '{"a":' * 9000 + '\n{"text": "no two"}',
            "a.jsonl:2:1: nested too deep",
        ),
        (
            "a.jsonl",
            '{"text": "yes one"}\n{"text": "x", "n": ' + "9" * 5000 + '}\n{"text": "no two"}',
            "a.jsonl:2:1",
        ),
        ("a.txt", "yes one\n" + "x" * 10_001 + "\nno two\n", "a.txt:2:1: the text is longer than 10,000"),
        (
            "a.csv",
            "text\nyes one\n" + "x" * 1_100_000 + "\nno two\n",
            "a.csv:3:1: not a readable row (field larger",
        ),
    ],
)
def test_bad_rows_are_located_and_the_rest_is_judged(
    cli: Cli, tmp_path: Path, name: str, data: str | bytes, place: str
) -> None:
    ran = cli("batch", write(tmp_path, name, data), "--format", "jsonl")
    assert texts(ran) == ["yes one", "no two"]
    assert place in ran.err
    assert ran.code == 2


@pytest.mark.parametrize(
    ("name", "data", "args", "message"),
    [
        (None, "", ["nowhere.txt"], "nowhere.txt: cannot be read (No such file or directory)"),
        (None, "", ["."], "no known kind of file"),
        ("a.pdf", "x", ["a.pdf"], "--input-format"),
        ("a.csv", "txt,n\nyes,1\n", ["a.csv"], "a.csv:1:1: no column 'text'; did you mean 'txt'?"),
        ("a.csv", "text,text\nyes,1\n", ["a.csv"], "two columns are named 'text'"),
        ("a.csv", "text,n\n", ["a.csv"], "a.csv: nothing to check"),
        ("a.txt", "yes", ["a.txt", "--column", "x"], "lines of text have no columns"),
        ("a.txt", "yes", ["a.txt", "--encoding", "utf-99"], "'utf-99' is not known"),
        ("a.txt", "yes", ["a.txt", "--encoding", "base64"], "'base64' is not known"),
        ("a.txt", b"y\x00e\x00s", ["a.txt", "--encoding", "utf-16-le"], "not utf-16-le text"),
        ("a.txt", "yes", ["a.txt", "-f", "tabel"], "Did you mean 'table'?"),
        ("a.txt", "yes", ["a.txt", "-o", "no/such/folder.csv"], "cannot be written"),
        ("a.txt", "yes", ["a.txt", "-o", "."], "cannot be written"),
    ],
)
def test_what_cannot_be_read_at_all(
    cli: Cli, tmp_path: Path, name: str | None, data: str | bytes, args: list[str], message: str
) -> None:
    if name:
        write(tmp_path, name, data)
    ran = cli("batch", *args)
    assert message in ran.err
    assert ran.out == ""
    assert ran.code == 2


def test_stdin_and_the_summary(cli: Cli) -> None:
    ran = cli("batch", "-", stdin=b"yes one\nno two\n")
    assert ran.out.splitlines()[1:] == [
        "    1  supported      not-sold                    yes one",
        "    2  CONTRADICTED   not-sold                    no two",
    ]
    assert ran.err.endswith("\n2 checked: 1 contradicted, 1 supported, 0 not addressed\n")
    assert cli("batch", "-", "-q", stdin=b"yes one\n").err == ""


def test_a_quoted_cell_may_span_lines(cli: Cli, tmp_path: Path) -> None:
    ran = cli("batch", write(tmp_path, "a.csv", 'text\n"yes\none"\nno two\n'), "-f", "jsonl")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [(row["line"], row["text"]) for row in rows] == [(2, "yes\none"), (4, "no two")]


def test_an_output_file_is_whole_or_not_there(cli: Cli, tmp_path: Path) -> None:
    good, bad = write(tmp_path, "a.txt", "yes one\n"), write(tmp_path, "b.csv", "text\n,\n")
    out = tmp_path / "out.csv"
    assert cli("batch", good, "-f", "csv", "-o", "out.csv").code == 0
    whole = out.read_bytes()
    assert whole.startswith(b"text,verdict,")
    assert whole.count(b"\n") == 2
    assert out.stat().st_mode & 0o777 == 0o666 & ~_mask()
    assert cli("batch", bad, "-f", "csv", "-o", "out.csv").code == 2
    assert out.read_bytes() == whole
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.csv", "out.csv"]


def test_the_input_may_be_the_output(cli: Cli, tmp_path: Path) -> None:
    name = write(tmp_path, "a.csv", "text,n\nyes one,1\n")
    assert cli("batch", name, "-f", "csv", "-o", name).code == 0
    assert (tmp_path / name).read_text().splitlines()[1].startswith("yes one,1,supported,")


def test_a_device_is_written_to_not_replaced(cli: Cli, tmp_path: Path) -> None:
    assert cli("batch", write(tmp_path, "a.txt", "yes\n"), "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
