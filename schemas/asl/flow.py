"""The control flow of one scope: the successors of each state, reachable states and ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from schemas.asl.graph import ends
from schemas.asl.state_cache import cached_on_state
from schemas.asl.states import transition_kinds
from schemas.asl.template_functions import possible_values
from schemas.asl.walk import Scope, State, Transition, targets, transitions
from schemas.core.did_you_mean import Names
from schemas.core.paths import Json, Path
from schemas.core.placeholder import fills, is_placeholder


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
        """True if the deployment puts in a state, its name or the name of a target: `${Name}`, a function."""
        if self._unknown_names or _is_put_in(self.scope.fields.get("StartAt")):
            return True
        return any(_is_unknown(state) or _may_lead_anywhere(state) for state in self.states.values())

    @cached_property
    def starts(self) -> list[tuple[Path, str]]:
        """The names in StartAt, with their paths: several if a function of a template chooses there."""
        return list(targets(self.scope.fields.get("StartAt"), (*self.scope.path, "StartAt")))

    @property
    def start(self) -> str | None:
        """The name of the first start state; None if StartAt names no state."""
        return next(iter(self._started), None)

    @property
    def _started(self) -> list[str]:
        return [name for _, named in self.starts if (name := self.resolve(named)) is not None]

    def may_have(self, target: str) -> bool:
        """True if the deployment may put in a state of the name `target`, or is to put in the name."""
        return is_placeholder(target) or any(fills(name, target) for name in self._unknown_names)

    @cached_property
    def _unknown_names(self) -> list[str]:
        return [name for name in self.scope.states if is_placeholder(name)]

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
        for name, successors in self.successors.items():
            passed.add(name)
            if not passed.isdisjoint(successors):
                return True
        return False

    @cached_property
    def reachable(self) -> frozenset[str]:
        """The names of the states that can be reached from the start."""
        return _reachable_from(self._started, self.successors)

    @cached_property
    def terminal(self) -> list[str]:
        """The names of the states that end the scope."""
        return [name for name, state in self.states.items() if ends(state)]

    @cached_property
    def may_end(self) -> bool:
        """True if the deployment may put in a state that ends the scope, or the end of a state."""
        states = self.states.values()
        return bool(self._unknown_names) or any(_is_unknown(state) or _may_end(state) for state in states)

    @cached_property
    def reaching_end(self) -> frozenset[str]:
        """The names of the states from which an end of the scope, or an unfinished state, can be reached."""
        predecessors: dict[str, list[str]] = {}
        for name, successors in self.successors.items():
            for target in successors:
                predecessors.setdefault(target, []).append(name)
        unfinished = [name for name in self.states if self._is_unfinished(name)]
        return _reachable_from([*self.terminal, *unfinished], predecessors)

    def _resolved_targets(self, steps: list[Transition]) -> list[str]:
        targets = [step.target for step in steps]
        if self.scope.states.keys() >= set(targets):
            return targets
        return [found for target in targets if (found := self.resolve(target)) is not None]

    def _is_unfinished(self, name: str) -> bool:
        if not self.transitions[name] or _may_lead_anywhere(self.states[name]):
            return True
        return len(self.successors[name]) < len(self.transitions[name])


@cached_on_state
def _steps(state: State) -> list[Transition]:
    return transitions(state, transition_kinds(state.type))


@cached_on_state
def _may_lead_anywhere(state: State) -> bool:
    """True if the deployment puts in the state, or a place that names its target."""
    named = [state.fields.get(field) for field in ("Next", "Default")]
    if is_placeholder(state.fields) or any(map(_is_put_in, named)):
        return True
    for field in ("Choices", "Catch"):
        listed = state.fields.get(field)
        for item in listed if isinstance(listed, list) else [listed]:
            if _is_put_in(item.get("Next", item) if isinstance(item, dict) else item):
                return True
    return False


def _is_unknown(state: State) -> bool:
    """True if the deployment puts in the whole state."""
    return not state.fields and is_placeholder(state.scope.states.get(state.name))


@cached_on_state
def _may_end(state: State) -> bool:
    """True if the deployment puts in the state, its type or its end."""
    return any(map(is_placeholder, (state.fields, state.fields.get("End"), state.fields.get("Type"))))


def _is_put_in(value: Json) -> bool:
    """True if the deployment puts in a value that is not in the text."""
    if not isinstance(value, dict):
        return is_placeholder(value)
    return any(is_placeholder(possible) for _, possible in possible_values(value, ()))


def _reachable_from(start: list[str], links: Mapping[str, list[str]]) -> frozenset[str]:
    seen = set(start)
    waiting = list(start)
    for name in waiting:
        for target in links.get(name, ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)
