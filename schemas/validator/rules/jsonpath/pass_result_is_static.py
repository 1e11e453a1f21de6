"""The Result of a Pass contains a path or a call of an intrinsic function.

Why: Result is passed on exactly as it is written, keys that end with .$ included; nothing in it is computed.
Parameters is the field for computed values. The service warns about it too (PASS_RESULT_IS_STATIC).

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Result": {"total.$": "$.order.total"}, "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"total.$": "$.order.total"}, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.computed import looks_computed
from schemas.asl.walk import State, values
from schemas.core.diagnostic import Fix
from schemas.core.edits import Rename
from schemas.core.short_text import short_text
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Pass")
def check(state: State) -> Iterator[Finding]:
    """The first path or call in a Result."""
    if state.language != "JSONPath" or "Result" not in state.fields:
        return
    whole = (*state.path, "Result")
    for path, value in values(state.fields["Result"], whole):
        if isinstance(value, str) and looks_computed(value):
            yield Finding(path, {"value": short_text(value)}, fix=_renamed(state))
            return


def _renamed(state: State) -> Fix | None:
    """A fix that renames Result to Parameters; None where that is taken, or the value is not an object."""
    if "Parameters" in state.fields or not isinstance(state.fields["Result"], dict):
        return None
    return Fix((Rename((*state.path, "Result"), "Parameters"),), safe=False)
