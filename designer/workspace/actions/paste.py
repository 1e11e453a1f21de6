"""Add the states of an ASL text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from designer.protocol.canvas import EdgeKind, Intent
from designer.workspace.actions.shared.carried import read_carried
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.fragment import States, adapted_to, copied_states, read_states
from designer.workspace.actions.shared.insert_position import (
    InsertPosition,
    connect_to,
    insert_position,
    with_successor,
)
from designer.workspace.actions.shared.insertion import entries_with, insert_states, new_entries
from designer.workspace.actions.shared.make_room import place_at
from designer.workspace.actions.shared.sidecar import position_entries, write_entries
from exporters.scene import Size, draw
from schemas.asl.states import transition_kinds
from schemas.core.edits import Edit
from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change, Workflow

Fields = dict[str, dict[str, Json]]


class Paste(Intent):
    """Add the states of an ASL text, `{"States": {...}}`, to `scope`, the first one at this position.

    `edge`, if given, is the edge that they are put into; `after`, if given, the state that they follow;
    `way`, if given, the kind of an edge that is drawn to the first one, as for `AddState`.
    Their uids are `uid` and "-0", "-1", ...; the names are made unique.
    """

    kind: Literal["paste"] = "paste"
    uid: str
    text: str
    scope: str = ""
    x: float
    y: float
    edge: str | None = None
    after: str | None = None
    way: EdgeKind | None = None


def act(context: Context, intent: Paste) -> Change:
    """Add the states, laid out relative to each other. Raises `ActionRefused` where the text has none.

    In an edge or behind a state, the edge leads to the first of them, and the last of them that does not lead
    to another one leads on to the edge's target.
    """
    at = insert_position(context, intent.edge, intent.after, intent.scope, intent.way)
    copied = read_states(intent.text)
    states = adapted_to(copied, at.scope, set(context.names))
    carrying = _carried(intent, copied, states)
    last = _last(states)
    if last is not None:
        states[last] = with_successor(states[last], at.successor)
    edits = insert_states(at.scope, states)
    if at.is_connected:
        edits += connect_to(at, next(iter(states)))
    return Change(tuple(edits), _placed(context, intent, at, states, carrying))


def _last(states: States) -> str | None:
    """The last of the states whose Next leads out of them, else the last Choice whose Default does."""
    for kind, field in (("next", "Next"), ("default", "Default")):
        for name, fields in reversed(states.items()):
            target = fields.get(field)
            is_within = isinstance(target, str) and target in states
            if transition_kinds(str(fields.get("Type")))[:1] == (kind,) and not is_within:
                return name
    return None


@dataclass(frozen=True, slots=True)
class _Layout:
    """The layout of pasted states: `places` relative to the first state, the top left corner of all relative
    to it, and the size of all together."""

    places: dict[str, Point]
    corner: Point
    size: Size

    @classmethod
    def of(cls, states: States) -> _Layout:
        first = next(iter(states))
        text = json.dumps({"StartAt": first, "States": states})
        scene = draw(Workflow("", Document.parse(text)))
        boxes = {box.state.name: box for box in scene.boxes.values() if box.state and box.parent == ""}
        origin = boxes[first]
        left, top = min(box.x for box in boxes.values()), min(box.y for box in boxes.values())
        right = max(box.x + box.width for box in boxes.values())
        bottom = max(box.y + box.height for box in boxes.values())
        places = {name: Point(box.x - origin.x, box.y - origin.y) for name, box in boxes.items()}
        return cls(places, Point(left - origin.x, top - origin.y), Size(right - left, bottom - top))


def _placed(
    context: Context, intent: Paste, at: InsertPosition, states: States, carrying: Fields
) -> tuple[Edit, ...]:
    """Write the positions of the states, and of all others of their scope, which stay or make room."""
    layout = _Layout.of(states)
    scope_id = context.identity.scope_ids.get(at.scope.path, intent.scope)
    wanted = Point(round(intent.x + layout.corner.x), round(intent.y + layout.corner.y))
    corner, others = place_at(context, at, scope_id, wanted, layout.size)
    uids = {name: f"{intent.uid}-{number}" for number, name in enumerate(states)}
    points = {
        uids[name]: Point(
            round(corner.x - layout.corner.x + place.x), round(corner.y - layout.corner.y + place.y)
        )
        for name, place in layout.places.items()
    }
    placed = {
        uid: {**entry, **carrying.get(str(entry["name"]), {})}
        for uid, entry in new_entries(context, uids, points).items()
    }
    inner = {name: fields for name, fields in carrying.items() if name not in uids}
    inside = {
        f"{intent.uid}-in-{number}": {"name": name, **fields}
        for number, (name, fields) in enumerate(inner.items())
    }
    all_entries = position_entries(context, others) | entries_with(context, placed, inside)
    return write_entries(context.workflow.design, all_entries)


def _carried(intent: Paste, copied: States, states: States) -> Fields:
    """The fields of the sidecar that the pasted states bring along, by their new names."""
    known = read_carried(intent.text)
    names = [(state.name, copy.name) for state, copy in copied_states(copied, states)] if known else []
    return {name: known[original] for original, name in names if original in known}
