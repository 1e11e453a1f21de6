"""A machine, branch or Map starts at a state that is not there.

Why: `StartAt` names the first state to run; the service refuses a name that no state of the same scope bears.

Bad example:

    {"StartAt": "Check Stock", "States": {"CheckStock": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "CheckStock", "States": {"CheckStock": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.flow import Flow
from schemas.core.diagnostic import Fix
from schemas.core.edits import Set
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule


@rule("error", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """A StartAt that no state bears."""
    named = flow.scope.fields.get("StartAt")
    if not isinstance(named, str) or named in flow.states or not flow.states or is_placeholder(named):
        return
    path = (*flow.scope.path, "StartAt")
    if flow.start is None:
        yield Finding(path, {"target": named})
    else:
        yield Finding(path, {"target": named, "nearest": flow.start}, fix=Fix((Set(path, flow.start),)))
