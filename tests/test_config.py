# ruff: noqa: E501 - a case a line
"""Settings: where they are found, what they may say, and how mistakes in them are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.config import Config, discover_config, find_config, load_config
from claimcheck.errors import ClaimcheckError, LocatedError

FULL = """\
claims = ["claims", "extra.yaml"]
include = ["*.md"]
exclude = "drafts/old/**"
fail-on = "not-addressed"
strict-quotes = true
min-score = 0.9

[severity]
not-sold = "warning"
price = "off"
"""


def test_every_key_is_read(tmp_path: Path) -> None:
    path = tmp_path / ".claimcheck.toml"
    path.write_text(FULL)
    assert load_config(path) == Config(
        path=path.resolve(),
        claims=(str(tmp_path.resolve() / "claims"), str(tmp_path.resolve() / "extra.yaml")),
        include=("*.md",),
        exclude=("drafts/old/**",),
        fail_on="not_addressed",
        strict_quotes=True,
        min_score=0.9,
        severity={"not-sold": "warning", "price": "off"},
    )
    assert load_config(path).folder == tmp_path.resolve()


def test_a_pyproject_holds_a_section(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(
        '[project]\nname = "x"\n[tool.claimcheck]\nfail-on = "never"\n[tool.claimcheck.severity]\na = "off"\n'
    )
    config = load_config(path)
    assert (config.fail_on, config.severity) == ("never", {"a": "off"})


def test_the_nearest_file_with_a_section_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_config(deep) is None
    (tmp_path / ".claimcheck.toml").write_text("")
    (tmp_path / "a" / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert find_config(deep) == (tmp_path / ".claimcheck.toml").resolve()
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.claimcheck]\n")
    assert find_config(deep) == (tmp_path / "a" / "pyproject.toml").resolve()
    (tmp_path / "a" / ".claimcheck.toml").write_text("")
    assert find_config(deep) == (tmp_path / "a" / ".claimcheck.toml").resolve()
    assert discover_config(deep).path == (tmp_path / "a" / ".claimcheck.toml").resolve()


def test_the_search_ends_at_the_root_of_the_checkout_and_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".claimcheck.toml").write_text("")
    repo = tmp_path / "repo"
    (repo / ".git").mkdir(parents=True)
    (repo / "in").mkdir()
    assert find_config(repo / "in") is None
    home = tmp_path / "home"
    (home / "in").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    assert find_config(home / "in") is None
    assert discover_config(home / "in") == Config()


MISTAKES = [
    ("fial-on = 'never'", "1:1: unknown key 'fial-on'\n    fial-on = 'never'\n    ^^^^^^^\n  fix: did you mean 'fail-on'?"),
    ("\nstrict_quotes = true", "2:1: unknown key 'strict_quotes'\n    strict_quotes = true\n    ^^^^^^^^^^^^^\n  fix: did you mean 'strict-quotes'?"),
    ("zzz = 1", "1:1: unknown key 'zzz'\n    zzz = 1\n    ^^^\n  fix: known keys: claims, exclude, fail-on, include, min-score, severity, strict-quotes"),
    ("fail-on = 'sometimes'", "1:1: 'fail-on' must be one of contradicted, not-addressed, never\n    fail-on = 'sometimes'\n    ^^^^^^^"),
    ("claims = 3", "1:1: 'claims' must be a text or a list of texts\n    claims = 3\n    ^^^^^^"),
    ("include = ['']", "1:1: 'include' must be a text or a list of texts\n    include = ['']\n    ^^^^^^^"),
    ("strict-quotes = 'yes'", "1:1: 'strict-quotes' must be true or false\n    strict-quotes = 'yes'\n    ^^^^^^^^^^^^^"),
    ("min_score = 0.9", "1:1: unknown key 'min_score'\n    min_score = 0.9\n    ^^^^^^^^^\n  fix: did you mean 'min-score'?"),
    *(
        (f"min-score = {value}", f"1:1: 'min-score' must be a number from 0 to 1\n    min-score = {value}\n    ^^^^^^^^^")
        for value in ("90", "-0.1", "1.01", "nan", "inf", "true", "'0.9'", "[0.9]")
    ),
    ("[severity]\nx = 'fatal'", "2:1: the severity of 'x' must be one of error, warning, off\n    x = 'fatal'\n    ^"),
    ("severity = 'off'", "1:1: 'severity' must be a table of claim ids\n    severity = 'off'\n    ^^^^^^^^"),
    ("claims = [", "1:11: not valid TOML: "),
    ("a = 1\na = 2", "2:6: not valid TOML: "),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_mistakes_are_told_with_their_place(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / ".claimcheck.toml"
    path.write_text(text)
    with pytest.raises(LocatedError) as caught:
        load_config(path)
    told = str(caught.value)
    assert told.startswith(f"{path}:{message}")
    assert message.endswith(": ") or told == f"{path}:{message}"


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / ".claimcheck.toml"
    path.write_text("zzz = 1\nfail-on = 2\nclaims = 3\n")
    with pytest.raises(LocatedError) as caught:
        load_config(path)
    assert [problem.line for problem in caught.value.problems] == [1, 2, 3]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match=r"no\.toml: cannot be read"):
        load_config(tmp_path / "no.toml")
    (tmp_path / "x.toml").write_bytes(b"claims = '\xff'")
    with pytest.raises(ClaimcheckError, match=r"x\.toml:1:11: byte 0xff"):
        load_config(tmp_path / "x.toml")
    (tmp_path / "deep.toml").write_text("a = " + "[" * 10_000)
    with pytest.raises(LocatedError, match="not valid TOML"):
        load_config(tmp_path / "deep.toml")
