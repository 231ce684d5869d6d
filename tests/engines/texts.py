"""Texts that every engine must carry to the judge and back unharmed."""

from __future__ import annotations

from pathlib import Path

_SAMPLE = Path(__file__).parents[2] / "bench" / "sample-headlines.txt"

TEXTS: list[str | None] = [
    *_SAMPLE.read_text(encoding="utf-8").splitlines(),
    None,
    "",
    "   ",
    "None",
    "null",
    "nan",
    "-50% revenue share",
    "[red]Microsoft[/red] walks away from OpenAI",
    "\x1b[31mMicrosoft walks away\x1b[0m",
    "a\x00b\r\nc\td",
    "Microsoft \U0001f494 OpenAI é ｅ \u202e",
    "Microsoft walks away from OpenAI " * 300,
    "Microsoft walks away from OpenAI",
]
