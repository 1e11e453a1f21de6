"""A computed value is neither a JSONPath nor a call of an intrinsic function.

Why: the value of a key that ends with .$, and of ErrorPath and CausePath, is computed. The service refuses
what it cannot parse: an unknown function, a wrong number of arguments, a backslash before anything but ' { }
and itself.

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"name.$": "States.Fromat('{}', $.name)"}, "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"name.$": "States.Format('{}', $.name)"}, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.formatted_values import FormattedValue, params_of
from schemas.asl.expressions.intrinsic import call
from schemas.asl.expressions.path import is_path
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule


@rule("error", FormattedValue, "path-or-intrinsic")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """A value that is neither a JSONPath nor a call; a computed value is a text."""
    text = formatted.value
    if not isinstance(text, str) or not (is_placeholder(text) or is_path(text) or call(text) is not None):
        yield Finding(formatted.path, params_of(formatted))
