"""The one walk through a definition: its scopes, states, transitions and choice rules.

No other module walks into Map, Parallel or choice rules. Accepts any JSON, incomplete definitions too; values
of an unexpected type are skipped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from schemas.asl.map_processor import processors_of
from schemas.asl.template_functions import call_of, possible_values
from schemas.core.paths import Json, Path

QueryLanguage = Literal["JSONPath", "JSONata"]
TransitionKind = Literal["next", "choice", "default", "catch"]
StateMachineType = Literal["STANDARD", "EXPRESS"]

COMBINING = frozenset({"And", "Or", "Not"})
"""The fields of a choice rule that contain other rules."""

_TARGET_FIELDS: Mapping[TransitionKind, str] = {
    "next": "Next",
    "choice": "Choices",
    "default": "Default",
    "catch": "Catch",
}
"""The field with the target state (or with the list of rules or catchers), by the kind of transition."""

CONTAINERS = ("Parallel", "Map")
"""The state types that contain scopes."""


@dataclass(frozen=True, slots=True)
class Scope:
    """An object with `StartAt` and `States`: the machine, a branch of a Parallel or the processor of a Map.

    `path` leads to that object and `fields` is the object. `language` is the default query language of its
    states. `owner` is the Parallel or Map around it; None for the machine.
    """

    path: Path
    fields: dict[str, Json]
    language: QueryLanguage
    owner: State | None

    @property
    def states(self) -> dict[str, Json]:
        """The `States` by name; empty if they are no object, or are put in by a function of a template.

        A state may be any JSON value.
        """
        states = self.fields.get("States")
        return states if isinstance(states, dict) and not call_of(states)[0] else {}


class State(NamedTuple):
    """One state: its name, path, fields (empty if it is no object) and scope.

    `cache` keeps results that were computed from the state, see `schemas.asl.state_cache`.
    """

    name: str
    path: Path
    fields: dict[str, Json]
    scope: Scope
    cache: dict[object, Any] | None = None

    @property
    def type(self) -> str:
        """The `Type` of the state; empty if it has none."""
        kind = self.fields.get("Type")
        return kind if isinstance(kind, str) else ""

    @property
    def is_object(self) -> bool:
        """True if the value of the state is an object."""
        return bool(self.fields) or isinstance(self.scope.states.get(self.name), dict)

    @property
    def language(self) -> QueryLanguage:
        """The query language of the state's fields: its own `QueryLanguage`, or that of its scope."""
        named = self.fields.get("QueryLanguage")
        if named is None:
            return self.scope.language
        return _language(self.fields, self.scope.language)


@dataclass(frozen=True, slots=True)
class ChoiceRule:
    """A rule of a Choice state. A rule nested in an And, Or or Not is not `outermost`."""

    path: Path
    fields: dict[str, Json]
    state: State
    outermost: bool


@dataclass(slots=True)
class Transition:
    """A reference from a state to its successor `target`, a state name of the same scope.

    `path` leads to that name in the definition, and `field` to the field that holds it: a field has several
    transitions if a function of a template chooses among names there. For a choice rule or a catcher, `index`
    is its index in the list and `fields` are its fields; else `index` is None and `fields` is empty.
    """

    path: Path
    target: str
    kind: TransitionKind
    index: int | None
    fields: dict[str, Json]
    field: Path


def levels(definition: Json) -> Iterator[tuple[Scope, list[State]]]:
    """Yield every scope with its states: outer scopes before inner ones, in the order of the text."""
    if not isinstance(definition, dict):
        return
    waiting = [Scope((), definition, _language(definition, "JSONPath"), None)]
    while waiting:
        scope = waiting.pop()
        states = list(states_of(scope))
        yield scope, states
        containers = [state for state in states if state.fields.get("Type") in CONTAINERS]
        waiting.extend(reversed([child for state in containers for child in inner_scopes(state)]))


def scopes(definition: Json) -> Iterator[Scope]:
    """Every scope, outer before inner, in the order of the text."""
    for scope, _ in levels(definition):
        yield scope


def states(definition: Json) -> Iterator[State]:
    """Every state of every scope, outer before inner, in the order of the text."""
    for _, states in levels(definition):
        yield from states


def states_of(scope: Scope) -> Iterator[State]:
    """The states of one scope, in the order of the text."""
    path = (*scope.path, "States")
    for name, fields in scope.states.items():
        yield State(name, (*path, name), fields if isinstance(fields, dict) else {}, scope, {})


def inner_scopes(state: State) -> Iterator[Scope]:
    """The scopes inside a Parallel (its branches) or a Map (its ItemProcessor, or the older Iterator).

    Their default query language is that of the machine, not that of the Parallel or Map.
    """
    if state.type == "Parallel":
        branches = state.fields.get("Branches")
        for index, branch in enumerate(branches if isinstance(branches, list) else []):
            if isinstance(branch, dict):
                yield Scope((*state.path, "Branches", index), branch, state.scope.language, state)
    if state.type == "Map":
        for field, processor in processors_of(state.fields):
            yield Scope((*state.path, field), processor, state.scope.language, state)


def transitions(state: State, kinds: Collection[TransitionKind] = tuple(_TARGET_FIELDS)) -> list[Transition]:
    """The transitions of a state, only those of the given `kinds`."""
    found: list[Transition] = []
    for kind, key in _TARGET_FIELDS.items():
        if kind not in kinds or key not in state.fields:
            continue
        named = state.fields[key]
        if isinstance(named, list) and kind in ("choice", "catch"):
            found.extend(_listed(state, key, kind, named))
        elif kind in ("next", "default"):
            field = (*state.path, key)
            found.extend(Transition(at, name, kind, None, {}, field) for at, name in targets(named, field))
    return found


def targets(named: Json, path: Path) -> Iterator[tuple[Path, str]]:
    """The names of states at `path`, with their paths: several if a function of a template chooses there."""
    if isinstance(named, str):
        yield path, named
    elif isinstance(named, dict):
        for at, target in possible_values(named, path):
            if isinstance(target, str):
                yield at, target


def choice_rules(state: State) -> Iterator[ChoiceRule]:
    """The rules of a Choice state with all nested rules, outer ones before inner ones."""
    choices = state.fields.get("Choices") if state.type == "Choice" else None
    for index, fields in enumerate(choices if isinstance(choices, list) else []):
        if not isinstance(fields, dict):
            continue
        rule = ChoiceRule((*state.path, "Choices", index), fields, state, outermost=True)
        if COMBINING.isdisjoint(fields):
            yield rule
        else:
            yield from _with_nested(rule)


def values(value: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    """Yield `value`, whose path is `path`, and all values inside it with their paths, outer before inner."""
    waiting = [(path, value)]
    while waiting:
        at, item = waiting.pop()
        yield at, item
        if isinstance(item, dict):
            waiting.extend(((*at, key), inner) for key, inner in reversed(item.items()))
        elif isinstance(item, list):
            waiting.extend(((*at, index), item[index]) for index in reversed(range(len(item))))


def _listed(state: State, key: str, kind: TransitionKind, items: list[Json]) -> Iterator[Transition]:
    for index, item in enumerate(items):
        if isinstance(item, dict) and "Next" in item:
            field = (*state.path, key, index, "Next")
            for path, target in targets(item["Next"], field):
                yield Transition(path, target, kind, index, item, field)


def _with_nested(rule: ChoiceRule) -> Iterator[ChoiceRule]:
    waiting = [rule]
    while waiting:
        rule = waiting.pop()
        yield rule
        waiting.extend(reversed(list(_nested(rule))))


def _nested(rule: ChoiceRule) -> Iterator[ChoiceRule]:
    for operator in ("And", "Or"):
        operands = rule.fields.get(operator)
        for index, fields in enumerate(operands if isinstance(operands, list) else []):
            if isinstance(fields, dict):
                yield ChoiceRule((*rule.path, operator, index), fields, rule.state, outermost=False)
    operand = rule.fields.get("Not")
    if isinstance(operand, dict):
        yield ChoiceRule((*rule.path, "Not"), operand, rule.state, outermost=False)


def _language(fields: dict[str, Json], default: QueryLanguage) -> QueryLanguage:
    named = fields.get("QueryLanguage")
    if named == "JSONata":
        return "JSONata"
    return "JSONPath" if named == "JSONPath" else default
