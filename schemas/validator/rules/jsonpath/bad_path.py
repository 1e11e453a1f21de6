"""A field that takes a path holds something else.

Why: a JSONPath begins with $ (the input), $$ (the context) or $name (a variable), and its brackets
and dots must make sense; the service refuses another.

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "InputPath": "order.items", "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "InputPath": "$.order.items", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.path import is_path
from schemas.asl.expressions.places import Place, shown_in
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule


@rule("error", Place, "path")
def check(place: Place) -> Iterator[Finding]:
    """A text that is no path."""
    if isinstance(place.value, str) and not is_placeholder(place.value) and not is_path(place.value):
        yield Finding(place.path, shown_in(place))
