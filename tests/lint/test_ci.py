"""The ways into other people's pipelines: the action's own script, the pre-commit hook, the docs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from claimcheck.config import load_config

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step.get("name"): step for step in ACTION["runs"]["steps"]}
LINT = STEPS["Check the drafts"]

SOLD = "Norfield sells Elmere."

# The command with the engine of a few words; its config and options are the real ones. It prints the
# claims it was given, as they are at that time.
SHIM = f"""#!{sys.executable}
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from tests.lint.fake import FakeChecker
import claimcheck.cli.lint, claimcheck.cli.main
def load(claims, **_):
    for path in claims or ():
        print("claims:", Path(path).read_text().strip())
    return FakeChecker()
claimcheck.cli.lint.load_checker = load
claimcheck.cli.main.run()
"""

Git = Callable[..., str]


class Action:
    """The action's script, run as the runner would run it."""

    def __init__(self, folder: Path, temp: Path) -> None:
        self.folder = folder
        self.temp = temp
        shim = temp / "claimcheck"
        shim.write_text(SHIM)
        shim.chmod(0o755)

    def run(self, base: str = "", **inputs: str) -> tuple[int, str]:
        """Exit code, and stdout with stderr. ``inputs`` as in ``with:``, dashes as underscores."""
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.temp),
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
            "GITHUB_OUTPUT": str(self.temp / "output"),
            "BASE_SHA": base,
            "CLAIMCHECK": str(self.temp / "claimcheck"),
        }
        for name, given in ACTION["inputs"].items():
            environment[f"INPUT_{name.replace('-', '_').upper()}"] = inputs.get(
                name.replace("-", "_"), given["default"]
            )
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", LINT["run"]],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def action(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Action:
    if shutil.which("bash") is None:
        pytest.skip("the action's script needs bash")
    return Action(tmp_path, tmp_path_factory.mktemp("runner"))


def commit(git: Git, message: str) -> str:
    git("add", "-A")
    git("commit", "-q", "-m", message)
    return git("rev-parse", "HEAD").strip()


def test_no_input_is_part_of_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    wanted = {f"INPUT_{name.replace('-', '_').upper()}" for name in ACTION["inputs"]}
    assert wanted == {name for name in LINT["env"] if name.startswith("INPUT_")}
    assert all(name in LINT["run"] for name in wanted)


def test_the_action_annotates_and_sums_up(action: Action, git: Git) -> None:
    (action.folder / "my drafts").mkdir()
    (action.folder / "my drafts" / "a.md").write_text(SOLD)
    (action.folder / "-b.md").write_text(SOLD)
    commit(git, "one")
    code, told = action.run(paths="my drafts\n  ./-b.md\r\n\n", sarif_file="x.sarif")
    assert code == 1
    assert "::error file=my drafts/a.md,line=1," in told
    assert "::error file=-b.md,line=1," in told
    assert "| my drafts/a.md:1:1 | **Contradicted** |" in (action.temp / "summary").read_text()
    assert (action.temp / "output").read_text() == "exit-code=1\n"
    assert (action.folder / "x.sarif").exists()
    assert action.run(paths="my drafts", fail_on="never")[0] == 0


def test_an_input_is_never_run(action: Action, git: Git) -> None:
    (action.folder / "a.md").write_text("All is well.")
    commit(git, "one")
    code, _ = action.run(paths='$(touch pwned); "`touch pwned`"', claims="'; touch pwned; '")
    assert code == 2
    assert not (action.folder / "pwned").exists()


def test_the_base_branch_makes_the_rules(action: Action, git: Git) -> None:
    folder = action.folder
    (folder / "a.md").write_text("All is well.")
    (folder / "claims").mkdir()
    (folder / "claims" / "set.yaml").write_text("base rules")
    (folder / ".claimcheck.toml").write_text('claims = ["claims/set.yaml"]\n')
    base = commit(git, "base")
    (folder / "a.md").write_text(SOLD)
    (folder / "claims" / "set.yaml").write_text("easy rules")
    (folder / ".claimcheck.toml").write_text('claims = ["claims/set.yaml"]\n[severity]\nnot-sold = "off"\n')
    (folder / "pyproject.toml").write_text("[tool.claimcheck]\nfail-on = 'never'\n")
    commit(git, "mine")
    code, told = action.run(base, changed_only="true")
    assert (code, "claims: base rules" in told) == (1, True)
    assert "::error file=a.md,line=1," in told
    assert "::notice title=claimcheck::pyproject.toml is not on the base branch and is not used" in told
    # Afterwards the checkout is as it was.
    assert git("status", "--short") == ""
    assert (folder / "claims" / "set.yaml").read_text() == "easy rules"
    # Without a base (a push) the checkout's own rules hold.
    assert action.run()[0] == 0


def test_named_rules_come_from_the_base_branch_too(action: Action, git: Git) -> None:
    folder = action.folder
    (folder / "rules").mkdir()
    (folder / "rules" / "s.txt").write_text("base statement")
    base = commit(git, "base")
    (folder / "rules" / "s.txt").write_text("other statement")
    (folder / "a.md").write_text(SOLD)
    commit(git, "mine")
    code, told = action.run(base, claims="./rules/s.txt\n")
    assert (code, "claims: base statement" in told) == (1, True)
    assert (folder / "rules" / "s.txt").read_text() == "other statement"


def test_what_a_pull_request_deletes_still_holds(action: Action, git: Git) -> None:
    folder = action.folder
    (folder / ".claimcheck.toml").write_text("fail-on = 'not-addressed'\n")
    base = commit(git, "base")
    (folder / ".claimcheck.toml").unlink()
    (folder / "a.md").write_text("It rains.")
    commit(git, "mine")
    assert action.run(base)[0] == 1
    assert git("status", "--short") == ""


def test_only_changed_drafts_are_checked_where_asked_for(action: Action, git: Git) -> None:
    (action.folder / "old.md").write_text(SOLD)
    base = commit(git, "base")
    (action.folder / "new.md").write_text("All is well.")
    commit(git, "mine")
    assert action.run(base, changed_only="true")[0] == 0
    assert action.run(base)[0] == 1


def test_the_hook_names_what_it_reads() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["types_or"] == ["markdown", "plain-text", "html"]
    assert hook["entry"] == "claimcheck lint"


def test_pre_commit_runs_the_hook(git: Git, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit comes with the 'extras' extra")
    temp = tmp_path_factory.mktemp("hook")
    shim = temp / "claimcheck"
    shim.write_text(SHIM)
    shim.chmod(0o755)
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    # The environment it would build is the one the tests run in.
    local = {**hook, "language": "system", "entry": f"{shim} lint"}
    (tmp_path / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]})
    )
    (tmp_path / "a b.md").write_text(SOLD)
    (tmp_path / "c.py").write_text(f"# {SOLD}\n")
    git("add", ".")
    environment = {**os.environ, "PRE_COMMIT_HOME": str(temp / "home"), "NO_COLOR": "1", "HOME": str(temp)}
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "a b.md:1:1: error: CONTRADICTED" in done.stdout
    assert "c.py" not in done.stdout


DOCS = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", DOCS, re.MULTILINE | re.DOTALL)


def test_the_settings_in_the_docs_are_valid(tmp_path: Path) -> None:
    (block,) = blocks("toml")
    tomllib.loads(block)
    (tmp_path / ".claimcheck.toml").write_text(block)
    assert load_config(tmp_path / ".claimcheck.toml").severity == {"azure-sole-host": "warning"}


def test_the_pipelines_in_the_docs_are_valid() -> None:
    for block in blocks("yaml"):
        assert yaml.safe_load(block)
    (workflow,) = (yaml.safe_load(block) for block in blocks("yaml") if "pull_request" in block)
    (step,) = (step for step in workflow["jobs"]["claimcheck"]["steps"] if "paths" in step["with"])
    assert set(step["with"]) <= set(ACTION["inputs"])


def test_the_options_in_the_docs_exist() -> None:
    from typer.main import get_command

    from claimcheck.cli.main import build

    (command,) = (get_command(build("lint")),)
    group = getattr(command, "commands", None)
    known = {name for param in (group["lint"] if group else command).params for name in param.opts}
    mentioned = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", DOCS))
    assert mentioned <= known
