"""Finds the states that a run may reach without completing certain steps, across Map and Parallel."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from schemas.asl.errors import catches_all
from schemas.asl.flow import Flow
from schemas.asl.graph import ends
from schemas.asl.machine import Machine
from schemas.asl.walk import State, Transition
from schemas.core.coerce import names
from schemas.core.paths import Path

_LONGEST = 8
"""The most states of a path that are named."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A way to a state: the state before it (None at the start), and the errors that are caught on it."""

    source: State | None
    errors: str = ""


_Onward = tuple[State, _Step]
"""A state, and the step that leads to it."""


@dataclass
class Reached:
    """The reached states by path, each with the step to it, and the states where the whole machine ends."""

    states: dict[Path, State] = field(default_factory=dict)
    ends: list[State] = field(default_factory=list)
    _steps: dict[Path, _Step] = field(default_factory=dict)

    def add(self, state: State, step: _Step) -> bool:
        """Add a state; False if it was reached before."""
        if state.path in self.states:
            return False
        self.states[state.path] = state
        self._steps[state.path] = step
        return True

    def way_to(self, state: State) -> str:
        """The names of the states on the way to `state`, with the caught errors in brackets."""
        parts = [state.name]
        step = self._steps[state.path]
        seen = {state.path}
        while step.source is not None and step.source.path not in seen:
            seen.add(step.source.path)
            parts[:0] = [step.source.name, f"→[{step.errors}]" if step.errors else "→"]
            step = self._steps[step.source.path]
        return " ".join(_shortened(parts))


class Reach:
    """Searches a machine; a step for which `stops` is true is not passed, but it may be left by its catchers.

    Without `catches` no catcher is followed. A Parallel is passed if all of its branches are, and a Map is
    taken to have an item. Without `leaves` a search that comes to the end of a Map's or Parallel's scope does
    not go on behind it.
    """

    def __init__(
        self, machine: Machine, stops: Callable[[State], bool], catches: bool, leaves: bool = True
    ) -> None:
        self._machine = machine
        self._leaves = leaves
        self._stops = stops
        self._catches = catches
        self._flows = {flow.scope.path: flow for flow in machine.flows}
        self._inside: dict[Path, list[Flow]] = {}
        for flow in machine.flows:
            if flow.scope.owner is not None:
                self._inside.setdefault(flow.scope.owner.path, []).append(flow)
        self._onward: dict[Path, tuple[list[_Onward], list[State]]] = {}
        self._passing: dict[Path, bool] = {}
        for flow in reversed(machine.flows):
            self._passing[flow.scope.path] = self._may_pass(flow)

    def targets(self, state: State) -> Iterator[tuple[Transition, State]]:
        """The transitions of `state` that lead to a state, with that state."""
        return _targets(self._flow(state), state)

    def from_start(self) -> Reached:
        """Search from the start of the machine."""
        first = self._machine.flows[:1]
        return self._search((state, _Step(None)) for flow in first for state in _starts(flow))

    def from_state(self, state: State) -> Reached:
        """Search from `state` itself."""
        return self._search([(state, _Step(None))])

    def end_of(self, state: State) -> Reached:
        """Search from where a run goes on after `state`, also where it ends its scope."""
        going: list[_Onward] = [
            (target, _Step(None)) for step, target in self.targets(state) if step.kind != "catch"
        ]
        ended: list[State] = []
        if ends(state) and state.type != "Fail":
            further, ended = self._out_of(state)
            going.extend(further)
        reached = self._search(going)
        reached.ends.extend(ended)
        return reached

    def _search(self, found: Iterable[_Onward]) -> Reached:
        reached = Reached()
        waiting = deque(found)
        while waiting:
            state, step = waiting.popleft()
            if reached.add(state, step):
                if state.path not in self._onward:
                    self._onward[state.path] = self._find_onward(state)
                onward, ended = self._onward[state.path]
                waiting.extend(onward)
                reached.ends.extend(ended)
        return reached

    def _find_onward(self, state: State) -> tuple[list[_Onward], list[State]]:
        """The states that may follow, with the steps to them; and the state, if the machine may end there."""
        found: list[_Onward] = []
        for flow in self._inside.get(state.path, ()):
            found.extend((start, _Step(state)) for start in _starts(flow))
        passes = self._passes(state)
        for step, target in self.targets(state):
            if self._catches if step.kind == "catch" else passes:
                found.append((target, _Step(state, _errors(step))))
        if not passes or not ends(state):
            return found, []
        further, ended = self._out_of(state)
        return found + further, ended

    def _out_of(self, state: State) -> tuple[list[_Onward], list[State]]:
        """The states that follow when `state` ends its scope; and the state, if the machine may end then."""
        found: list[_Onward] = []
        inner: State = state
        while (owner := inner.scope.owner) is not None:
            if state.type == "Fail":
                caught = [(step, target) for step, target in self.targets(owner) if step.kind == "catch"]
                found.extend((target, _Step(state, _errors(step))) for step, target in caught)
                if any(catches_all(step.fields) for step, _ in caught):
                    return found, []
            elif not self._leaves or not all(
                self._passing[inside.scope.path] for inside in self._inside[owner.path]
            ):
                return found, []
            else:
                onward = (target for step, target in self.targets(owner) if step.kind != "catch")
                found.extend((target, _Step(state)) for target in onward)
                if not ends(owner):
                    return found, []
            inner = owner
        return found, [state]

    def _passes(self, state: State) -> bool:
        inside = self._inside.get(state.path, ())
        return not self._stops(state) and all(self._passing[flow.scope.path] for flow in inside)

    def _may_pass(self, flow: Flow) -> bool:
        """True if a run may come from the start of the scope to an end; scopes inside come first."""
        waiting = list(_starts(flow))
        seen = {state.name for state in waiting}
        for state in waiting:
            passes = self._passes(state)
            if passes and ends(state) and state.type != "Fail":
                return True
            for step, target in _targets(flow, state):
                followed = self._catches if step.kind == "catch" else passes
                if followed and target.name not in seen:
                    seen.add(target.name)
                    waiting.append(target)
        return False

    def _flow(self, state: State) -> Flow:
        return self._flows[state.scope.path]


def _starts(flow: Flow) -> Iterator[State]:
    for _, named in flow.starts:
        name = flow.resolve(named)
        if name is not None:
            yield flow.states[name]


def _targets(flow: Flow, state: State) -> Iterator[tuple[Transition, State]]:
    for step in flow.transitions[state.name]:
        name = flow.resolve(step.target)
        if name is not None:
            yield step, flow.states[name]


def _errors(step: Transition) -> str:
    return ", ".join(names(step.fields.get("ErrorEquals"))) if step.kind == "catch" else ""


def _shortened(parts: list[str]) -> list[str]:
    most = 2 * _LONGEST - 1
    return parts if len(parts) <= most else [*parts[:3], "…", *parts[-(most - 5) :]]
