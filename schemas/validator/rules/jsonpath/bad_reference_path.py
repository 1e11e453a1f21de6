"""A path that must point to one place may match several.

Why: ResultPath is written to, and ItemsPath is where a Map finds its array, so they contain plain names and
indexes only: no wildcard, filter or slice. ResultPath points into the input, not into the Context object or a
variable. The service refuses anything else.

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "ResultPath": "$.items[*].price", "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "ResultPath": "$.items[0].price", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.formatted_values import FormattedValue, params_of
from schemas.asl.expressions.path import is_reference_path, is_single_value_path
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule


@rule("error", FormattedValue, "reference-path", "items-path")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """A text that is not a reference path, or not a path to one array."""
    text = formatted.value
    if not isinstance(text, str) or is_placeholder(text):
        return
    fits = is_reference_path if formatted.format == "reference-path" else is_single_value_path
    if not fits(text):
        yield Finding(formatted.path, params_of(formatted))
