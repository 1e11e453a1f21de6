"""The context object is asked for a token, or a Map's item, where there is none.

Why: Task.Token is there only in a Task, and Map.Item only in a Map and the states inside. Elsewhere the run
fails when it comes to it.

Bad example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Pass", "Parameters": {"line.$": "$$.Map.Item.Value"}, "End": true}}}

Good example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "ItemSelector": {"line.$": "$$.Map.Item.Value"}, "End": true,
        "ItemProcessor": {"StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.computed import context_read
from schemas.asl.machine import Machine
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("warning", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every text that reads a token or an item that is not there."""
    for state in machine.states:
        for path, names in context_read(state):
            if names[:1] == ("Task",) and state.type != "Task":
                yield Finding(path, {"name": "Task.Token", "token": state.name})
            if names[:1] == ("Map",) and not _has_item(state):
                yield Finding(path, {"name": "Map.Item", "item": state.name})


def _has_item(state: State) -> bool:
    """Whether the state is a Map or inside one."""
    around: State | None = state
    while around and around.type != "Map":
        around = around.scope.owner
    return around is not None
