"""A WriterConfig has one of its two fields.

Why: the guide writes Transformation and OutputType together, and names no default for one of them alone; the
CDK asks for both. The service is not known to refuse one alone.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true,
        "ResultWriter": {"WriterConfig": {"OutputType": "JSONL"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true,
        "ResultWriter": {"WriterConfig": {"Transformation": "NONE", "OutputType": "JSONL"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule

_FIELDS = ("Transformation", "OutputType")


@rule("hint", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A WriterConfig without a Transformation or without an OutputType."""
    config = mapping(state.fields.get("ResultWriter")).get("WriterConfig")
    if not isinstance(config, dict) or is_placeholder(config):
        return
    missing = ", ".join(field for field in _FIELDS if field not in config)
    if missing:
        yield Finding((*state.path, "ResultWriter", "WriterConfig"), {"missing": missing}, key=True)
