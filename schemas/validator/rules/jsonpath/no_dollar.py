"""A value looks like a path or a call, but its key does not end with .$.

Why: in Parameters, ResultSelector and similar fields only the value of a key that ends with .$ is computed.
Without .$ the text "$.total" itself is passed on. The service warns about it too (NO_DOLLAR).

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"total": "$.order.total"}, "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"total.$": "$.order.total"}, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.computed import looks_computed
from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.asl.walk import values
from schemas.core.diagnostic import Fix
from schemas.core.edits import Rename
from schemas.core.short_text import short_text
from schemas.validator.finding import Finding, rule


@rule("warning", FormattedValue, "jsonpath-payload", "jsonpath-assignments")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """Every text in a payload that is a path or a call, under a key without .$."""
    for path, value in values(formatted.value, formatted.path):
        key = path[-1]
        if not isinstance(value, str) or (isinstance(key, str) and key.endswith(".$")):
            continue
        if not looks_computed(value):
            continue
        params = {"value": short_text(value)}
        if path == formatted.path or isinstance(key, int):
            yield Finding(path, params)
        else:
            yield Finding(path, {**params, "key": key}, fix=Fix((Rename(path, f"{key}.$"),), safe=False))
