"""Reports as an array of JSON objects."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from designer.linting.reporting import CheckedFile, all_reports
from schemas.core.diagnostic import Language


def render(checked: Sequence[CheckedFile], language: Language) -> str:
    """One object a report; escaped to ASCII where standard output is not UTF-8."""
    utf8 = sys.stdout is not None and sys.stdout.encoding.lower() == "utf-8"
    return json.dumps([asdict(report) for report in all_reports(checked)], ensure_ascii=not utf8, indent=1)
