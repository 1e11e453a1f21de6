"""A JSONata expression reads a member that $states does not have.

Why: $states has the members input, result, errorOutput and context. Any other name has no value, and an
expression without a value fails the run.

Bad example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "Output": "{% $states.inputs.total %}", "End": true}}}

Good example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "Output": "{% $states.input.total %}", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.embedded import read
from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.core.did_you_mean import Names
from schemas.validator.finding import Finding, rule

MEMBERS = ("input", "result", "errorOutput", "context")

_names = Names(MEMBERS)


@rule("warning", FormattedValue, "jsonata", "jsonata-or-text", "timestamp-or-jsonata")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """Every member of $states that an expression reads and that is none of the four."""
    for use in read(formatted.value).uses:
        if use.name != "states" or not use.members or use.members[0] in MEMBERS:
            continue
        meant = _names.nearest(use.members[0])
        params = {"name": use.members[0], "members": ", ".join(MEMBERS)}
        yield Finding(formatted.path, params if meant is None else {**params, "nearest": meant})
