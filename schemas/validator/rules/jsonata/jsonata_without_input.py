"""A JSONata expression reads from an input document, which it does not have.

Why: in Step Functions an expression has no input document of its own, so the service refuses $$, and a bare
name or $ where no data is at hand. Inside a path, a predicate or a function, a bare name and $ are fine. The
input of the state is $states.input.

Bad example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "Output": "{% order.total * 2 %}", "End": true}}}

Good example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "Output": "{% $states.input.order[$.total > 0].total * 2 %}", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.embedded import read
from schemas.asl.expressions.formatted_values import FormattedValue, params_of
from schemas.asl.expressions.jsonata_uses import Use
from schemas.validator.finding import Finding, rule


@rule("error", FormattedValue, "jsonata", "jsonata-or-text", "timestamp-or-jsonata")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """The first name in an expression that needs an input document."""
    for use in read(formatted.value).uses:
        if _needs_input(use):
            name = use.name if use.kind == "field" else f"${use.name}"
            yield Finding(formatted.path, {"field": params_of(formatted)["field"], "name": name})
            return


def _needs_input(use: Use) -> bool:
    if use.kind == "field":
        return True
    return use.kind == "variable" and (use.name == "$" or (use.name == "" and not use.nested))
