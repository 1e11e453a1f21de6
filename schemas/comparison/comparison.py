"""Compares two workflows: what has become of each state, and which fields, edges and times are others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.asl.walk import Scope, State
from schemas.comparison.field_changes import (
    FieldChange,
    entry_changes,
    field_changes,
    section_changes,
    weightiest_first,
)
from schemas.comparison.kinds import KINDS, Kind
from schemas.comparison.matching import match_states
from schemas.comparison.side import Side
from schemas.core.paths import Path
from schemas.sidecar.workflow import Workflow, new_workflow


@dataclass(frozen=True, slots=True)
class StateChange:
    """A state that differs: `old` is None for one that was added, `new` for one that was removed.

    `kinds` says in which ways, `fields` where.
    """

    old: State | None
    new: State | None
    kinds: tuple[Kind, ...]
    fields: tuple[FieldChange, ...] = ()

    @property
    def name(self) -> str:
        """The name of the state as it is now, or was last."""
        state = self.new or self.old
        return state.name if state else ""


@dataclass(frozen=True)
class Comparison:
    """The differences of two workflows; `machine` has those that are of no state.

    `matched` has the path of each new state by that of the old one. The states are in the order of the new
    text; those that were removed come last.
    """

    old: Side
    new: Side
    matched: dict[Path, Path]
    states: tuple[StateChange, ...]
    machine: tuple[FieldChange, ...]

    @property
    def is_equal(self) -> bool:
        """True if both workflows do, say and look the same; the layout of their texts may differ."""
        return not self.states and not self.machine

    @property
    def counts(self) -> dict[Kind, int]:
        """The number of states for each kind of change that there is."""
        found = Counter(kind for change in self.states for kind in change.kinds)
        return {kind: found[kind] for kind in KINDS if found[kind]}


def compare(old: Workflow | None, new: Workflow | None) -> Comparison:
    """Compare two workflows whose texts can be read; None stands for one that is not there."""
    before, after = Side(old or new_workflow("")), Side(new or new_workflow(""))
    matched = match_states(before, after)
    scopes = _match_scopes(before, after, matched)
    names = {path: after.states[other].name for path, other in matched.items()}
    became = {other: path for path, other in matched.items()}
    states = [
        change
        for path, state in after.states.items()
        if (change := _change(before, after, became.get(path), state, scopes, names))
    ]
    removed = [
        StateChange(state, None, ("removed",)) for path, state in before.states.items() if path not in matched
    ]
    both = old is not None and new is not None
    machine = (*field_changes(before, (), after, (), names), *section_changes(before, after)) if both else ()
    return Comparison(before, after, matched, (*states, *removed), weightiest_first(machine))


def _change(
    before: Side, after: Side, path: Path | None, new: State, scopes: dict[Path, Path], names: dict[Path, str]
) -> StateChange | None:
    if path is None:
        return StateChange(None, new, ("added",))
    old = before.states[path]
    found = (
        *field_changes(before, path, after, new.path, names),
        *entry_changes(before, path, after, new.path),
    )
    fields = weightiest_first(found)
    kinds = tuple(_kinds(old, new, fields, scopes))
    return StateChange(old, new, kinds, fields) if kinds else None


def _kinds(
    old: State, new: State, fields: tuple[FieldChange, ...], scopes: dict[Path, Path]
) -> Iterator[Kind]:
    if old.name != new.name:
        yield "renamed"
    if scopes.get(old.scope.path) != new.scope.path:
        yield "moved"
    aspects = {change.kind for change in fields}
    yield from (kind for kind in KINDS if kind in aspects)


def _match_scopes(before: Side, after: Side, matched: dict[Path, Path]) -> dict[Path, Path]:
    """The new scope by the old one: those of matched owners, branches by the states that they share."""
    found: dict[Path, Path] = {(): ()}
    members = _members(before)
    for path, other in matched.items():
        inner, others = before.inner.get(path, ()), after.inner.get(other, ())
        if len(inner) == len(others) == 1:
            found[inner[0].path] = others[0].path
            continue
        free = {scope.path for scope in others}
        for scope in inner:
            if chosen := _most_shared(scope, members, matched, after, free):
                found[scope.path] = chosen
                free.discard(chosen)
    return found


def _members(side: Side) -> dict[Path, list[Path]]:
    found: dict[Path, list[Path]] = defaultdict(list)
    for path, state in side.states.items():
        found[state.scope.path].append(path)
    return found


def _most_shared(
    scope: Scope, members: dict[Path, list[Path]], matched: dict[Path, Path], after: Side, free: set[Path]
) -> Path | None:
    shared = Counter(
        after.states[matched[path]].scope.path for path in members[scope.path] if path in matched
    )
    return next((path for path, _ in shared.most_common() if path in free), None)
