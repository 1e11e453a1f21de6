"""A result is to be written to a path that names no single place.

Why: ResultPath is written to, so it may hold plain names and indexes only: no wildcard, filter,
slice, context or variable. The service refuses another.

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "ResultPath": "$.items[*].price", "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "ResultPath": "$.items[0].price", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.expressions.path import is_reference_path
from schemas.expressions.places import Place, shown_in
from schemas.finding import Finding, rule
from schemas.placeholder import is_placeholder


@rule("error", Place, "reference-path")
def check(place: Place) -> Iterator[Finding]:
    """A text that is no reference path."""
    if (
        isinstance(place.value, str)
        and not is_placeholder(place.value)
        and not is_reference_path(place.value)
    ):
        yield Finding(place.path, shown_in(place))
