"""A variable's name is not valid.

Why: a name begins with a letter, goes on with letters, digits and _, and has at most 80 characters; the
service refuses any other.

Bad example:

    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"order-total": 1}, "End": true}}}

Good example:

    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"order_total": 1}, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.asl.expressions.variables import assigned
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule

MAX_LENGTH = 80


@rule("error", FormattedValue, "jsonpath-assignments", "jsonata-assignments")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """Every variable in an Assign whose name is not valid."""
    for name, path in assigned(formatted):
        if not _is_name(name) and not is_placeholder(name):
            yield Finding(path, {"name": name}, key=True)


def _is_name(text: str) -> bool:
    return text.isidentifier() and not text.startswith("_") and len(text) <= MAX_LENGTH
