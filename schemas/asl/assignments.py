"""Data-flow analysis: the variables that have a value when a state begins, over all paths of a machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from schemas.asl.flow import Flow
from schemas.asl.machine import Machine
from schemas.asl.map_processor import is_distributed
from schemas.asl.state_cache import cached_on_state
from schemas.asl.walk import Scope, State, Transition
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path
from schemas.core.placeholder import is_placeholder

Bits = int
"""A set of variables, one bit for each."""

_MAX_VISITS = 10
"""The greatest number of visits of a state, on average; loops need repeated visits."""


@dataclass(frozen=True, slots=True)
class AssignedBits:
    """The variables that `always` have a value when a state begins, and those that `sometimes` have one."""

    always: Bits
    sometimes: Bits


@dataclass(frozen=True, slots=True)
class Assignments:
    """The bit of each variable that a machine assigns, and the assigned variables by state path."""

    bits: Mapping[str, Bits]
    at: Mapping[Path, AssignedBits]


def assigned_names(fields: Mapping[str, Json]) -> Iterator[str]:
    """The variable names in the Assign of a state, choice rule or catcher, without the suffix `.$`."""
    for key in mapping(fields.get("Assign")):
        yield key.removesuffix(".$")


@cached_on_state
def every_assign(state: State) -> tuple[tuple[Path, Mapping[str, Json]], ...]:
    """Each object of the state that has an Assign (itself, choice rules, catchers), with its path."""
    return tuple(_every_assign(state))


def _every_assign(state: State) -> Iterator[tuple[Path, Mapping[str, Json]]]:
    if "Assign" in state.fields:
        yield state.path, state.fields
    for field in ("Choices", "Catch"):
        items = state.fields.get(field)
        for index, item in enumerate(items if isinstance(items, list) else []):
            if isinstance(item, dict) and "Assign" in item:
                yield (*state.path, field, index), item


def assignments(machine: Machine) -> Assignments | None:
    """The assigned variables at each reachable state.

    None if they cannot be found out: a placeholder is used as a variable name or a target, or the analysis of
    nested loops takes too many visits.
    """
    bits: dict[str, Bits] = {}
    for state in machine.states:
        for _, fields in every_assign(state):
            if is_placeholder(fields["Assign"]) or any(map(is_placeholder, assigned_names(fields))):
                return None
            for name in assigned_names(fields):
                bits.setdefault(name, 1 << len(bits))
    at: dict[Path, AssignedBits] = {}
    for flow in machine.flows:
        if flow.has_placeholders:
            return None
        entry = AssignedBits(0, 0) if is_distributed(flow.scope.fields) else _entry(flow.scope, at)
        found = {} if entry is None else _analyse(flow, entry, bits)
        if found is None:
            return None
        at.update(found)
    return Assignments(bits, at)


def _entry(scope: Scope, at: Mapping[Path, AssignedBits]) -> AssignedBits | None:
    return AssignedBits(0, 0) if scope.owner is None else at.get(scope.owner.path)


def _analyse(flow: Flow, entry: AssignedBits, bits: Mapping[str, Bits]) -> dict[Path, AssignedBits] | None:
    """The assigned variables at each reachable state of one scope; None after too many visits."""
    if flow.start is None:
        return {}
    order = in_order(flow, flow.start)
    ranks = {name: rank for rank, name in enumerate(order)}
    assigned = {flow.start: entry}
    waiting, is_waiting = [0], {0}
    for _ in range(_MAX_VISITS * len(order)):
        if not waiting:
            return {flow.states[name].path: found for name, found in assigned.items()}
        rank = heappop(waiting)
        is_waiting.discard(rank)
        for target in _propagate(flow, order[rank], assigned, bits):
            if ranks[target] not in is_waiting:
                is_waiting.add(ranks[target])
                heappush(waiting, ranks[target])
    return None


def _propagate(
    flow: Flow, name: str, assigned: dict[str, AssignedBits], bits: Mapping[str, Bits]
) -> Iterator[str]:
    """Update `assigned` at the successors of `name`, and yield the successors that have changed."""
    state, here = flow.states[name], assigned[name]
    for step in flow.transitions[name]:
        target = flow.resolve(step.target)
        if target is None:
            continue
        new = _bits(_assigning(step, state), bits)
        there = AssignedBits(here.always | new, here.sometimes | new) if new else here
        before = assigned.get(target)
        if before is not None and before is not there:
            there = AssignedBits(before.always & there.always, before.sometimes | there.sometimes)
        if there != before:
            assigned[target] = there
            yield target


def in_order(flow: Flow, start: str) -> list[str]:
    """The names of the reachable states in reverse postorder: predecessors first, except along back edges."""
    seen, finished = {start}, list[str]()
    waiting = [(start, iter(flow.successors[start]))]
    while waiting:
        name, targets = waiting[-1]
        target = next((target for target in targets if target not in seen), None)
        if target is None:
            finished.append(name)
            waiting.pop()
        else:
            seen.add(target)
            waiting.append((target, iter(flow.successors[target])))
    return finished[::-1]


def _assigning(step: Transition, state: State) -> Mapping[str, Json]:
    """The fields whose Assign applies to the transition: of the rule or catcher, else of the state."""
    return step.fields if step.kind in ("choice", "catch") else state.fields


def _bits(fields: Mapping[str, Json], bits: Mapping[str, Bits]) -> Bits:
    found = 0
    for name in assigned_names(fields):
        found |= bits[name]
    return found
