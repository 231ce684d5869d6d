"""The cache of read rule sets: the same answers with it and without, and nothing odd in it is believed."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import LocatedError
from claimcheck.rulesets import cache, parse
from claimcheck.rulesets.cache import SWITCH, Cache
from claimcheck.rulesets.load import load_claims, load_shipped, shipped_path
from claimcheck.rulesets.model import VOICES, Claim, Concept, Entity, Examples, RuleSet, Statement
from claimcheck.rulesets.parse import parse_ruleset

ROOT = Path(__file__).resolve().parents[2]
HARROW = Path(__file__).parent / "data" / "harrow.yaml"
GOOD = HARROW.read_text(encoding="utf-8")
RULESETS = [shipped_path(), HARROW, *sorted((ROOT / "examples").rglob("*.yaml"))]
OWNED = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the cache is to lie: it is switched on, and does not exist yet."""
    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches" / "claimcheck"


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """To be called before what must not parse a rule set."""

    def refuse(*_: object) -> None:
        raise AssertionError("parsed, though it is in the cache")

    return lambda: monkeypatch.setattr(parse, "parse_ruleset", refuse)


def only_entry(folder: Path) -> Path:
    (entry,) = folder.iterdir()
    return entry


def forge(entry: Path, body: bytes) -> None:
    """Put ``body`` into an entry as the cache itself would."""
    entry.write_bytes(
        hashlib.blake2b(entry.name.encode() + body, digest_size=32).hexdigest().encode() + b"\n" + body
    )


@pytest.mark.parametrize("path", RULESETS, ids=lambda path: path.stem)
def test_the_same_rule_set_with_and_without(path: Path, folder: Path, unread: Callable[[], None]) -> None:
    expected = [parse_ruleset(path.read_text(encoding="utf-8"), str(path))]
    assert load_claims(path) == expected
    assert only_entry(folder).suffix == ".json"
    unread()
    assert load_claims(path) == expected


def test_a_folder_and_the_shipped_set_come_from_it_too(folder: Path, unread: Callable[[], None]) -> None:
    claims = ROOT / "examples" / "statements-age" / "claims"
    expected = load_claims(claims), load_shipped()
    assert len(list(folder.iterdir())) == len(expected[0]) + 1
    unread()
    assert (load_claims(claims), load_shipped()) == expected


def test_no_yaml_is_imported_for_it(folder: Path) -> None:
    claims = len(load_shipped().claims)
    code = (
        "import sys; from claimcheck import Checker;"
        "print(len(Checker.default().rulesets[0].claims), 'yaml' in sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    ran = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [str(claims), "False"]
    assert len(list(folder.iterdir())) == 1


def test_a_changed_file_is_read_again_and_a_copy_has_its_own_path(folder: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text(GOOD, encoding="utf-8")
    other.write_text(GOOD, encoding="utf-8")
    assert [load_claims(path)[0].source for path in (one, other)] == [str(one), str(other)]
    assert len(list(folder.iterdir())) == 1
    one.write_text(GOOD.replace("harrow-winter", "harrow-summer"), encoding="utf-8")
    assert load_claims(one)[0].statement.id == "harrow-summer"


def test_another_version_reads_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_claims(HARROW)
    with Cache() as kept:
        assert kept.find(GOOD) is not None
        for version in ("0.0.9", "99"):
            cache._reader.cache_clear()
            monkeypatch.setattr(cache, "__version__", version)
            assert kept.find(GOOD) is None
    cache._reader.cache_clear()
    assert only_entry(folder)


def test_problems_are_told_each_time_and_good_neighbours_are_kept(folder: Path, tmp_path: Path) -> None:
    claims = tmp_path / "claims"
    claims.mkdir()
    (claims / "bad.yaml").write_text(GOOD.replace("voice: quoted", "voice: x"), encoding="utf-8")
    (claims / "good.yaml").write_text(GOOD, encoding="utf-8")
    told = []
    for _ in range(2):
        with pytest.raises(LocatedError) as raised:
            load_claims(claims)
        told.append(str(raised.value))
    assert told[0] == told[1]
    assert "bad.yaml:32:12: 'x' is no voice" in told[0]
    assert len(list(folder.iterdir())) == 1


def test_plain_statements_are_not_kept(folder: Path, statement: str) -> None:
    load_claims(statement)
    assert not folder.exists()


@OWNED
def test_it_is_private(folder: Path) -> None:
    before = os.umask(0)
    try:
        load_claims(HARROW)
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert only_entry(folder).stat().st_mode & 0o777 == 0o600


def with_value(change: Callable[[Any], Any]) -> Callable[[bytes], bytes]:
    """A body whose JSON has been changed in place, or replaced where ``change`` gives something."""

    def changed(body: bytes) -> bytes:
        data = json.loads(body)
        given = change(data)
        return json.dumps(data if given is None else given).encode()

    return changed


FORGED: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _: b"",
    "cut short": lambda body: body[: len(body) // 2],
    "no JSON": lambda _: b"claimcheck: 1\n",
    "a pickle": lambda _: b"\x80\x04\x8c\x05posix\x94\x8c\x06system\x94\x93\x94\x8c\x02ls\x94\x85\x94R\x94.",
    "no text": lambda body: body.replace(b"Harrow", b"\xff\xfe"),
    "two values": lambda body: body + body,
    "endless lists": lambda _: b"[" * 200_000,
    "endless objects": lambda _: b'{"statement":' * 200_000,
    "an endless number": lambda body: body.replace(b'"2026-11-04"', b"9" * 10_000),
    "not a number": lambda _: b"NaN",
    "null": lambda _: b"null",
    "a list": lambda _: b"[]",
    "an empty object": lambda _: b"{}",
    "an unknown key": with_value(lambda data: data.update(colour="red")),
    "a source": with_value(lambda data: data.update(source="/etc/passwd")),
    "no concepts": with_value(lambda data: data.pop("concepts") and None),
    "no claims": with_value(lambda data: data.update(claims=[])),
    "a claim too few keys": with_value(lambda data: data["claims"][0].pop("says") and None),
    "a claim too many keys": with_value(lambda data: data["claims"][0].update(verdict="supported")),
    "a claim that is a text": with_value(lambda data: data["claims"].append("it stays")),
    "claims by name": with_value(lambda data: data.update(claims={"a": data["claims"][0]})),
    "a number for a text": with_value(lambda data: data["claims"][0].update(says=1)),
    "null for a text": with_value(lambda data: data["claims"][0].update(quote=None)),
    "a text for a list": with_value(lambda data: data["claims"][0].update(about="Harrow")),
    "a number in a list": with_value(lambda data: data["entities"][0].update(aliases=[1])),
    "an unknown voice": with_value(lambda data: data["claims"][0].update(voice="shouted")),
    "a list for a voice": with_value(lambda data: data["claims"][0].update(voice=["quoted"])),
    "true for a date": with_value(lambda data: data["statement"].update(date=True)),
    "examples in a list": with_value(lambda data: data["claims"][0].update(examples=[[], [], []])),
}


@pytest.mark.parametrize("name", FORGED)
def test_an_odd_entry_counts_for_nothing_and_is_mended(name: str, folder: Path) -> None:
    expected = load_claims(HARROW)
    entry = only_entry(folder)
    good = entry.read_bytes()
    body = good.partition(b"\n")[2]
    forge(entry, body)
    assert entry.read_bytes() == good
    forge(entry, FORGED[name](body))
    with Cache() as kept:
        assert kept.find(GOOD) is None
    assert load_claims(HARROW) == expected
    assert only_entry(folder).read_bytes() == good


def test_an_entry_of_another_text_counts_for_nothing(folder: Path, tmp_path: Path) -> None:
    load_claims(HARROW)
    entry = only_entry(folder)
    other = tmp_path / "other.yaml"
    other.write_text(GOOD.replace("will keep", "will not keep"), encoding="utf-8")
    expected = load_claims(other)
    (theirs,) = set(folder.iterdir()) - {entry}
    theirs.write_bytes(entry.read_bytes())
    assert load_claims(other) == expected


@given(st.data())
def test_damage_is_never_believed(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.delenv(SWITCH, raising=False)
        patch.setattr(sys, "platform", "linux")
        patch.setenv("XDG_CACHE_HOME", home)
        (expected,) = load_claims(HARROW)
        entry = only_entry(Path(home) / "claimcheck")
        whole = bytearray(entry.read_bytes())
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] ^= data.draw(st.integers(1, 255))
        entry.write_bytes(whole)
        with Cache() as kept:
            assert kept.find(GOOD) is None
        assert load_claims(HARROW) == [expected]


def _in_the_way(kind: str, entry: Path, elsewhere: Path) -> None:
    good = entry.read_bytes()
    entry.unlink()
    if kind == "a pipe":
        os.mkfifo(entry)
    elif kind == "a folder":
        entry.mkdir()
    elif kind == "a link":
        elsewhere.write_bytes(good)
        entry.symlink_to(elsewhere)
    elif kind == "a link to itself":
        entry.symlink_to(entry)
    elif kind == "far too long":
        forge(entry, good.partition(b"\n")[2] + b" " * 8_000_000)
    else:
        entry.write_bytes(good)
        entry.chmod(0o606)


@OWNED
@pytest.mark.parametrize(
    "kind",
    ["a pipe", "a folder", "a link", "a link to itself", "far too long", "for all to write"],
)
def test_what_is_no_entry_is_not_read(kind: str, folder: Path, tmp_path: Path) -> None:
    expected = load_claims(HARROW)
    _in_the_way(kind, only_entry(folder), tmp_path / "elsewhere")
    with Cache() as kept:
        assert kept.find(GOOD) is None
    assert load_claims(HARROW) == expected
    assert only_entry(folder).name.endswith(".json")


@OWNED
@pytest.mark.parametrize("kind", ["group", "all", "link", "file", "another user"])
def test_a_folder_that_is_not_private_is_neither_read_nor_written(
    kind: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = load_claims(HARROW)
    kept = only_entry(folder)
    if kind in ("group", "all"):
        folder.chmod(0o770 if kind == "group" else 0o707)
    elif kind == "link":
        folder.rename(tmp_path / "elsewhere")
        folder.symlink_to(tmp_path / "elsewhere")
    elif kind == "file":
        kept.unlink()
        folder.rmdir()
        folder.write_text("")
    else:
        user = os.geteuid() + 1
        monkeypatch.setattr(os, "geteuid", lambda: user)
    with Cache() as opened:
        assert opened.find(GOOD) is None
    before = set(tmp_path.rglob("*"))
    assert load_claims(HARROW) == expected
    load_shipped()
    assert set(tmp_path.rglob("*")) == before


def test_the_switch(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "1")
    assert load_claims(HARROW)
    assert not folder.exists()
    monkeypatch.setenv(SWITCH, "")
    assert load_claims(HARROW)
    assert only_entry(folder)


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/var/mine", "HOME": "/home/a"}, "/var/mine/claimcheck"),
        ("linux", {"XDG_CACHE_HOME": "mine", "HOME": "/home/a"}, "/home/a/.cache/claimcheck"),
        ("linux", {"XDG_CACHE_HOME": "", "HOME": "/home/a"}, "/home/a/.cache/claimcheck"),
        ("linux", {"XDG_CACHE_HOME": "", "HOME": "here"}, None),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Caches/claimcheck"),
        ("win32", {"LOCALAPPDATA": "/Users/a/Local"}, "/Users/a/Local/claimcheck"),
        ("win32", {"LOCALAPPDATA": ""}, None),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the paths are those of Unix")
def test_where_it_lies(
    platform: str,
    variables: dict[str, str],
    expected: str | None,
    folder: Path,  # noqa: ARG001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    found = cache._usual_folder()
    assert found == (Path(expected) if expected else None)


def test_a_home_that_cannot_be_written_is_no_error(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "caches").write_text("a file where the folder should be")
    assert load_claims(HARROW)
    assert not folder.exists()
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", str(tmp_path / "caches"))
    assert load_claims(HARROW)
    monkeypatch.setenv("HOME", "nowhere")
    assert load_claims(HARROW)


def test_a_full_disk_is_no_error_and_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    expected = load_claims(HARROW)
    only_entry(folder).unlink()
    monkeypatch.setattr(Path, "replace", full)
    assert load_claims(HARROW) == expected
    assert list(folder.iterdir()) == []


def test_the_oldest_entries_go(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = []
    for number in range(4):
        path = tmp_path / f"{number}.yaml"
        path.write_text(GOOD.replace("harrow-winter", f"harrow-{number}"), encoding="utf-8")
        load_claims(path)
        (new,) = set(folder.iterdir()) - set(entries)
        entries.append(new)
        os.utime(new, (1_000_000 - number, 1_000_000 - number))  # the first is the youngest
    left = folder / f"x.1{cache._UNFINISHED}"  # by a run that was killed
    left.write_bytes(b"")
    os.utime(left, (1, 1))
    (folder / "notes.txt").write_text("not ours")
    monkeypatch.setattr(cache, "MAX_BYTES", 3 * entries[0].stat().st_size)
    load_claims(HARROW)  # its entry is some bytes longer than those of the others
    (new,) = {entry for entry in folder.iterdir() if entry.suffix == ".json"} - set(entries)
    assert {entry.name for entry in folder.iterdir()} == {new.name, entries[0].name, "notes.txt"}


TEXTS = st.text(max_size=8)
LISTS = st.lists(TEXTS, max_size=2).map(tuple)
STATEMENTS = st.builds(
    Statement, TEXTS, TEXTS, st.none() | TEXTS, st.none() | TEXTS, st.none() | TEXTS, LISTS
)
CLAIMS = st.builds(
    Claim,
    TEXTS,
    TEXTS,
    TEXTS,
    st.sampled_from(VOICES),
    LISTS,
    LISTS,
    LISTS,
    LISTS,
    st.builds(Examples, LISTS, LISTS, LISTS),
    LISTS,
)
ANY_RULESET = st.builds(
    RuleSet,
    STATEMENTS,
    st.lists(CLAIMS, min_size=1, max_size=2).map(tuple),
    st.lists(st.builds(Entity, TEXTS, LISTS, LISTS), max_size=2).map(tuple),
    st.lists(st.builds(Concept, TEXTS, LISTS, LISTS), max_size=2).map(tuple),
)


@given(ANY_RULESET, st.text(st.characters(), max_size=20))
def test_what_is_kept_is_found_as_it_was(ruleset: RuleSet, text: str) -> None:
    with tempfile.TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.delenv(SWITCH, raising=False)
        patch.setattr(sys, "platform", "linux")
        patch.setenv("XDG_CACHE_HOME", home)
        with Cache() as kept:
            assert kept.find(text) is None
            kept.keep(text, ruleset)
            assert kept.find(text) == ruleset
        with Cache() as kept:
            assert kept.find(text) == ruleset
            assert kept.find(text + " ") is None


def test_half_a_character_is_not_kept(folder: Path) -> None:
    (ruleset,) = load_claims(HARROW)
    halves = Concept("\ud83d\ude00")
    with Cache() as kept:
        kept.keep("halves", RuleSet(ruleset.statement, ruleset.claims, concepts=(halves,)))
        assert kept.find("halves") is None
    assert only_entry(folder)  # that of the file
