"""A field that takes a JSONPath contains something else.

Why: a JSONPath begins with $ (the input), $$ (the Context object) or $name (a variable), and goes on with
well-formed dots and brackets; the service refuses anything else.

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "InputPath": "order.items", "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "InputPath": "$.order.items", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.formatted_values import FormattedValue, params_of
from schemas.asl.expressions.path import is_path
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule


@rule("error", FormattedValue, "path", "number-path")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """A text that is not a JSONPath."""
    if (
        isinstance(formatted.value, str)
        and not is_placeholder(formatted.value)
        and not is_path(formatted.value)
    ):
        yield Finding(formatted.path, params_of(formatted))
