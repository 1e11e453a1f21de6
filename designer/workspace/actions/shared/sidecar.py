"""The states' entries in the sidecar, and the edits that write and remove them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from designer.workspace.actions.shared.context import ActionRefused, Context
from exporters.scene import Box
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, Remove, Set
from schemas.core.paths import Json
from schemas.sidecar.design import Design, Point, StateDesign


def position_entries(context: Context, points: Mapping[str, Point | Box]) -> dict[str, dict[str, Json]]:
    """The entries of states at these positions, by uid. Raises `ActionRefused` for an unknown uid."""
    return {uid: {**reference(context, uid), "position": position(point)} for uid, point in points.items()}


def reference(context: Context, uid: str) -> dict[str, Json]:
    """The fields by which an entry refers to its state: its name, and its scope where the name is not unique.

    Raises `ActionRefused` for an unknown uid.
    """
    state = context.state(uid)
    scope: dict[str, Json] = {"scope": context.scope_id(state)} if context.names[state.name] > 1 else {}
    return {"name": state.name, **scope}


def set_text(context: Context, uid: str, field: str, text: str) -> tuple[Edit, ...]:
    """Set a field of a state's entry, or remove it where `text` is empty.

    Raises `ActionRefused` for an unknown uid.
    """
    text, entry = text.strip(), reference(context, uid)
    design = context.workflow.design
    if text:
        return write_entries(design, {uid: {**entry, field: text}})
    before = mapping(mapping(design.fields.get("states")).get(uid))
    return (Remove(("states", uid, field)),) if field in before else ()


def position(point: Point | Box) -> Json:
    """A position as the sidecar writes it."""
    return Point(point.x, point.y).written


def write_entries(design: Design, entries: Mapping[str, Mapping[str, Json]]) -> tuple[Edit, ...]:
    """Set those fields of states' entries, by uid, that differ.

    Raises `ActionRefused` where the sidecar cannot be read.
    """
    if not isinstance(design.document.value, dict):
        raise ActionRefused("action-broken-design")
    states = design.fields.get("states")
    if not isinstance(states, dict):
        return (Set(("states",), {uid: dict(fields) for uid, fields in entries.items()}),) if entries else ()
    edits: list[Edit] = []
    for uid, fields in entries.items():
        before = states.get(uid)
        if isinstance(before, dict):
            changed = {
                key: value for key, value in fields.items() if key not in before or before[key] != value
            }
            edits += [Set(("states", uid, key), value) for key, value in changed.items()]
        else:
            edits.append(Set(("states", uid), dict(fields)))
    return tuple(edits)


def remove_entries(design: Design, uids: Iterable[str]) -> tuple[Edit, ...]:
    """Remove the entries of these states."""
    states = design.fields.get("states")
    entries = states if isinstance(states, dict) else {}
    return tuple(Remove(("states", uid)) for uid in uids if uid in entries)


def boxes_in(context: Context, scope_id: str) -> dict[str, Box]:
    """The boxes of one scope's states, by uid."""
    return {box.id: box for box in context.scene.boxes.values() if box.parent == scope_id and box.state}


def has_position(entry: StateDesign | None) -> bool:
    """True if the state's entry has a position."""
    return entry is not None and entry.position is not None


def boxes_around(context: Context, scope_id: str) -> dict[str, Box]:
    """The boxes of the states of one scope and of all scopes around it, by uid.

    Written down, they stay where they are when their scope changes.
    """
    found: dict[str, Box] = {}
    parent = scope_id
    while True:
        found |= boxes_in(context, parent)
        box = context.scene.boxes.get(parent)
        if box is None:
            return found
        parent = box.parent
