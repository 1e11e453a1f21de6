"""A Map's Label contains characters that a label cannot have.

Why: the label becomes part of an ARN; the service refuses spaces, brackets, wildcards and the like.

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Map", "Label": "cart lines", "End": true, "ItemProcessor": {
        "StartAt": "B", "States": {"B": {"Type": "Succeed"}}}}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Map", "Label": "cart-lines", "End": true, "ItemProcessor": {
        "StartAt": "B", "States": {"B": {"Type": "Succeed"}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.formatted_values import FormattedValue, params_of
from schemas.asl.expressions.label import is_label
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule


@rule("error", FormattedValue, "label")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """A label with such a character, or an empty one."""
    if (
        isinstance(formatted.value, str)
        and not is_placeholder(formatted.value)
        and not is_label(formatted.value)
    ):
        yield Finding(formatted.path, params_of(formatted))
