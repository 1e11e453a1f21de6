"""Effects that have taken place before a state: on all paths to it, or on some.

A forward analysis per scope: a state that is left by its Next has taken effect, one that is left by a catcher
may have. Scopes are summed up from the inside out, then entered from the outside in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schemas.asl.flow import Flow
from schemas.asl.machine import Machine
from schemas.asl.map_processor import is_distributed, processor_of
from schemas.asl.walk import State, inner_scopes
from schemas.core.paths import Path
from schemas.failures.effects import Effect

_Facts = tuple[int, int]
"""Sets of effects as bits: those on all paths, and those on some."""


@dataclass(frozen=True, slots=True)
class Committed:
    """The effects before a state (or of a run that has ended there), in the order of the text."""

    certain: tuple[Effect, ...] = ()
    possible: tuple[Effect, ...] = ()


class CommittedEffects:
    """The effects before each state of a machine, from the effects of each state."""

    def __init__(self, machine: Machine, effects: Mapping[Path, tuple[Effect, ...]]) -> None:
        self._all: Sequence[Effect] = [effect for state in machine.states for effect in effects[state.path]]
        self._own = _bits(machine, effects)
        self._ends: dict[Path, _Facts] = {}
        self._before: dict[Path, _Facts] = {}
        for flow in reversed(machine.flows):
            self._sum_up(flow)
        entries: dict[Path, _Facts] = {}
        for flow in machine.flows:
            entry = entries.get(flow.scope.path, (0, 0))
            before = self._through(flow, entry)
            self._before.update((flow.states[name].path, facts) for name, facts in before.items())
            for name, state in flow.states.items():
                self._enter(state, before.get(name, (0, 0)), entries)

    def before(self, state: State) -> Committed:
        """The effects before the state runs, for the first time or again in a loop."""
        certain, possible = self._before.get(state.path, (0, 0))
        return Committed(self._effects(certain), self._effects(possible & ~certain))

    def _effects(self, bits: int) -> tuple[Effect, ...]:
        return tuple(effect for index, effect in enumerate(self._all) if bits >> index & 1)

    def _sum_up(self, flow: Flow) -> None:
        """The effects of a run of the scope: certain at each of its ends, possible in all that is reached."""
        before = self._through(flow, (0, 0))
        ends = [self._after(flow.states[name], before[name]) for name in flow.terminal if name in before]
        certain = _meet([sure for sure, _ in ends]) if ends else 0
        possible = 0
        for name, facts in before.items():
            possible |= self._after(flow.states[name], facts)[1]
        self._ends[flow.scope.path] = (certain, possible)

    def _through(self, flow: Flow, entry: _Facts) -> dict[str, _Facts]:
        """The facts before each state that is reached."""
        start = flow.start
        before: dict[str, _Facts] = {} if start is None else {start: entry}
        waiting = list(before)
        while waiting:
            name = waiting.pop()
            state, facts = flow.states[name], before[name]
            after = self._after(state, facts)
            for step in flow.transitions[name]:
                target = flow.resolve(step.target)
                if target is None:
                    continue
                arriving = (facts[0], after[1]) if step.kind == "catch" else after
                known = before.get(target)
                merged = arriving if known is None else (known[0] & arriving[0], known[1] | arriving[1])
                if merged != known:
                    before[target] = merged
                    waiting.append(target)
        return before

    def _after(self, state: State, facts: _Facts) -> _Facts:
        certain, possible = self._during(state)
        return facts[0] | certain, facts[1] | certain | possible

    def _during(self, state: State) -> _Facts:
        """The effects of the state itself with all that is in it."""
        own = self._own.get(state.path, 0)
        inner = [self._ends[scope.path] for scope in inner_scopes(state) if scope.path in self._ends]
        certain, possible = own, own
        for sure, perhaps in inner:
            certain |= 0 if _tolerates(state) else sure
            possible |= perhaps
        return certain, possible

    def _enter(self, state: State, facts: _Facts, entries: dict[Path, _Facts]) -> None:
        """The facts at the start of the scopes in a container: its siblings may be at work, too."""
        inner = [scope.path for scope in inner_scopes(state)]
        again = state.type == "Map" or "Retry" in state.fields
        for path in inner:
            beside = 0
            for other in inner:
                beside |= self._ends[other][1] if again or other != path else 0
            entries[path] = (facts[0], facts[1] | beside)


def _bits(machine: Machine, effects: Mapping[Path, tuple[Effect, ...]]) -> dict[Path, int]:
    found: dict[Path, int] = {}
    index = 0
    for state in machine.states:
        for _ in effects[state.path]:
            found[state.path] = found.get(state.path, 0) | 1 << index
            index += 1
    return found


def _tolerates(state: State) -> bool:
    return state.type == "Map" and is_distributed(processor_of(state.fields))


def _meet(sets: list[int]) -> int:
    found = sets[0]
    for each in sets[1:]:
        found &= each
    return found
