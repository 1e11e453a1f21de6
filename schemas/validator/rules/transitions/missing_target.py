"""A transition leads to a state that does not exist.

Why: a transition can only lead to a state of the same scope; the service refuses a definition that names
another.

Bad example:

    {"StartAt": "Check Stock", "States": {
      "Check Stock": {"Type": "Pass", "Next": "Pay"},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Check Stock", "States": {
      "Check Stock": {"Type": "Pass", "Next": "Done"},
      "Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.flow import Flow
from schemas.core.diagnostic import Fix
from schemas.core.edits import Set
from schemas.validator.finding import Finding, rule


@rule("error", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """Every transition to a name that no state of the scope has."""
    for steps in flow.transitions.values():
        for step in steps:
            if step.target in flow.states or flow.may_have(step.target):
                continue
            params = {"field": str(step.field[-1]), "target": step.target}
            nearest = flow.resolve(step.target)
            if nearest is None:
                yield Finding(step.path, params)
            else:
                yield Finding(step.path, {**params, "nearest": nearest}, fix=Fix((Set(step.path, nearest),)))
