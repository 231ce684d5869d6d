"""The programs in examples/columns print what the README there shows, and docs/engines.md is true."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.engines.java import needs_java

from claimcheck.engines.columns import FIELDS

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
PAGE = (ROOT / "docs" / "engines.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| (\w+) \| (\w+) \|", PAGE, re.MULTILINE)


def shown(program: str) -> str:
    """What the README of the examples says that a program prints."""
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    return readme.split(f"$ python {program}\n")[1].split("```")[0].strip()


@pytest.mark.parametrize(
    ("program", "engine"),
    [
        ("columns/with_polars.py", "polars"),
        pytest.param("columns/with_spark.py", "pyspark", marks=needs_java),
    ],
)
def test_the_programs(program: str, engine: str) -> None:
    pytest.importorskip(engine, reason=f"{engine} is not installed (make test-extras installs it)")
    env = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, str(EXAMPLES / program)]
    ran = subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == shown(program)


def test_the_polars_program_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("polars", reason="Polars is not installed (make test-extras installs it)")
    monkeypatch.chdir(ROOT)
    (program,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    exec(compile(program, "docs/engines.md", "exec"), {})


def test_the_page_names_every_field() -> None:
    assert tuple(name for name, _, _ in ROWS) == FIELDS


def test_the_page_tells_the_types_of_polars() -> None:
    pytest.importorskip("polars", reason="Polars is not installed (make test-extras installs it)")
    from claimcheck.engines.polars import DTYPE

    assert {name: str(dtype) for name, dtype in DTYPE.to_schema().items()} == {
        name: dtype for name, dtype, _ in ROWS
    }


def test_the_page_tells_the_types_of_spark() -> None:
    for package in ("pandas", "pyspark"):
        pytest.importorskip(package, reason=f"{package} is not installed (make test-extras installs it)")
    from claimcheck.engines.spark import DDL

    assert ", ".join(f"{name} {kind}" for name, _, kind in ROWS) == DDL


def test_links_of_the_page_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", PAGE)
    assert links
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
