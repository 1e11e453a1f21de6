"""Reports as annotations of GitHub Actions: workflow commands, one a line."""

from __future__ import annotations

from collections.abc import Sequence

from designer.linting.report import Report
from designer.linting.reporting import CheckedFile, all_reports
from schemas.core.diagnostic import Language

_LEVELS = {"error": "error", "warning": "warning", "hint": "notice"}


def render(checked: Sequence[CheckedFile], language: Language) -> str:
    """One workflow command a report."""
    return "\n".join(map(_command, all_reports(checked)))


def _command(report: Report) -> str:
    place = {"file": report.file, "line": report.line, "col": report.column, "title": report.code}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
    return f"::{_LEVELS[report.severity]} {properties}::{_data(report.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
