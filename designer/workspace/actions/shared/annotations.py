"""Notes and lanes in the sidecar: their entries, and the edits that add, change and delete them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.sidecar import position
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, Remove, Set
from schemas.core.paths import Json
from schemas.sidecar.annotations import LEAST_LANE, MAX_NOTE_LENGTH, MAX_OWNER_LENGTH
from schemas.sidecar.design import Point, is_uid
from schemas.sidecar.limits import MAX_ENTRIES

SECTIONS = {"note": "notes", "lane": "lanes"}

EntryKey = tuple[str, str]
"""A section of the sidecar, and the uid of one of its entries."""


def is_annotation(id: str) -> bool:
    """True if the id is that of a note or a lane."""
    return ":" in id


def locate(context: Context, id: str, kind: str = "") -> EntryKey:
    """The key of the note or lane `id` ("<kind>:<uid>").

    Raises `ActionRefused` where there is none, or where it is not of the kind asked for.
    """
    id_kind, _, uid = id.partition(":")
    section = SECTIONS.get(id_kind, "")
    if uid not in context.annotations.get(section, {}) or kind not in ("", id_kind):
        raise ActionRefused("action-gone")
    return section, uid


def add_entries(context: Context, section: str, new: Mapping[str, Mapping[str, Json]]) -> tuple[Edit, ...]:
    """Add entries to a section, by their uids. Raises `ActionRefused` for a taken uid or one too many."""
    design = context.workflow.design
    if not isinstance(design.document.value, dict):
        raise ActionRefused("action-broken-design")
    entries = design.fields.get(section)
    if any(not is_uid(uid) or uid in mapping(entries) for uid in new):
        raise ActionRefused("action-taken")
    if len(mapping(entries)) + len(new) > MAX_ENTRIES:
        raise ActionRefused("action-too-many", limit=f"{MAX_ENTRIES:,}")
    if not isinstance(entries, dict):
        return (Set((section,), {uid: dict(entry) for uid, entry in new.items()}),)
    return tuple(Set((section, uid), dict(entry)) for uid, entry in new.items())


def change_entry(context: Context, key: EntryKey, fields: Mapping[str, Json]) -> tuple[Edit, ...]:
    """Set those fields of a note or a lane that differ."""
    before = entry(context, key)
    new = {name: value for name, value in fields.items() if name not in before or before[name] != value}
    return tuple(Set((*key, name), value) for name, value in new.items())


def remove_annotations(context: Context, ids: Iterable[str]) -> tuple[Edit, ...]:
    """Delete notes and lanes. Raises `ActionRefused` for an unknown id."""
    return tuple(Remove(key) for key in dict.fromkeys(locate(context, id) for id in ids))


def duplicate_annotations(context: Context, ids: Iterable[str], uid: str, aside: float) -> tuple[Edit, ...]:
    """Copy notes and lanes, each `aside` pixels to the right and below; the copies' uids begin with `uid`.

    Raises `ActionRefused` for an unknown id, or where a uid is taken.
    """
    new: dict[str, dict[str, dict[str, Json]]] = {}
    for section, original in dict.fromkeys(locate(context, id) for id in ids):
        at = context.annotations[section][original].position
        copies = new.setdefault(section, {})
        moved = {
            **entry(context, (section, original)),
            "position": position(Point(at.x + aside, at.y + aside)),
        }
        copies[f"{uid}-{section}-{len(copies)}"] = moved
    return tuple(edit for section, copies in new.items() for edit in add_entries(context, section, copies))


def entry(context: Context, key: EntryKey) -> dict[str, Json]:
    """The fields of a note or a lane."""
    section, uid = key
    return mapping(mapping(context.workflow.design.fields.get(section)).get(uid))


def note_entry(text: str, x: float, y: float) -> dict[str, Json]:
    """The fields of a note."""
    return {"text": text[:MAX_NOTE_LENGTH], "position": position(Point(round(x), round(y)))}


def lane_entry(owner: str, x: float, y: float, width: float, height: float) -> dict[str, Json]:
    """The fields of a lane."""
    return {"owner": owner_name(owner), **lane_frame(x, y, width, height)}


def lane_frame(x: float, y: float, width: float, height: float) -> dict[str, Json]:
    """The fields of a lane's position and size."""
    return {
        "position": position(Point(round(x), round(y))),
        "width": max(LEAST_LANE, round(width)),
        "height": max(LEAST_LANE, round(height)),
    }


def owner_name(owner: str) -> str:
    """The owner's name on one line, cut to its longest length."""
    return " ".join(owner.split())[:MAX_OWNER_LENGTH]
