"""The results as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from designer.command_line.test_reports import TestedWorkflow
from schemas.core.diagnostic import Language


def render(tested: Sequence[TestedWorkflow], language: Language) -> str:
    """Each workflow with its cases and its coverage; the same in all languages."""
    return json.dumps({"workflows": [_of(one) for one in tested]}, ensure_ascii=False, indent=2) + "\n"


def _of(one: TestedWorkflow) -> dict[str, object]:
    return {
        "file": one.file,
        "cases": [
            {
                "name": result.case.name,
                "passed": not result.differences,
                "status": result.execution.status,
                "path": result.execution.visited,
                "differences": [asdict(each) for each in result.differences],
            }
            for result in one.results
        ],
        "coverage": {kind: asdict(covered) for kind, covered in one.coverage.items()},
    }
