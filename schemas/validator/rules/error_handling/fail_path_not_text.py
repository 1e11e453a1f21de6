"""The error or cause of a Fail is computed by a function that does not return a string.

Why: ErrorPath and CausePath must give a string. The intrinsic functions that return one are States.Format,
JsonToString, ArrayGetItem, Base64Encode, Base64Decode, Hash and UUID.

Bad example:

    {"StartAt": "Reject", "States": {
      "Reject": {"Type": "Fail", "CausePath": "States.Array($.reason)"}}}

Good example:

    {"StartAt": "Reject", "States": {
      "Reject": {"Type": "Fail", "CausePath": "States.Format('Reason: {}', $.reason)"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.intrinsic import call
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule

RETURNING_STRINGS = ("Format", "JsonToString", "ArrayGetItem", "Base64Encode", "Base64Decode", "Hash", "UUID")


@rule("warning", State, "Fail")
def check(state: State) -> Iterator[Finding]:
    """Every ErrorPath and CausePath that calls a function which does not return a string."""
    for field in ("ErrorPath", "CausePath"):
        value = state.fields.get(field)
        found = call(value) if isinstance(value, str) else None
        if found is not None and found.name not in RETURNING_STRINGS:
            yield Finding((*state.path, field), {"field": field, "function": found.name})
