"""A transition leads to a state that is not there.

Why: a run can only go on to a state of the same scope; the service refuses a definition that names another.

Bad example:

    {"StartAt": "在庫チェック", "States": {
      "在庫チェック": {"Type": "Pass", "Next": "決済"},
      "完了": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "在庫チェック", "States": {
      "在庫チェック": {"Type": "Pass", "Next": "完了"},
      "完了": {"Type": "Succeed"}}}
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
    """Every transition to a name that no state of the scope bears."""
    for steps in flow.transitions.values():
        for step in steps:
            if step.target in flow.states or is_placeholder(step.target):
                continue
            params = {"field": str(step.path[-1]), "target": step.target}
            meant = flow.resolve(step.target)
            if meant is None:
                yield Finding(step.path, params)
            else:
                yield Finding(step.path, {**params, "nearest": meant}, fix=Fix((Set(step.path, meant),)))
