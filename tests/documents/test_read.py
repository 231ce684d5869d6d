from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimcheck.documents.read import decode, read_text
from claimcheck.errors import ClaimcheckError, LocatedError


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("é😀".encode(), "é😀"),
        (b"\xef\xbb\xbfa", "a"),
        ("\ufeffé\r\nb".encode("utf-16-le"), "é\nb"),
        ("\ufeffé".encode("utf-16-be"), "é"),
        ("\ufeffé".encode("utf-32-le"), "é"),
    ],
)
def test_bytes_become_text(data: bytes, text: str) -> None:
    assert decode(data, "a.md") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"one\r\ntw\xe9", "a.md:2:3: byte 0xe9 is not utf-8 text\n  fix: save the file as UTF-8"),
        ("😀".encode() + b"\xff", "a.md:1:2: byte 0xff is not utf-8 text\n  fix: save the file as UTF-8"),
        (b"a\nbc\0d", "a.md:2:3: a NUL character, so this is not a text file"),
    ],
)
def test_what_is_no_text_is_located(data: bytes, message: str) -> None:
    with pytest.raises(LocatedError) as caught:
        decode(data, "a.md")
    assert str(caught.value) == message


def test_another_encoding_is_read_and_an_unknown_one_named() -> None:
    assert decode(b"caf\xe9", "a.txt", "cp1252") == "café"
    with pytest.raises(ClaimcheckError, match="unknown encoding 'klingon'"):
        decode(b"a", "a.txt", "klingon")


def test_paths_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match=r"no\.md: cannot be read \(No such file or directory\)"):
        read_text(tmp_path / "no.md")
    with pytest.raises(ClaimcheckError, match="a folder, not a file"):
        read_text(tmp_path)
    with pytest.raises(ClaimcheckError, match="cannot be read"):
        read_text("a\0b")
    big = tmp_path / "big.md"
    big.write_text("four")
    assert read_text(big, limit=4) == "four"
    with pytest.raises(ClaimcheckError, match="larger than 3 bytes"):
        read_text(big, limit=3)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"caf\xe9")))
    with pytest.raises(ClaimcheckError, match="<stdin>:1:4"):
        read_text("-")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"hello\r\n")))
    assert read_text("-") == "hello\n"
