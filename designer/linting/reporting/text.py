"""Findings for people: what is wrong, and a mark under its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from designer.base.words import word
from designer.linting.report import Report, printable
from designer.linting.reporting import Checked, all_reports
from schemas.core.diagnostic import Language

_LINE_BREAK = re.compile(r"\r\n|\n|\r")
WIDTH = 100
"""The most characters of a line that are shown: around the place, where the line is longer."""


def render(checked: Sequence[Checked], language: Language) -> str:
    """Each finding, its line of text and the mark, and how many there are."""
    found = [line for file in checked for line in _of_file(file, language)]
    return "\n".join([*found, _summary(checked, language)])


def _of_file(file: Checked, language: Language) -> Iterator[str]:
    lines = _LINE_BREAK.split(file.text.removeprefix("\ufeff"))
    for report in file.reports:
        yield report.text(language)
        if file.text and report.line <= len(lines):
            yield from _marked(lines[report.line - 1], report)


def _marked(line: str, report: Report) -> Iterator[str]:
    at = report.column - 1
    start = max(0, at - WIDTH // 2) if len(line) > WIDTH else 0
    before, after = printable(line[start:at]), printable(line[at : start + WIDTH])
    number = str(report.line)
    yield f"{number:>6} | {before}{after}"
    yield f"{'':>6} | {' ' * _columns(before)}^"


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _summary(checked: Sequence[Checked], language: Language) -> str:
    found = all_reports(checked)
    errors = sum(report.severity == "error" for report in found)
    return word(language, "cli.summary", files=len(checked), errors=errors, others=len(found) - errors)
