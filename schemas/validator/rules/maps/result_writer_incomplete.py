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
from schemas.core.paths import Json
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A ResultWriter without a WriterConfig that has no Resource, or no arguments for it.

    Also one whose arguments name no Bucket.
    """
    writer = state.fields.get("ResultWriter")
    if not isinstance(writer, dict) or is_placeholder(writer):
        return
    path = (*state.path, "ResultWriter")
    field = "Arguments" if state.language == "JSONata" else "Parameters"
    missing = next((name for name in ("Resource", field) if name not in writer), None)
    if missing is None and _lacks_bucket(writer[field]):
        yield Finding((*path, field), {"missing": "Bucket"}, key=True)
    elif missing is not None and "WriterConfig" not in writer:
        yield Finding(path, {"missing": missing}, key=True)


def _lacks_bucket(arguments: Json) -> bool:
    if not isinstance(arguments, dict) or is_placeholder(arguments):
        return False
    return not any(key.removesuffix(".$") == "Bucket" for key in arguments)
