"""The control flow of one scope: the successors of each state, reachable states and ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from schemas.asl.graph import ends
from schemas.asl.state_cache import cached_on_state
from schemas.asl.states import transition_kinds
from schemas.asl.walk import Scope, State, Transition, transitions
from schemas.core.did_you_mean import Names
from schemas.core.placeholder import is_placeholder


@dataclass(frozen=True)
class Flow:
    """One scope, its states by name, and their transitions.

    A misspelt target counts as the state that it can only mean, so that one typing error causes one finding.
    """

    scope: Scope
    states: dict[str, State]

    @cached_property
    def names(self) -> Names:
        """The names of the states, prepared for the correction of misspelt ones."""
        return Names(self.scope.states)

    @cached_property
    def transitions(self) -> dict[str, list[Transition]]:
        """The transitions of each state, by the state's name."""
        return {name: _steps(state) for name, state in self.states.items()}

    @cached_property
    def has_placeholders(self) -> bool:
        """True if the name of a state or of a target is a placeholder such as `${Name}`."""
        targets = (step.target for steps in self.transitions.values() for step in steps)
        named = (self.scope.fields.get("StartAt"), *self.scope.states)
        return any(map(is_placeholder, (*named, *targets)))

    @property
    def start(self) -> str | None:
        """The name of the start state; None if StartAt names no state."""
        named = self.scope.fields.get("StartAt")
        return self.resolve(named) if isinstance(named, str) else None

    def resolve(self, target: str) -> str | None:
        """The state name that `target` means: itself or the corrected one; None if there is none."""
        return target if target in self.states else self.names.nearest(target)

    @cached_property
    def successors(self) -> dict[str, list[str]]:
        """The names of the successors of each state, by the state's name."""
        return {name: self._resolved_targets(steps) for name, steps in self.transitions.items()}

    @cached_property
    def has_back_edge(self) -> bool:
        """True if a transition leads to its own state or to an earlier one: a loop is possible."""
        passed: set[str] = set()
        for name, targets in self.successors.items():
            passed.add(name)
            if not passed.isdisjoint(targets):
                return True
        return False

    @cached_property
    def reachable(self) -> frozenset[str]:
        """The names of the states that can be reached from the start."""
        return _reachable_from([] if self.start is None else [self.start], self.successors)

    @cached_property
    def terminal(self) -> list[str]:
        """The names of the states that end the scope."""
        return [name for name, state in self.states.items() if ends(state)]

    @cached_property
    def reaching_end(self) -> frozenset[str]:
        """The names of the states from which an end of the scope, or an unfinished state, can be reached."""
        predecessors: dict[str, list[str]] = {}
        for name, targets in self.successors.items():
            for target in targets:
                predecessors.setdefault(target, []).append(name)
        unfinished = [name for name in self.states if self._is_unfinished(name)]
        return _reachable_from([*self.terminal, *unfinished], predecessors)

    def _resolved_targets(self, steps: list[Transition]) -> list[str]:
        targets = [step.target for step in steps]
        if self.scope.states.keys() >= set(targets):
            return targets
        return [found for target in targets if (found := self.resolve(target)) is not None]

    def _is_unfinished(self, name: str) -> bool:
        return not self.transitions[name] or len(self.successors[name]) < len(self.transitions[name])


@cached_on_state
def _steps(state: State) -> list[Transition]:
    return transitions(state, transition_kinds(state.type))


def _reachable_from(start: list[str], links: Mapping[str, list[str]]) -> frozenset[str]:
    seen = set(start)
    waiting = list(start)
    for name in waiting:
        for target in links.get(name, ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)
