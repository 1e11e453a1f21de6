"""End: false has no effect.

Why: a state without End: true continues with its Next in any case, so the field only misleads readers.

Bad example:

    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B", "End": false}, "B": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.edits import Remove
from schemas.validator.finding import Finding, rule


@rule("hint", State, "Task", "Pass", "Wait", "Parallel", "Map")
def check(state: State) -> Iterator[Finding]:
    """A state with a Next and with End: false."""
    path = (*state.path, "End")
    if "Next" in state.fields and state.fields.get("End") is False:
        yield Finding(path, key=True, fix=Fix((Remove(path),)))
