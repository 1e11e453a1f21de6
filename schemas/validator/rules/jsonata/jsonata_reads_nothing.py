"""A name in a JSONata expression refers to nothing, so that what is made of it is missing.

Why: in the body of a function that stands outside of a path, a bare name or $ is looked up in the input
document of the expression, which Step Functions does not give it; so is a quoted text as the first step of a
path. Each % goes one step of its path up, and there is nothing above the first step. No error is reported
when this runs: the value is simply missing.

Bad example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "End": true,
        "Output": "{% $map($states.input.prices, function($price) { $price + shipping }) %}"}}}

Good example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "End": true,
        "Output": "{% $map($states.input.prices, function($price) { $price + $states.input.shipping }) %}"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.embedded import read
from schemas.asl.expressions.formatted_values import FormattedValue, params_of
from schemas.validator.finding import Finding, rule


@rule("warning", FormattedValue, "jsonata", "jsonata-or-text", "timestamp-or-jsonata")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """The first name of an expression that refers to nothing although it stands where data may be at hand."""
    for use in read(formatted.value).uses:
        if use.kind == "nothing":
            extra = {"percent": "%"} if use.name == "%" else {"input": "$states.input"}
            yield Finding(formatted.path, {"field": params_of(formatted)["field"], "name": use.name, **extra})
            return
