"""Reports as SARIF 2.1.0, which code scanning services and editors read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import PurePath
from urllib.parse import quote

from designer.linting.report import Report
from designer.linting.reporting import CheckedFile, all_reports
from schemas.core.diagnostic import Language
from schemas.core.paths import Json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}


def render(checked: Sequence[CheckedFile], language: Language) -> str:
    """One log with one run of this tool."""
    reports = all_reports(checked)
    codes = sorted({report.code for report in reports})
    rules: list[Json] = [{"id": code} for code in codes]
    driver: Json = {"name": "designer", "version": version("designer"), "rules": rules}
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, codes.index(report.code)) for report in reports],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def _result(report: Report, rule: int) -> Json:
    region: Json = {"startLine": report.line, "startColumn": report.column}
    location: Json = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(report.file)}, "region": region},
        "logicalLocations": [{"fullyQualifiedName": report.path}],
    }
    return {
        "ruleId": report.code,
        "ruleIndex": rule,
        "level": _LEVELS[report.severity],
        "message": {"text": report.message},
        "locations": [location],
    }


def _uri(file: str) -> str:
    """The file as a URI reference; an absolute path as a file: URI."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="replace")
