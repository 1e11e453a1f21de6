"""The results in the XML of JUnit, which CI systems read."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from designer.base.words import word
from designer.command_line.test_reports import TestedWorkflow
from designer.linting.report import printable
from player.cases.case import CaseResult
from schemas.core.diagnostic import Language


def render(tested: Sequence[TestedWorkflow], language: Language) -> str:
    """A suite for each workflow, a test case for each case."""
    root = Element("testsuites")
    for one in tested:
        failures = sum(1 for result in one.results if result.differences)
        suite = SubElement(root, "testsuite", name=printable(one.file))
        suite.set("tests", str(len(one.results)))
        suite.set("failures", str(failures))
        for result in one.results:
            _add(suite, one.file, result, language)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _add(suite: Element, file: str, result: CaseResult, language: Language) -> None:
    case = SubElement(suite, "testcase", classname=printable(file), name=printable(result.case.name))
    if not result.differences:
        return
    lines = [
        word(
            language,
            "cases.difference",
            name=word(language, f"cases.{each.what}"),
            expected=each.expected,
            found=each.found,
        )
        for each in result.differences
    ]
    failure = SubElement(case, "failure", message=printable(lines[0]))
    failure.text = "\n".join(printable(line) for line in lines)
