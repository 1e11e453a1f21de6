"""A comparison as JSON, for programs."""

from __future__ import annotations

from schemas.asl.walk import State
from schemas.comparison.comparison import Comparison, StateChange
from schemas.comparison.field_changes import ABSENT, FieldChange
from schemas.core.paths import Json, pointer


def as_data(comparison: Comparison) -> dict[str, Json]:
    """The comparison as an object; paths are JSON pointers, and a value that is not there has no key."""
    return {
        "equal": comparison.is_equal,
        "counts": {str(kind): count for kind, count in comparison.counts.items()},
        "states": [_state(change) for change in comparison.states],
        "machine": [_field(change) for change in comparison.machine],
    }


def _state(change: StateChange) -> Json:
    return {
        "kinds": list(change.kinds),
        "old": _named(change.old),
        "new": _named(change.new),
        "fields": [_field(field) for field in change.fields],
    }


def _named(state: State | None) -> Json:
    return {"name": state.name, "path": pointer(state.path)} if state else None


def _field(change: FieldChange) -> Json:
    fields: dict[str, Json] = {"kind": change.kind, "path": pointer(change.path)}
    for side, value in (("old", change.old), ("new", change.new)):
        if value is not ABSENT:
            fields[side] = value
    return fields
