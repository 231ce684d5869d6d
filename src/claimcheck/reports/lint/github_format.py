"""``--format github``: workflow commands that GitHub shows as annotations of the changed files.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions: values are escaped as the
toolkit's ``@actions/core`` does it; ten errors, ten warnings and ten notices of a step are shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.linting.draft import Place
from claimcheck.linting.finding import LEVELS, Level, Report
from claimcheck.reports.lint.concise_format import render as render_concise
from claimcheck.reports.lint.telling import message, rule_id, worst_first
from claimcheck.reports.visible import visible, visible_lines
from claimcheck.reports.words import plural

_COMMANDS: Mapping[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}
_SHOWN = 10


def render(report: Report) -> str:
    """The worst findings as annotations, then, where GitHub would drop some, all of them as plain lines."""
    commands: dict[Level, list[str]] = {level: [] for level in LEVELS}
    for finding in worst_first(report.findings):
        title = f"claimcheck: {rule_id(finding)}"
        commands[finding.level].append(
            _command(finding.level, finding.project_path, finding.place, title, message(finding))
        )
    for notice in report.notices:
        title = f"claimcheck: {notice.rule}"
        commands["warning"].append(
            _command("warning", notice.project_path, notice.place, title, visible(notice.message))
        )
    out = ""
    cut = False
    for level, lines in commands.items():
        shown = lines if len(lines) <= _SHOWN else lines[: _SHOWN - 1]
        out += "".join(shown)
        if len(shown) < len(lines):
            cut = True
            more = f"{plural(len(lines) - len(shown), f'more {level}')}: see the log of this step"
            out += f"::{_COMMANDS[level]} title=claimcheck::{_data(more)}\n"
    return out + (_harmless(render_concise(report)) if cut else "")


def _command(level: Level, path: str, place: Place, title: str, told: str) -> str:
    properties = {"file": path, "line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:  # GitHub refuses columns over several lines
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = title
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[level]} {listed}::{_data(told)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible_lines(text)).replace(":", "%3A").replace(",", "%2C")


def _harmless(lines: str) -> str:
    # GitHub's runner obeys the old form of a command wherever in a line it stands.
    return lines.replace("##[", "##\\[")
