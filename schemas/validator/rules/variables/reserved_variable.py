"""A variable is named states.

Why: $states is reserved for the input, result and context of a state; the service refuses to assign it.

Bad example:

    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"states": 1}, "End": true}}}

Good example:

    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"orderStates": 1}, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.asl.expressions.variables import assigned
from schemas.validator.finding import Finding, rule


@rule("error", FormattedValue, "jsonpath-assignments", "jsonata-assignments")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """Every Assign to `states`."""
    for name, path in assigned(formatted):
        if name == "states":
            yield Finding(path, key=True)
