"""A number of a Map is read from the Context object.

Why: the fields of a Map whose names end with Path and that give a number take a path into the input or into a
variable. The service refuses a path into the Context object there.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "MaxConcurrencyPath": "$$.Execution.Input.limit", "End": true,
        "ItemProcessor": {"StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "MaxConcurrencyPath": "$.limit", "End": true,
        "ItemProcessor": {"StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.formatted_values import FormattedValue, params_of
from schemas.core.coerce import text
from schemas.validator.finding import Finding, rule


@rule("error", FormattedValue, "number-path")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """A path that begins with $$."""
    if text(formatted.value).startswith("$$"):
        yield Finding(formatted.path, params_of(formatted))
