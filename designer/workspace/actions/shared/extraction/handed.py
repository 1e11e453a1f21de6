"""The variables, and parts of the context, that are handed to a child and back from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.extraction.part import Part, reached
from schemas.asl.assignments import Assignments, assigned_names, assignments, every_assign
from schemas.asl.expressions.computed import computed_values, context_read, variables_read
from schemas.asl.machine import Machine
from schemas.asl.map_processor import is_distributed
from schemas.asl.walk import Scope, State
from schemas.core.edits import Edit, Set

PARENT_EXECUTION = "parentExecution"
"""The variable of a child that has what the context says of the parent's execution."""

_EXECUTION = re.compile(r"(?:\$\$|\$states\.context)\.Execution(?!\w)")


@dataclass(frozen=True)
class Handed:
    """The names of variables that a child is given, and of those that it gives back.

    `execution` is true if it is given what the context says of the parent's execution, as a variable.
    """

    given: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    execution: bool = False

    @property
    def is_wrapped(self) -> bool:
        """True if the child's input holds more than the input of its first state."""
        return bool(self.given or self.execution)


def handed(context: Context, part: Part) -> Handed:
    """The variables that go in and out of the part.

    Raises `ActionRefused` where one is not certain to have a value, or is read behind an error.
    """
    _refuse_item(part)
    read = _read(part.inside)
    outside = [state for state in context.graph.states if not part.has(state.path)]
    set_inside, set_outside = _assigned(part.states), _assigned(outside)
    behind = _read(reached(context, (edge.target for edge in part.exits)))
    lost = sorted(set_inside & _read(reached(context, (edge.target for edge in part.catching))))
    if lost:
        raise ActionRefused("extract-variable-of-error", name=lost[0])
    back = set_inside & behind
    wanted = (read | back) & set_outside
    given = _certain(context, part, wanted, read) if wanted else []
    execution = any(_reads_execution(state, part) for state in part.inside)
    return Handed(tuple(given), tuple(sorted(back)), execution)


def reading_parent(part: Part) -> list[Edit]:
    """Edits of the part's states that read the parent's execution from the variable."""
    edits: list[Edit] = []
    for state in part.inside:
        if _reads_execution(state, part):
            for each in computed_values(state):
                after = _EXECUTION.sub(f"${PARENT_EXECUTION}", str(each.value))
                if after != each.value:
                    edits.append(Set(each.path, after))
    return edits


def refuse_uncertain(machine: Machine, state: str, names: Iterable[str]) -> None:
    """Refuse variables that the child may come to its last `state` without."""
    found = assignments(machine)
    here = found.at.get(("States", state)) if found else None
    for name in names:
        bit = found.bits.get(name, 0) if found else 0
        if here is None or not here.always & bit:
            raise ActionRefused("extract-variable", name=name)


def _certain(context: Context, part: Part, wanted: Iterable[str], read: set[str]) -> list[str]:
    """The wanted variables that have a value when the part begins; one that it reads must have it always."""
    found: Assignments | None = assignments(Machine.of(context.definition, context.workflow.design.type))
    here = found.at.get(part.start.path) if found else None
    given = []
    for name in sorted(wanted):
        bit = found.bits.get(name, 0) if found else 0
        if here is None or (here.sometimes & bit and not here.always & bit and name in read):
            raise ActionRefused("extract-variable", name=name)
        if here.always & bit:
            given.append(name)
    return given


def _read(states: Iterable[State]) -> set[str]:
    return {name for state in states for _, name in variables_read(state)}


def _assigned(states: Iterable[State]) -> set[str]:
    return {name for state in states for _, fields in every_assign(state) for name in assigned_names(fields)}


def _reads_execution(state: State, part: Part) -> bool:
    """True if the state reads the context of the execution that the part itself runs in."""
    if not any(names[:1] == ("Execution",) for _, names in context_read(state)):
        return False
    return not any(is_distributed(scope.fields) for scope in _scopes_in(state, part))


def _refuse_item(part: Part) -> None:
    """Refuse states that read the item of a Map around the part: a child does not know it."""
    for state in part.inside:
        within = [scope.owner.type for scope in _scopes_in(state, part) if scope.owner is not None]
        if "Map" not in within and state.type != "Map":
            for _, names in context_read(state):
                if names[:1] == ("Map",):
                    raise ActionRefused("extract-item", state=state.name)


def _scopes_in(state: State, part: Part) -> list[Scope]:
    found: list[Scope] = []
    scope = state.scope
    while scope.path != part.scope.path and scope.owner is not None:
        found.append(scope)
        scope = scope.owner.scope
    return found
