"""Reports for people: the message, the line of source, and a caret under the column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from designer.base.words import word
from designer.linting.report import Report, printable
from designer.linting.reporting import CheckedFile, all_reports
from designer.linting.sources.notice import UNCHECKED
from schemas.core.diagnostic import Language

_LINE_BREAK = re.compile(r"\r\n|\n|\r")
WIDTH = 100
"""The most characters of a source line that are shown; of a longer line, those around the column."""


def render(checked: Sequence[CheckedFile], language: Language) -> str:
    """Each report with its line of source, then the counts."""
    lines = [line for file in checked for line in _of_file(file, language)]
    return "\n".join([*lines, _summary(checked, language)])


def _of_file(file: CheckedFile, language: Language) -> Iterator[str]:
    lines = _LINE_BREAK.split(file.text.removeprefix("\ufeff"))
    for report in file.reports:
        yield report.text(language)
        if file.text and report.line <= len(lines):
            yield from _source_line(lines[report.line - 1], report)


def _source_line(line: str, report: Report) -> Iterator[str]:
    at = report.column - 1
    start = max(0, at - WIDTH // 2) if len(line) > WIDTH else 0
    before, after = printable(line[start:at]), printable(line[at : start + WIDTH])
    number = str(report.line)
    yield f"{number:>6} | {before}{after}"
    yield f"{'':>6} | {' ' * _columns(before)}^"


def _columns(text: str) -> int:
    """The width of the text in columns of a terminal."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _summary(checked: Sequence[CheckedFile], language: Language) -> str:
    reports = all_reports(checked)
    errors = sum(report.severity == "error" for report in reports)
    unchecked = sum(report.code in UNCHECKED for report in reports)
    summary = word(language, "cli.summary", files=len(checked), errors=errors, others=len(reports) - errors)
    return summary + (word(language, "cli.unchecked", count=unchecked) if unchecked else "")
