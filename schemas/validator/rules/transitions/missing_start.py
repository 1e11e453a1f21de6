"""StartAt names a state that does not exist.

Why: `StartAt` names the first state of a machine, branch or Map; the service refuses a name that no state of
the same scope has.

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
from schemas.validator.finding import Finding, rule


@rule("error", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """A StartAt that no state of the scope has as its name."""
    for path, target in flow.starts if flow.states else ():
        if target in flow.states or flow.may_have(target):
            continue
        nearest = flow.resolve(target)
        if nearest is None:
            yield Finding(path, {"target": target})
        else:
            yield Finding(path, {"target": target, "nearest": nearest}, fix=Fix((Set(path, nearest),)))
