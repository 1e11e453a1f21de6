"""Which variables have a value when a run comes to a state, followed along every way through a machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.facts import fact
from schemas.flow import Flow
from schemas.lenient import mapping
from schemas.machine import Machine
from schemas.paths import Json, Path
from schemas.placeholder import is_placeholder
from schemas.walk import Scope, State, Transition

Bits = int
"""A set of variables, a bit for each."""


@dataclass(frozen=True, slots=True)
class Known:
    """The variables that surely have a value when a run comes to a state, and those that may have one."""

    surely: Bits
    maybe: Bits


@dataclass(frozen=True, slots=True)
class Assignments:
    """The bit of each variable that a machine assigns, and what is known at each reachable state's path."""

    bits: Mapping[str, Bits]
    at: Mapping[Path, Known]


def assigned_names(fields: Mapping[str, Json]) -> Iterator[str]:
    """The names in the Assign of a state, a choice rule or a catcher, without the `.$` of a computed one."""
    for key in mapping(fields.get("Assign")):
        yield key.removesuffix(".$")


@fact
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


def is_distributed(scope: Scope) -> bool:
    """Whether a scope's runs are executions of their own: a Map's processor of mode DISTRIBUTED."""
    return mapping(scope.fields.get("ProcessorConfig")).get("Mode") == "DISTRIBUTED"


def assignments(machine: Machine) -> Assignments | None:
    """What is known at each state; None where a substitution stands for what is assigned, or for a way on."""
    bits: dict[str, Bits] = {}
    for state in machine.states:
        for _, fields in every_assign(state):
            if is_placeholder(fields["Assign"]) or any(map(is_placeholder, assigned_names(fields))):
                return None
            for name in assigned_names(fields):
                bits.setdefault(name, 1 << len(bits))
    at: dict[Path, Known] = {}
    for flow in machine.flows:
        if flow.has_placeholders:
            return None
        entry = Known(0, 0) if is_distributed(flow.scope) else _entry(flow.scope, at)
        if entry is not None:
            at.update(_along(flow, entry, bits))
    return Assignments(bits, at)


def _entry(scope: Scope, at: Mapping[Path, Known]) -> Known | None:
    return Known(0, 0) if scope.owner is None else at.get(scope.owner.path)


def _along(flow: Flow, entry: Known, bits: Mapping[str, Bits]) -> dict[Path, Known]:
    """What is known at each state of one scope that a run can come to."""
    if flow.start is None:
        return {}
    known = {flow.start: entry}
    waiting = [flow.start]
    while waiting:
        name = waiting.pop()
        state, here = flow.states[name], known[name]
        for step in flow.steps[name]:
            target = flow.resolved(step.target)
            if target is None:
                continue
            new = _bits(_assigning(step, state), bits)
            there = Known(here.surely | new, here.maybe | new) if new else here
            before = known.get(target)
            if before is not None and before is not there:
                there = Known(before.surely & there.surely, before.maybe | there.maybe)
            if there != before:
                known[target] = there
                waiting.append(target)
    return {flow.states[name].path: found for name, found in known.items()}


def _assigning(step: Transition, state: State) -> Mapping[str, Json]:
    """Whose Assign is carried out on the way: a rule's or a catcher's own, else the state's."""
    return step.fields if step.kind in ("choice", "catch") else state.fields


def _bits(fields: Mapping[str, Json], bits: Mapping[str, Bits]) -> Bits:
    found = 0
    for name in assigned_names(fields):
        found |= bits[name]
    return found
