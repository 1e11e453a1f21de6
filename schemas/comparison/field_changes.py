"""The fields of a state, of the machine and of the sidecar that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from schemas.asl.graph import Edge
from schemas.comparison.content import in_order
from schemas.comparison.kinds import KINDS, FieldKind
from schemas.comparison.side import Side
from schemas.core.edits import Insert, Remove
from schemas.core.paths import Json, Path, value_at
from schemas.document.differences import differences, same

TARGETS = ("Next", "Default", "End", "StartAt")
TIMES = frozenset(
    {
        "Seconds", "SecondsPath", "Timestamp", "TimestampPath", "TimeoutSeconds", "TimeoutSecondsPath",
        "HeartbeatSeconds", "HeartbeatSecondsPath", "IntervalSeconds", "MaxDelaySeconds", "BackoffRate",
        "JitterStrategy",
    }
)  # fmt: skip
"""The fields of waits, deadlines and of the delays between attempts."""

IDENTITY = ("name", "scope", "card", "child")
"""The fields of an entry that say of which state it is, and where that came from."""

DRAWINGS = ("sketch", "notes", "lanes")
"""The sections of the sidecar that are told as one difference: their parts have uids, no names."""


class Absent(Enum):
    """The mark of a value that is not there; null is a value."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT
Value = Json | Absent


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value at `path` that differs; the path begins at the state, or at the machine or its sidecar.

    The values are as each workflow has them, so those of a transition are names of its states.
    """

    kind: FieldKind
    path: Path
    old: Value
    new: Value


def weightiest_first(changes: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    """The changes by their kinds; those of one kind in the order of the fields."""
    return tuple(sorted(changes, key=lambda change: KINDS.index(change.kind)))


def field_changes(
    old: Side, path: Path, new: Side, other: Path, names: dict[Path, str]
) -> Iterator[FieldChange]:
    """The differences of the fields at `path` of the old definition and at `other` of the new one.

    `names` has the new name of each old state, so that a renamed target is no difference.
    """

    def renamed(edge: Edge) -> str:
        return names.get(edge.target.path, edge.name) if edge.target else edge.name

    before, after = old.fields(path, renamed), new.fields(other, lambda edge: edge.name)
    plain = old.fields(path, lambda edge: edge.name)
    for change in _changes(before, after):
        kind = _kind(change.path)
        was = value_at(plain, change.path)[1] if change.old is not ABSENT else ABSENT
        yield FieldChange(kind, change.path, was, change.new)


def entry_changes(old: Side, path: Path, new: Side, other: Path) -> Iterator[FieldChange]:
    """The differences of the two states' entries in the sidecars; none where a sidecar has no entries."""
    if not old.workflow.design.states or not new.workflow.design.states:
        return
    before, after = old.entry(path), new.entry(other)
    for change in _changes(_described(before), _described(after)):
        yield FieldChange("described", change.path, change.old, change.new)
    was, now = before.get("position"), after.get("position")
    if before and after and not same(in_order(was), in_order(now)):
        yield FieldChange("placed", ("position",), was, now)


def section_changes(old: Side, new: Side) -> Iterator[FieldChange]:
    """The differences of the sidecars apart from the states."""
    before, after = _sections(old), _sections(new)
    for section in DRAWINGS:
        if section in before and section in after:
            was, now = before.pop(section), after.pop(section)
            if not same(in_order(was), in_order(now)):
                yield FieldChange("described", (section,), was, now)
    for change in _changes(before, after):
        yield FieldChange("described", change.path, change.old, change.new)


def _sections(side: Side) -> dict[str, Json]:
    fields = side.workflow.design.fields
    return {name: value for name, value in fields.items() if name not in ("states", "version")}


def _described(entry: dict[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in entry.items() if name not in (*IDENTITY, "position")}


def _changes(before: dict[str, Json], after: dict[str, Json]) -> Iterator[FieldChange]:
    """The differences of two objects, as changes of fields; the order of keys is none."""
    for name in sorted({*before, *after}):
        if name not in before or name not in after:
            yield FieldChange("changed", (name,), before.get(name, ABSENT), after.get(name, ABSENT))
            continue
        one, two = in_order(before[name]), in_order(after[name])
        for edit in differences(one, two, (name,)):
            was = ABSENT if isinstance(edit, Insert) else value_at(one, edit.path[1:])[1]
            yield FieldChange("changed", edit.path, was, ABSENT if isinstance(edit, Remove) else edit.value)


def _kind(path: Path) -> FieldKind:
    last = path[-1]
    is_rule = path[:1] in (("Choices",), ("Catch",)) and len(path) <= 2
    if is_rule or (last in TARGETS and _names_target(path)):
        return "rewired"
    is_time = path[0] in TIMES or (path[0] == "Retry" and last in TIMES)
    return "retimed" if is_time else "changed"


def _names_target(path: Path) -> bool:
    """True for the field of a transition, which stands in the state, a rule, a catcher or a scope."""
    return (
        path[0] in (*TARGETS, "Choices", "Catch", "Branches", "ItemProcessor", "Iterator") and len(path) <= 3
    )
