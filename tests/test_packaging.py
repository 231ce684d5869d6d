"""What a user installs: one wheel with the shipped rule set and every data file."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHIPPED = "claims/microsoft-openai.yaml"


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


def test_the_wheel_works_from_anywhere(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = (
        "import sys; sys.argv = ['claimcheck', 'check', '-f', 'json', 'Microsoft walks away from OpenAI'];"
        "import claimcheck; assert claimcheck.__file__.startswith(sys.path[0]), claimcheck.__file__;"
        "from claimcheck.cli.main import run; run()"
    )
    (tmp_path / "empty").mkdir()
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "HOME": str(tmp_path / "empty")}
    launch = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); {code}"
    ran = subprocess.run(
        [sys.executable, "-I", "-c", launch], env=env, cwd=tmp_path / "empty", capture_output=True, text=True
    )
    assert '"statement_id": "microsoft-openai"' in ran.stdout, ran.stderr
    assert ran.returncode in (0, 1)


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
