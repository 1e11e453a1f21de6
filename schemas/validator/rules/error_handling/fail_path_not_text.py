"""The error or cause of a Fail is computed by a function that gives no text.

Why: ErrorPath and CausePath must give a text. Of the intrinsic functions these do: States.Format,
JsonToString, ArrayGetItem, Base64Encode, Base64Decode, Hash and UUID.

Bad example:

    {"StartAt": "断る", "States": {
      "断る": {"Type": "Fail", "CausePath": "States.Array($.reason)"}}}

Good example:

    {"StartAt": "断る", "States": {
      "断る": {"Type": "Fail", "CausePath": "States.Format('理由: {}', $.reason)"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.intrinsic import call
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule

GIVING_TEXT = ("Format", "JsonToString", "ArrayGetItem", "Base64Encode", "Base64Decode", "Hash", "UUID")


@rule("warning", State, "Fail")
def check(state: State) -> Iterator[Finding]:
    """A call of another function."""
    for field in ("ErrorPath", "CausePath"):
        value = state.fields.get(field)
        found = call(value) if isinstance(value, str) else None
        if found is not None and found.name not in GIVING_TEXT:
            yield Finding((*state.path, field), {"field": field, "function": found.name})
