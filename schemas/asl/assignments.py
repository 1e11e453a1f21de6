"""Which variables have a value when a run comes to a state, followed along every way through a machine."""

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
"""A set of variables, a bit for each."""

_ROUNDS = 10
"""How often, on average, a state may be looked at again because of loops."""


@dataclass(frozen=True, slots=True)
class AssignedBits:
    """The variables that surely have a value when a run comes to a state, and those that may have one."""

    always: Bits
    sometimes: Bits


@dataclass(frozen=True, slots=True)
class Assignments:
    """The bit of each variable that a machine assigns, and what is known at each reachable state's path."""

    bits: Mapping[str, Bits]
    at: Mapping[Path, AssignedBits]


def assigned_names(fields: Mapping[str, Json]) -> Iterator[str]:
    """The names in the Assign of a state, a choice rule or a catcher, without the `.$` of a computed one."""
    for key in mapping(fields.get("Assign")):
        yield key.removesuffix(".$")


@cached_on_state
def every_assign(state: State) -> tuple[tuple[Path, Mapping[str, Json]], ...]:
    """The state, its choice rules and its catchers that have an Assign, each with its path."""
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
    """What is known at each state; None where that is not known.

    It is not where a substitution stands for what is assigned or for a way on, or loops lie within loops
    without end.
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
        found = {} if entry is None else _along(flow, entry, bits)
        if found is None:
            return None
        at.update(found)
    return Assignments(bits, at)


def _entry(scope: Scope, at: Mapping[Path, AssignedBits]) -> AssignedBits | None:
    return AssignedBits(0, 0) if scope.owner is None else at.get(scope.owner.path)


def _along(flow: Flow, entry: AssignedBits, bits: Mapping[str, Bits]) -> dict[Path, AssignedBits] | None:
    """What is known at each state of one scope that a run can come to; None where it does not settle soon."""
    if flow.start is None:
        return {}
    order = _in_order(flow, flow.start)
    places = {name: place for place, name in enumerate(order)}
    known = {flow.start: entry}
    waiting, is_waiting = [0], {0}
    for _ in range(_ROUNDS * len(order)):
        if not waiting:
            return {flow.states[name].path: found for name, found in known.items()}
        place = heappop(waiting)
        is_waiting.discard(place)
        for target in _told_more(flow, order[place], known, bits):
            if places[target] not in is_waiting:
                is_waiting.add(places[target])
                heappush(waiting, places[target])
    return None


def _told_more(
    flow: Flow, name: str, known: dict[str, AssignedBits], bits: Mapping[str, Bits]
) -> Iterator[str]:
    """The states that follow `name` and of which something else is known now."""
    state, here = flow.states[name], known[name]
    for step in flow.transitions[name]:
        target = flow.resolve(step.target)
        if target is None:
            continue
        new = _bits(_assigning(step, state), bits)
        there = AssignedBits(here.always | new, here.sometimes | new) if new else here
        before = known.get(target)
        if before is not None and before is not there:
            there = AssignedBits(before.always & there.always, before.sometimes | there.sometimes)
        if there != before:
            known[target] = there
            yield target


def _in_order(flow: Flow, start: str) -> list[str]:
    """The names of the states that a run can come to, each after those before it but for ways back."""
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
    """Whose Assign is carried out on the way: a rule's or a catcher's own, else the state's."""
    return step.fields if step.kind in ("choice", "catch") else state.fields


def _bits(fields: Mapping[str, Json], bits: Mapping[str, Bits]) -> Bits:
    found = 0
    for name in assigned_names(fields):
        found |= bits[name]
    return found
