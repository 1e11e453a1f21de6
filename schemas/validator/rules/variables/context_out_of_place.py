"""The Context object is read for a task token, or a Map's item, where it has none.

Why: Task.Token exists only in a Task, and Map.Item only in a Map and the states inside it. Elsewhere the run
fails at that state.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Pass", "Parameters": {"line.$": "$$.Map.Item.Value"}, "End": true}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "ItemSelector": {"line.$": "$$.Map.Item.Value"}, "End": true,
        "ItemProcessor": {"StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.computed import context_read
from schemas.asl.machine import Machine
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("warning", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every text that reads the token outside a Task, or an item outside a Map."""
    for state in machine.states:
        for path, names in context_read(state):
            if names[:1] == ("Task",) and state.type != "Task":
                yield Finding(path, {"name": "Task.Token", "token": state.name})
            if names[:1] == ("Map",) and not _has_item(state):
                yield Finding(path, {"name": "Map.Item", "item": state.name})


def _has_item(state: State) -> bool:
    """True where the state is a Map or inside one."""
    around: State | None = state
    while around and around.type != "Map":
        around = around.scope.owner
    return around is not None
