"""A ResultWriter does not say what to do with the results.

Why: the guide asks for a WriterConfig, which formats the results, or for a Resource with the bucket to export
them to, or for both. With neither, nothing is exported or formatted.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ResultWriter": {},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true,
        "ResultWriter": {"WriterConfig": {"Transformation": "FLATTEN", "OutputType": "JSON"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A ResultWriter without a WriterConfig that has no Resource, or no bucket for it."""
    writer = state.fields.get("ResultWriter")
    if not isinstance(writer, dict) or is_placeholder(writer) or "WriterConfig" in writer:
        return
    bucket = "Arguments" if state.language == "JSONata" else "Parameters"
    missing = next((field for field in ("Resource", bucket) if field not in writer), None)
    if missing is not None:
        yield Finding((*state.path, "ResultWriter"), {"missing": missing}, key=True)
