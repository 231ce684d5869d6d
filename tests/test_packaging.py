"""What a user installs: one wheel with the shipped rule set and every data file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from tests.conftest import asks_index

from claimcheck import Checker

ROOT = Path(__file__).parent.parent
SHIPPED = "claims/microsoft-openai.yaml"
SAMPLE = ROOT / "bench" / "sample-headlines.txt"
BIN = "Scripts" if os.name == "nt" else "bin"


def pip(fresh: Path, *words: str) -> None:
    """Run the pip of a virtual environment, which must succeed."""
    ran = subprocess.run([fresh / "python", "-m", "pip", *words], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of this checkout."""
    pytest.importorskip("hatchling", reason="the build backend is not installed")
    folder = tmp_path_factory.mktemp("dist")
    code = "import hatchling.build as b, sys; b.build_wheel(sys.argv[1]); b.build_sdist(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, check=True, capture_output=True)
    return folder


def test_the_wheel_carries_the_rule_set_once_and_all_data(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    assert wheel.name.startswith("claimcheck_news-")
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if name.endswith("microsoft-openai.yaml")] == [f"claimcheck/{SHIPPED}"]
    package = ROOT / "src"
    files = [path for path in (package / "claimcheck").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert {path.relative_to(package).as_posix() for path in files} <= set(names)


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """The folder with the programs of a new virtual environment that holds nothing but pip."""
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "fresh")], check=True, capture_output=True)
    return tmp_path / "fresh" / BIN


def answer(fresh: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """What the installed command says of a headline in an empty folder of an empty home."""
    folder.mkdir()
    env = {**os.environ, "HOME": str(folder)}
    env.pop("PYTHONPATH", None)
    asked = [fresh / "claimcheck", "check", "-f", "json", "Microsoft walks away from OpenAI"]
    return subprocess.run(asked, env=env, cwd=folder, capture_output=True, text=True, encoding="utf-8")


def install_alone(fresh: Path, wheel: Path) -> Path:
    """Install ``wheel`` with the dependencies of this environment, so that nothing is asked of the network;
    the folder that it is in."""
    pip(fresh, "install", "--no-index", "--no-deps", str(wheel))
    (site,) = (fresh.parent).rglob("site-packages")
    borrowed = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (site / "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    return site


def test_the_installed_wheel_answers_in_an_empty_folder(built: Path, fresh: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    site = install_alone(fresh, wheel)
    ran = answer(fresh, tmp_path / "empty")
    assert ran.returncode == 1, ran.stderr
    result = json.loads(ran.stdout)
    assert (result["verdict"], result["statement_id"]) == ("contradicted", "microsoft-openai")
    where = subprocess.run(
        [fresh / "python", "-c", "import claimcheck; print(claimcheck.__file__)"],
        capture_output=True,
        text=True,
        cwd=tmp_path / "empty",
    )
    assert Path(where.stdout.strip()).is_relative_to(site)


@pytest.mark.skipif(not asks_index(), reason="asks the package index: run make test-extras")
@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"], ids=["wheel", "sdist"])
def test_the_declared_dependencies_are_enough(built: Path, fresh: Path, tmp_path: Path, kind: str) -> None:
    (archive,) = built.glob(kind)
    pip(fresh, "install", str(archive))
    ran = answer(fresh, tmp_path / "empty")
    assert ran.returncode == 1, ran.stderr
    assert '"verdict": "contradicted"' in ran.stdout
    pip(fresh, "check")


@pytest.mark.skipif(not asks_index(), reason="asks the package index: run make test-extras")
@pytest.mark.skipif(not shutil.which("cc"), reason="needs a compiler of C")
def test_the_compiled_wheel_says_the_same(built: Path, fresh: Path, tmp_path: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    env = {**os.environ, "HATCH_BUILD_HOOK_ENABLE_MYPYC": "1"}
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", str(tmp_path), str(sdist)]
    ran = subprocess.run(build, env=env, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (wheel,) = tmp_path.glob("*.whl")
    assert not wheel.name.endswith("-none-any.whl")
    site = install_alone(fresh, wheel)
    assert list((site / "claimcheck" / "judging").glob("judge.*.so"))
    told = subprocess.run(
        [fresh / "claimcheck", "batch", "-f", "jsonl", "--isolated", str(SAMPLE)],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout
    checker = Checker.default()
    texts = SAMPLE.read_text(encoding="utf-8").splitlines()
    interpreted = [checker.check(text).to_dict() for text in texts if text.strip()]
    compiled = [json.loads(row) for row in told.splitlines()]
    assert len(compiled) == len(interpreted)
    assert [{**row, **own} for row, own in zip(compiled, interpreted, strict=True)] == compiled


def test_the_sdist_can_build_the_wheel_again(built: Path, tmp_path: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (tree,) = tmp_path.iterdir()
    code = "import hatchling.build as b; print(b.build_wheel('.'))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=tree, check=True, capture_output=True, text=True)
    again = zipfile.ZipFile(tree / ran.stdout.split()[-1]).namelist()
    (wheel,) = built.glob("*.whl")
    assert sorted(again) == sorted(zipfile.ZipFile(wheel).namelist())


def test_the_version_is_told_once_more_and_the_same() -> None:
    import claimcheck

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == claimcheck.__version__
    assert f"## [{claimcheck.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_name_on_the_index_is_ours() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == "claimcheck-news"
    assert project["scripts"] == {"claimcheck": "claimcheck.cli.main:run"}


def test_what_is_declared_is_what_was_run() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (ROOT / "docs" / "supply-chain.md").read_text(encoding="utf-8")
    runs = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| `make test-")]
    declared = [line.rsplit(" ", 1)[1] for line in project["classifiers"] if "Python :: 3." in line]
    assert declared == sorted({row[1].rpartition(".")[0] for row in runs}, key=lambda text: text.split("."))
    (lowest,) = [row for row in runs if row[0] == "`make test-lowest`"]
    # Typer, rich, rapidfuzz, pyyaml and markdown-it-py, in the order of pyproject.toml.
    bounds = [requirement.partition(">=")[2] for requirement in project["dependencies"]]
    assert [
        version for version, bound in zip(lowest[2:], bounds, strict=True) if not version.startswith(bound)
    ] == []
