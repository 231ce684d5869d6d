"""Rows are written as a whole, and files appear when they are whole."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError
from claimcheck.reports.part import growing, part_of
from claimcheck.reports.whole import write_whole


class Bounded(io.BytesIO):
    """A file on a disk of ``room`` bytes, which takes ``step`` bytes at a time and is busy now and then."""

    def __init__(self, room: int, step: int) -> None:
        super().__init__()
        self.room = room
        self.step = step
        self.calls = 0

    def write(self, data: bytes, /) -> int | None:  # type: ignore[override]
        self.calls += 1
        if self.calls % 3 == 0:
            return None
        left = self.room - self.tell()
        if not left:
            raise OSError("full")
        return super().write(data[: min(self.step, left)])


@given(st.lists(st.binary(min_size=1, max_size=9), max_size=8), st.integers(0, 40), st.integers(1, 9))
def test_a_full_disk_holds_whole_rows(rows: list[bytes], room: int, step: int) -> None:
    file = Bounded(room, step)
    written = []
    try:
        for row in rows:
            write_whole(file, row)
            written.append(row)
    except OSError:
        assert len(b"".join(written)) <= room < len(b"".join(rows))
    else:
        assert written == rows
    assert file.getvalue() == b"".join(written)


def grow(path: Path, data: bytes, *, go_on: bool = False, fail: bool = False) -> None:
    with growing(str(path), go_on=go_on) as file:
        write_whole(file, data)
        assert Path(str(file.name)).read_bytes().endswith(data)
        if fail:
            raise KeyboardInterrupt


def test_a_part_stays_and_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"old")
    path.chmod(0o640)
    for data, go_on in ((b"lost\n", False), (b"1\n", False), (b"2\n", True)):
        with pytest.raises(KeyboardInterrupt):
            grow(path, data, go_on=go_on, fail=True)
        assert path.read_bytes() == b"old"
    assert Path(part_of(str(path))).read_bytes() == b"1\n2\n"
    grow(path, b"3\n", go_on=True)
    assert path.read_bytes() == b"1\n2\n3\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_an_empty_part_does_not_stay(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        grow(tmp_path / "out", b"", fail=True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_grows_beside_what_a_link_points_to(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there" / "out")
    assert part_of(str(tmp_path / "link")) == str(tmp_path / "there" / "out.part")
    grow(tmp_path / "link", b"1\n")
    assert (tmp_path / "there" / "out").read_bytes() == b"1\n"
    assert (tmp_path / "link").is_symlink()


@pytest.mark.parametrize("path", ["no/such/folder", ".", "", "a\0b"])
def test_what_cannot_be_written(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ClaimcheckError, match="cannot be written"):
        grow(Path(path) if path else Path(), b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_device_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with growing(os.devnull, go_on=False) as file:
        write_whole(file, b"x")
    with pytest.raises(ClaimcheckError, match=r"/dev/full: cannot be written .No space left"):
        grow(Path("/dev/full"), b"x")
    assert list(tmp_path.iterdir()) == []
