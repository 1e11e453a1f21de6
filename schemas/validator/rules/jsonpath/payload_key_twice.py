"""A payload has a key twice: plain and computed.

Why: "name.$" produces the key name, so a plain name beside it is the same key again; the service refuses it.

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"name": "x", "name.$": "$.name"}, "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"name.$": "$.name"}, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.asl.walk import values
from schemas.validator.finding import Finding, rule


@rule("error", FormattedValue, "jsonpath-payload", "jsonpath-assignments")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """Every key that ends with .$ beside the same key without."""
    for path, value in values(formatted.value, formatted.path):
        keys = value.keys() if isinstance(value, dict) else ()
        for key in keys:
            if key.endswith(".$") and key[:-2] in keys:
                yield Finding((*path, key), {"name": key[:-2]}, key=True)
