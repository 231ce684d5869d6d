"""Whether there is a Java for Spark."""

from __future__ import annotations

import os
import shutil

import pytest

needs_java = pytest.mark.skipif(
    not (os.environ.get("JAVA_HOME") or shutil.which("java")),
    reason="PySpark needs a Java, and this machine has none",
)
