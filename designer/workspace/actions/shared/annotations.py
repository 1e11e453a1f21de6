"""How notes and lanes are written into the sidecar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.sidecar import position
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, Remove, Set
from schemas.core.paths import Json
from schemas.sidecar.annotations import LEAST_LANE, LONGEST_NOTE, LONGEST_OWNER
from schemas.sidecar.design import Point, is_uid

SECTIONS = {"note": "notes", "lane": "lanes"}

Where = tuple[str, str]
"""A section of the sidecar, and the uid of one of its entries."""


def is_annotation(id: str) -> bool:
    """Whether the id is that of a note or a lane."""
    return ":" in id


def located(context: Context, id: str, kind: str = "") -> Where:
    """Where the sidecar has the note or lane `id` ("<kind>:<uid>"). Raises `ActionRefused` where it has none,
    or where it is not of that kind."""
    found, _, uid = id.partition(":")
    section = SECTIONS.get(found, "")
    if uid not in context.beside.get(section, {}) or kind not in ("", found):
        raise ActionRefused("action-gone")
    return section, uid


def added(context: Context, section: str, new: Mapping[str, Mapping[str, Json]]) -> tuple[Edit, ...]:
    """Add entries to a section, by their uids. Raises `ActionRefused`."""
    design = context.workflow.design
    if not isinstance(design.document.value, dict):
        raise ActionRefused("action-broken-design")
    entries = design.fields.get(section)
    if any(not is_uid(uid) or uid in mapping(entries) for uid in new):
        raise ActionRefused("action-taken")
    if not isinstance(entries, dict):
        return (Set((section,), {uid: dict(entry) for uid, entry in new.items()}),)
    return tuple(Set((section, uid), dict(entry)) for uid, entry in new.items())


def changed(context: Context, where: Where, said: Mapping[str, Json]) -> tuple[Edit, ...]:
    """Say something else of a note or a lane."""
    known = entry(context, where)
    new = {key: value for key, value in said.items() if key not in known or known[key] != value}
    return tuple(Set((*where, key), value) for key, value in new.items())


def removed(context: Context, ids: Iterable[str]) -> tuple[Edit, ...]:
    """Take notes and lanes away. Raises `ActionRefused`."""
    return tuple(Remove(where) for where in dict.fromkeys(located(context, id) for id in ids))


def again(context: Context, ids: Iterable[str], uid: str, aside: float) -> tuple[Edit, ...]:
    """Add the notes and lanes once more, beside themselves; their uids begin with `uid`.

    Raises `ActionRefused`.
    """
    new: dict[str, dict[str, dict[str, Json]]] = {}
    for section, of in dict.fromkeys(located(context, id) for id in ids):
        at = context.beside[section][of].position
        copies = new.setdefault(section, {})
        moved = {**entry(context, (section, of)), "position": position(Point(at.x + aside, at.y + aside))}
        copies[f"{uid}-{section}-{len(copies)}"] = moved
    return tuple(edit for section, copies in new.items() for edit in added(context, section, copies))


def entry(context: Context, where: Where) -> dict[str, Json]:
    """What the sidecar says there."""
    section, uid = where
    return mapping(mapping(context.workflow.design.fields.get(section)).get(uid))


def note(text: str, x: float, y: float) -> dict[str, Json]:
    """A note as it is written."""
    return {"text": text[:LONGEST_NOTE], "position": position(Point(round(x), round(y)))}


def lane(owner: str, x: float, y: float, width: float, height: float) -> dict[str, Json]:
    """A lane as it is written."""
    return {"owner": owner_name(owner), **frame(x, y, width, height)}


def frame(x: float, y: float, width: float, height: float) -> dict[str, Json]:
    """The place and the size of a lane as they are written."""
    return {
        "position": position(Point(round(x), round(y))),
        "width": max(LEAST_LANE, round(width)),
        "height": max(LEAST_LANE, round(height)),
    }


def owner_name(owner: str) -> str:
    """The name of a lane in one line."""
    return " ".join(owner.split())[:LONGEST_OWNER]
