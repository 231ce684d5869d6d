"""Which claims/ folder holds where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.rulesets.discover import discover_claims

GOOD = (Path(__file__).parent / "data" / "harrow.yaml").read_text(encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    (home / "desk" / "drafts" / "may").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return home


def _claims(folder: Path, text: str = GOOD, name: str = "a.yaml") -> Path:
    (folder / "claims").mkdir(parents=True, exist_ok=True)
    (folder / "claims" / name).write_text(text, encoding="utf-8")
    return folder / "claims"


def test_here_and_above(home: Path) -> None:
    found = _claims(home / "desk")
    for folder in ("desk", "desk/drafts", "desk/drafts/may"):
        assert discover_claims(home / folder) == found.resolve()


def test_the_nearest_wins(home: Path) -> None:
    _claims(home / "desk")
    nearest = _claims(home / "desk" / "drafts")
    assert discover_claims(home / "desk" / "drafts" / "may") == nearest.resolve()


def test_the_home_folder_is_the_last(home: Path) -> None:
    _claims(home.parent)
    assert discover_claims(home / "desk") is None
    found = _claims(home)
    assert discover_claims(home / "desk") == found.resolve()


def test_the_git_root_is_the_last(home: Path) -> None:
    _claims(home)
    (home / "desk" / ".git").mkdir()
    assert discover_claims(home / "desk" / "drafts") is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("insurance.yaml", "policy: 12\n"),
        ("notes.txt", "claimcheck: 1\n"),
        ("deep.yaml", "x:\n  claimcheck: 1\n"),
    ],
)
def test_a_stranger_of_the_same_name_is_passed_over(home: Path, name: str, text: str) -> None:
    above = _claims(home)
    _claims(home / "desk", text, name)
    assert discover_claims(home / "desk") == above.resolve()


def test_a_broken_rule_set_is_still_ours(home: Path) -> None:
    found = _claims(home / "desk", "# mine\nclaimcheck: 1\nclaims: [\n")
    assert discover_claims(home / "desk") == found.resolve()


def test_a_file_named_claims_and_nothing_at_all(home: Path) -> None:
    (home / "desk" / "claims").write_text("claimcheck: 1", encoding="utf-8")
    assert discover_claims(home / "desk") is None


@pytest.mark.parametrize(("method", "locked"), [("iterdir", "claims"), ("open", "claims/a.yaml")])
def test_rules_that_cannot_be_read_are_told_of(
    home: Path, monkeypatch: pytest.MonkeyPatch, method: str, locked: str
) -> None:
    _claims(home)
    usual = getattr(Path, method)

    def refuse(path: Path, *args: Any, **options: Any) -> Any:
        if path == (home / locked).resolve():
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path, *args, **options)

    monkeypatch.setattr(Path, method, refuse)
    with pytest.raises(ClaimcheckError, match=f"{locked}: cannot be read .Permission denied.; fix: "):
        discover_claims(home)
