"""``claimcheck lint`` from the outside: output, exit codes and options."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Ran

Cli = Callable[..., Ran]
Git = Callable[..., str]

SOLD = "Norfield sells Elmere."
FOUND = """\
{path}:1:1: error: CONTRADICTED by the statement of 2026-02-27  [not-sold]
  1 | Norfield sells Elmere.
    | ^^^^^^^^^^^^^^^^^^^^^^
  claim    Norfield keeps the Elmere reservoir.
  quote    “We keep Elmere” (quoted)
  why      So says the statement.
"""

pytestmark = pytest.mark.usefixtures("fake_engine")


def write(folder: Path, **files: str) -> None:
    """``write(tmp_path, a_md="text")`` writes a.md."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


def test_a_contradicted_sentence_fails(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md=SOLD)
    ran = cli("lint", "a.md")
    assert (ran.code, ran.out) == (1, FOUND.format(path="a.md"))
    assert ran.err == "1 sentence checked in 1 file: 1 contradicted, 0 supported, 0 not addressed\n"


def test_a_clean_draft_passes_in_silence(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md="Norfield keeps Elmere. It rains.")
    ran = cli("lint", "a.md")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "2 sentences checked in 1 file: 0 contradicted, 1 supported, 1 not addressed\n"
    assert cli("lint", "-q", "a.md").err == ""


@pytest.mark.parametrize("text", ["", "\n \n", "```\ncode\n```", "<!-- a -->", "* * *"])
def test_no_prose_is_no_fault(cli: Cli, tmp_path: Path, text: str) -> None:
    write(tmp_path, a_md=text)
    ran = cli("lint", "a.md")
    assert (ran.code, ran.out, ran.err) == (0, "", "0 sentences checked\n")


def test_the_rest_is_judged_where_one_cannot_be_read(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md=SOLD)
    (tmp_path / "b.md").write_bytes(b"caf\xe9")
    ran = cli("lint", "no.md", "b.md", "a.md")
    assert (ran.code, ran.out) == (2, FOUND.format(path="a.md"))
    assert ran.err.startswith(
        "error: no.md: cannot be read (No such file or directory)\n"
        "b.md:1:4: byte 0xe9 is not utf-8 text\n  fix: save the file as UTF-8\n"
    )
    told = json.loads(cli("lint", "no.md", "a.md", "-f", "json").out)
    assert (told["exit_code"], len(told["failures"]), len(told["findings"])) == (2, 1, 1)


@pytest.mark.parametrize(
    ("arguments", "code", "shown"),
    [
        ([], 1, ["error"]),
        (["--fail-on", "never"], 0, ["error"]),
        (["--fail-on", "not-addressed"], 1, ["error", "error"]),
        (["--fail-on", "not_addressed"], 1, ["error", "error"]),
        (["--show", "supported"], 1, ["error", "note"]),
        (["--show", "not-addressed"], 1, ["error", "note"]),
        (["--show", "all"], 1, ["error", "note", "note"]),
        (["--show", "all", "--fail-on", "never"], 0, ["error", "note", "note"]),
    ],
)
def test_what_is_shown_and_what_fails(
    cli: Cli, tmp_path: Path, arguments: list[str], code: int, shown: list[str]
) -> None:
    write(tmp_path, a_md=f"{SOLD} The price at Norfield stays. It rains.")
    ran = cli("lint", "a.md", "-f", "concise", *arguments)
    assert (ran.code, [line.split(": ")[1] for line in ran.out.splitlines()]) == (code, shown)


def test_a_quotation_fails_only_when_asked_to(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md='"Norfield sells Elmere," one blogger wrote.')
    ran = cli("lint", "a.md", "-f", "concise")
    assert ran.code == 0
    assert "warning: CONTRADICTED by the statement of 2026-02-27, but only quoted" in ran.out
    assert cli("lint", "a.md", "--strict-quotes").code == 1
    write(tmp_path, **{".claimcheck_toml": "strict-quotes = true"})
    assert cli("lint", "a.md").code == 1
    assert cli("lint", "a.md", "--isolated").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.md", "--format", "sarf"], "'sarf' is not known. Did you mean 'sarif'?"),
        (["a.md", "--show", "evrything"], "'evrything' is not known."),
        (["a.md", "--fail-on", "contradictd"], "Did you mean 'contradicted'?"),
        (["a.md", "--output-file", "x.sarif"], "not FORMAT=PATH; fix: sarif=claims.sarif"),
        (["a.md", "--output-file", "sarf=x"], "Did you mean 'sarif'?"),
        (["a.md", "--output-file", "sarif=no/x"], "no/x: cannot be written"),
        (["a.md", "--update-baseline"], "--update-baseline needs a file"),
        (["a.md", "--baseline", "no.json"], "no.json: cannot be read"),
        (["a.md", "--config", "no.toml"], "no.toml: cannot be read"),
        (["a.md", "--changed-since", "main"], "no git checkout here"),
        (["a.md", "--strict-quote"], "--strict-quotes"),
        ([], "Missing argument"),
    ],
)
def test_wrong_usage_is_told(cli: Cli, tmp_path: Path, arguments: list[str], message: str) -> None:
    write(tmp_path, a_md="All is well.")
    ran = cli("lint", *arguments)
    assert ran.code == 2
    assert message in " ".join(ran.err.split())
    assert ran.out == ""


def test_files_are_written_besides_the_output(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md=SOLD)
    ran = cli("lint", "a.md", "-f", "concise", "--output-file", "junit=j.xml", "--output-file", "md=sub=m.md")
    assert ran.code == 1
    assert ran.out.startswith("a.md:1:1: error: ")
    assert (tmp_path / "j.xml").read_text().startswith("<?xml")
    assert "### claimcheck" in (tmp_path / "sub=m.md").read_text()


def test_stdin_is_markdown_unless_named(cli: Cli, tmp_path: Path) -> None:
    assert cli("lint", "-", stdin=f"# {SOLD}".encode()).out.startswith("<stdin>:1:3: error")
    ran = cli("lint", "-", "--stdin-filename", "x.html", stdin=f"<p>{SOLD}".encode())
    assert ran.out.startswith("x.html:1:4: error")
    assert cli("lint", "-", "--stdin-filename", "x.html", stdin=b"`Norfield sells Elmere`").code == 1
    assert cli("lint", "-", stdin=b"`Norfield sells Elmere`").code == 0
    empty = cli("lint", "-", stdin=b" \n")
    assert (empty.code, empty.err.splitlines()[0]) == (2, "error: <stdin>: nothing to check")
    write(tmp_path, **{".claimcheck_toml": 'exclude = "old/**"'})
    excluded = cli("lint", "-", "--stdin-filename", "old/x.md", stdin=SOLD.encode())
    assert (excluded.code, excluded.err) == (0, "0 sentences checked\n")


def test_a_folder_is_searched_for_drafts(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "d" / "deep").mkdir(parents=True)
    (tmp_path / "d" / ".hidden").mkdir()
    for name in ("d/b.MD", "d/a.txt", "d/deep/c.html", "d/.hidden/x.md", "d/x.py", "d/.x.md"):
        (tmp_path / name).write_text(SOLD)
    ran = cli("lint", "d", "d/a.txt", "-f", "concise")
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["d/a.txt", "d/b.MD", "d/deep/c.html"]
    (tmp_path / "e").mkdir()
    empty = cli("lint", "e")
    assert (empty.code, empty.err.splitlines()[0][:36]) == (2, "error: e: no draft in this folder (.")


def test_what_git_ignores_is_left_out(cli: Cli, git: Git, tmp_path: Path) -> None:
    (tmp_path / "d" / "out").mkdir(parents=True)
    write(tmp_path, **{".gitignore": "out/\n"})
    (tmp_path / "d" / "ä.md").write_text(SOLD)
    (tmp_path / "d" / "out" / "b.md").write_text(SOLD)
    assert "## main" not in git("status", "--short")
    ran = cli("lint", "d", "-f", "concise")
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["d/ä.md"]
    named = cli("lint", "d/out/b.md", "-f", "concise")
    assert named.out.startswith("d/out/b.md:1:1")


def test_include_and_exclude_hold_for_named_files_too(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md=SOLD, b_md=SOLD, c_txt=SOLD)
    write(tmp_path, **{".claimcheck_toml": 'include = ["*.md"]\nexclude = ["b.*"]'})
    ran = cli("lint", "a.md", "b.md", "c.txt", "-f", "concise")
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["a.md"]
    none = cli("lint", "b.md")
    assert (none.code, none.err) == (0, "0 sentences checked\n")
    assert cli("lint", ".", "--exclude", "a.md").code == 0


def test_claims_come_from_the_settings(cli: Cli, tmp_path: Path, fake_engine: list[list[str] | None]) -> None:
    write(tmp_path, a_md="All is well.", **{".claimcheck_toml": 'claims = "set.yaml"'})
    cli("lint", "a.md")
    cli("lint", "a.md", "--claims", "x.yaml")
    cli("lint", "a.md", "--isolated")
    assert fake_engine == [[str(tmp_path.resolve() / "set.yaml")], ["x.yaml"], None]


def test_named_settings_stand_in_the_place_of_the_nearest(
    cli: Cli, tmp_path: Path, fake_engine: list[list[str] | None]
) -> None:
    write(tmp_path, a_md="All is well.", other_toml="", **{".claimcheck_toml": 'claims = "set.yaml"'})
    cli("lint", "a.md", "--config", "other.toml")
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "x.yaml").write_text("claimcheck: 1\n")
    cli("lint", "a.md", "--config", "other.toml")
    assert fake_engine == [None, [str(tmp_path.resolve() / "claims")]]


def test_a_deleted_folder_is_told(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    ran = cli("lint", "a.md")
    monkeypatch.chdir(tmp_path)
    assert (ran.code, ran.err[:43]) == (2, "error: the current folder has been deleted;")


def test_severity_comes_from_the_settings_and_a_slip_in_it_is_told(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md=SOLD, **{".claimcheck_toml": '[severity]\nnot-sold = "off"\nnot-sole = "off"'})
    ran = cli("lint", "a.md")
    assert ran.code == 0
    assert "warning: severity of a claim that is not there: 'not-sole' is not known" in ran.err
    assert "Did you mean 'not-sold'?" in ran.err


def test_a_mistake_in_the_settings_ends_the_run(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md=SOLD, **{".claimcheck_toml": "fial-on = 1"})
    ran = cli("lint", "a.md")
    assert (ran.code, ran.out) == (2, "")
    assert ".claimcheck.toml:1:1: unknown key 'fial-on'" in ran.err


def test_only_what_changed_is_judged(cli: Cli, git: Git, tmp_path: Path) -> None:
    write(tmp_path, old_md=SOLD, edited_md="All is well.")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    write(tmp_path, edited_md=SOLD, new_md=SOLD)
    ran = cli("lint", ".", "--changed-since", "HEAD", "-f", "concise")
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["edited.md", "new.md"]
    unchanged = cli("lint", "old.md", "--changed-since", "main")
    assert (unchanged.code, unchanged.err) == (0, "0 sentences checked\n")
    unknown = cli("lint", ".", "--changed-since", "--output=x")
    assert (unknown.code, "git knows no revision '--output=x'" in unknown.err) == (2, True)


def test_what_others_changed_meanwhile_is_not_judged(cli: Cli, git: Git, tmp_path: Path) -> None:
    write(tmp_path, a_md="All is well.", b_md="All is well.")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    git("checkout", "-q", "-b", "mine")
    write(tmp_path, a_md=SOLD)
    git("commit", "-q", "-a", "-m", "mine")
    git("checkout", "-q", "main")
    write(tmp_path, b_md="Another text.")
    git("commit", "-q", "-a", "-m", "theirs")
    git("checkout", "-q", "mine")
    ran = cli("lint", ".", "--changed-since", "main", "-f", "json")
    assert json.loads(ran.out)["summary"]["files"] == 1


def test_a_baseline_lets_old_findings_pass_and_no_new_ones(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md=f"{SOLD}\n\nThe price at Norfield rises.", b_md=SOLD)
    first = cli("lint", "a.md", "b.md", "--baseline", "known.json", "--update-baseline")
    assert (first.code, first.err.splitlines()[0]) == (0, "known.json: 3 findings kept as known")
    again = cli("lint", "a.md", "b.md", "--baseline", "known.json")
    assert (again.code, again.out) == (0, "")
    assert "3 in the baseline" in again.err
    # Moved, re-wrapped and in other quotes it is still the same sentence; a second one is not.
    write(tmp_path, a_md="New first.\n\n**Norfield\nsells Elmere.**\n\nNorfield sells Elmere.")
    moved = cli("lint", "a.md", "--baseline", "known.json", "-f", "concise")
    assert (moved.code, moved.out.count("\n"), moved.out[:9]) == (1, 1, "a.md:6:1:")
    # Under another path it is another finding.
    write(tmp_path, c_md=SOLD)
    assert cli("lint", "c.md", "--baseline", "known.json").code == 1


def test_updating_keeps_what_was_not_looked_at(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md=SOLD, b_md=SOLD, c_md=SOLD)
    cli("lint", ".", "--baseline", "known.json", "--update-baseline")
    write(tmp_path, a_md="All is well.")
    (tmp_path / "c.md").unlink()
    cli("lint", "a.md", "--baseline", "known.json", "--update-baseline")
    entries = json.loads((tmp_path / "known.json").read_text())["findings"]
    assert [one["path"] for one in entries] == ["b.md"]
    assert cli("lint", "b.md", "--baseline", "known.json").code == 0


def test_a_baseline_is_not_written_over_what_could_not_be_read(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md=SOLD)
    ran = cli("lint", "a.md", "no.md", "--baseline", "known.json", "--update-baseline")
    assert ran.code == 2
    assert not (tmp_path / "known.json").exists()


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 9, "findings": []}', '{"version": 1, "findings": [3]}']
)
def test_a_file_that_is_no_baseline_is_refused(cli: Cli, tmp_path: Path, text: str) -> None:
    write(tmp_path, a_md=SOLD, known_json=text)
    ran = cli("lint", "a.md", "--baseline", "known.json")
    assert (ran.code, ran.err[:12]) == (2, "error: known")


def test_a_baseline_holds_in_every_folder_of_the_checkout(
    cli: Cli, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert git("status", "--short") == ""
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.md").write_text(SOLD)
    cli("lint", "d", "--baseline", "known.json", "--update-baseline")
    monkeypatch.chdir(tmp_path / "d")
    assert cli("lint", "a.md", "--baseline", "../known.json").code == 0


def test_suppressions_are_told(cli: Cli, tmp_path: Path) -> None:
    write(
        tmp_path,
        a_md=f"{SOLD} <!-- claimcheck: ignore[not-sold] agreed -->\n\nFine. <!-- claimcheck: ignore -->",
    )
    ran = cli("lint", "a.md", "-f", "concise")
    assert ran.code == 0
    assert ran.out == "a.md:3:7: warning: 'ignore' suppresses nothing [unused-suppression]\n"
    assert ran.err.endswith("0 supported, 1 not addressed, 1 suppressed\n")


def test_coverage_tells_what_a_draft_misses(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md=SOLD)
    ran = cli("lint", "a.md", "--coverage")
    assert ran.out.endswith(
        "Coverage: 0 of 2 claims right, 1 wrong, 0 mentioned, 1 missing\n"
        "  wrong    Norfield keeps the Elmere reservoir.  [not-sold]\n"
        "  missing  The price of water stays as it is.  [price-unchanged]\n"
    )
    told = json.loads(cli("lint", "a.md", "--coverage", "-f", "json").out)
    assert [one["status"] for one in told["coverage"]] == ["wrong", "missing"]
    assert "Coverage: 0 of 2" in cli("lint", "a.md", "--coverage", "-f", "sarif").err


def test_escape_sequences_of_a_draft_never_reach_the_terminal(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, a_md="Norfield \x1b[31m sells [red]Elmere[/red] \u202e.")
    for name in ("full", "concise", "md", "github", "json", "junit"):
        ran = cli("lint", "a.md", "-f", name)
        assert b"\x1b" not in ran.raw
        assert "\u202e" not in ran.out
    assert "[red]Elmere[/red]" in cli("lint", "a.md", "--color", "always").out
