"""A JSONata expression is nested too deeply to be checked.

Why: more than a hundred parts in each other are not read here, so their mistakes are not found; the service,
whose JSONata reads them by recursion, may refuse the expression. Assign inner parts to variables.

Bad example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% -----------------------------------------------------------------------------------------------------1 %}"}}}

Good example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true, "Output":
      "{% ($half := (1 + 2) / 2; $half * 3) %}"}}}
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.embedded import read
from schemas.asl.expressions.formatted_values import FormattedValue, params_of
from schemas.asl.expressions.jsonata import MAX_DEPTH
from schemas.validator.finding import Finding, rule


@rule("warning", FormattedValue, "jsonata", "jsonata-or-text", "timestamp-or-jsonata")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """An expression with more parts in each other than are read."""
    if read(formatted.value).is_too_deep:
        yield Finding(formatted.path, {**params_of(formatted), "limit": str(MAX_DEPTH)})
