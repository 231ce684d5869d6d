"""docs/licences.md lists every package that an installation brings, with the licence that it declares."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from scripts import licences
from tests.conftest import asks_index

ROOT = Path(__file__).parent.parent


def listed(extra: str) -> set[tuple[str, str]]:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {extra or 'claimcheck'}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+) \|", section, re.MULTILINE)) - {
        ("package", "licence")
    }


@pytest.mark.parametrize("extra", licences.SETS, ids=lambda extra: extra or "claimcheck")
def test_the_page_lists_what_is_installed(extra: str) -> None:
    try:
        rows = licences.dependencies(extra)
    except PackageNotFoundError as error:
        pytest.skip(f"the extra {extra} is not installed: {error}")
    installed = {(row.name, row.licence) for row in rows}
    missing = installed - listed(extra) - listed("")
    assert not missing, f"run python scripts/licences.py and copy its tables to docs/licences.md: {missing}"
    if asks_index():  # older versions need other packages: only the newest can tell that a row is too much
        assert listed(extra) <= installed


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ("License-Expression: Apache-2.0 OR BSD-2-Clause\nLicense: whatever", "Apache-2.0 OR BSD-2-Clause"),
        ("License: MIT", "MIT"),
        ("License: BSD License", "BSD"),
        ("Classifier: License :: OSI Approved :: ISC License (ISCL)", "ISC"),
        (
            "License: "
            + "Copyright and so on. " * 9
            + "\nClassifier: License :: OSI Approved :: MIT License",
            "MIT",
        ),
        ("Summary: says nothing", "not declared"),
    ],
)
def test_how_a_licence_is_told(tmp_path: Path, metadata: str, licence: str) -> None:
    folder = tmp_path / "some-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.4\nName: some\nVersion: 1.0\n{metadata}\n")
    assert licences.licence(licences.Distribution.at(folder)) == licence
