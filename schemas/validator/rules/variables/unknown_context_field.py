"""The Context object does not have the field that is read.

Why: the Context object describes the execution, the state, the state machine, the task and a Map's item. A
field that does not exist has no value, and reading it usually fails the run. The service accepts any name,
because it adds fields from time to time.

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"run.$": "$$.Execution.ID"}, "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"run.$": "$$.Execution.Id"}, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.computed import context_members
from schemas.asl.expressions.context import first_unknown
from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.validator.finding import Finding, rule


@rule(
    "warning",
    FormattedValue,
    "jsonata",
    "jsonata-or-text",
    "timestamp-or-jsonata",
    "path",
    "items-path",
    "path-or-intrinsic",
)
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """Every unknown field of the Context object that an expression reads."""
    for names in context_members(formatted):
        found = first_unknown(names)
        if found is None:
            continue
        name, meant = found
        params = {"name": name}
        yield Finding(formatted.path, params if meant is None else {**params, "nearest": meant})
