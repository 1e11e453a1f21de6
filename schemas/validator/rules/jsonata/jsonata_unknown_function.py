"""A JSONata expression calls a function that does not exist.

Why: the service accepts any name, and the run fails at the call. The functions are those of JSONata 2.0.6
without $eval, and $partition, $range, $hash, $random, $uuid and $parse.

Bad example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "Output": "{% $eval($states.input.text) %}", "End": true}}}

Good example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "Output": "{% $parse($states.input.text) %}", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.embedded import read
from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.asl.expressions.functions import FUNCTIONS
from schemas.core.did_you_mean import Names
from schemas.validator.finding import Finding, rule

_names = Names(FUNCTIONS)


@rule("warning", FormattedValue, "jsonata", "jsonata-or-text", "timestamp-or-jsonata")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """Every call of a function that JSONata, the service and the expression itself do not define."""
    for use in read(formatted.value).uses:
        if use.kind != "call" or use.name in FUNCTIONS:
            continue
        meant = "parse" if use.name == "eval" else _names.nearest(use.name)
        params = {"name": use.name}
        yield Finding(formatted.path, params if meant is None else {**params, "nearest": meant})
