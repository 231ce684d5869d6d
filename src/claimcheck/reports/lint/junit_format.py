"""``--format junit``: JUnit XML, which GitLab and most build servers show as a test report."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from claimcheck.linting.finding import Finding, Notice, Report
from claimcheck.reports.lint.telling import message, rule_id, summary
from claimcheck.reports.visible import visible_lines

# What XML 1.0 cannot hold even when escaped, and ``visible_lines`` leaves.
_NO_XML = re.compile("[\ufffe\uffff]")


def render(report: Report) -> str:
    """One suite: a failing case for each error, a case with an error for each unreadable draft, passing
    cases for warnings, notes and notices; one passing case where all is well."""
    errors = [finding for finding in report.findings if finding.level == "error"]
    others = [finding for finding in report.findings if finding.level != "error"]
    cases = [_case(finding, "failure") for finding in errors]
    cases += [_failure(failure) for failure in report.failures]
    cases += [_case(finding, "system-out") for finding in others]
    cases += [_notice(notice) for notice in report.notices]
    if not cases:
        clean = ElementTree.Element("testcase", {"classname": "claimcheck", "name": summary(report)})
        cases = [clean]
    counts = {"tests": str(len(cases)), "failures": str(len(errors)), "errors": str(len(report.failures))}
    root = ElementTree.Element("testsuites", {"name": "claimcheck", **counts})
    suite = ElementTree.SubElement(root, "testsuite", {"name": "claimcheck", **counts})
    suite.extend(cases)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _case(finding: Finding, kind: str) -> ElementTree.Element:
    place = finding.place
    case = ElementTree.Element(
        "testcase",
        {
            "classname": _safe(finding.path),
            "name": _safe(f"{finding.path}:{place.line}:{place.column} [{rule_id(finding)}]"),
            "file": _safe(finding.path),
            "line": str(place.line),
        },
    )
    told = _safe(message(finding))
    if kind == "failure":
        ElementTree.SubElement(case, kind, {"message": told, "type": _safe(rule_id(finding))}).text = told
    else:
        ElementTree.SubElement(case, kind).text = f"{finding.level}: {told}"
    return case


def _notice(notice: Notice) -> ElementTree.Element:
    name = f"{notice.path}:{notice.place.line}:{notice.place.column} [{notice.rule}]"
    attributes = {"classname": _safe(notice.path), "name": _safe(name), "file": _safe(notice.path)}
    case = ElementTree.Element("testcase", {**attributes, "line": str(notice.place.line)})
    ElementTree.SubElement(case, "system-out").text = f"warning: {_safe(notice.message)}"
    return case


def _failure(told: str) -> ElementTree.Element:
    case = ElementTree.Element("testcase", {"classname": "claimcheck", "name": _safe(told.split("\n")[0])})
    ElementTree.SubElement(case, "error", {"message": _safe(told), "type": "unreadable"}).text = _safe(told)
    return case


def _safe(text: str) -> str:
    return _NO_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", visible_lines(text))
