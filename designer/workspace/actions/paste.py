"""Add the states of an ASL text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.fragment import States, adopted, read
from designer.workspace.actions.shared.insert_position import (
    InsertPosition,
    after,
    alone,
    going_on,
    into,
    way_in,
)
from designer.workspace.actions.shared.insertion import insertion, new_entries
from designer.workspace.actions.shared.make_room import make_room
from designer.workspace.actions.shared.sidecar import entries, standing, write
from exporters.scene import Size, draw
from schemas.core.edits import Edit
from schemas.document.document import Document
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change, Workflow


class Paste(Intent):
    """Add the states of an ASL text, `{"States": {...}}`, to `scope`, the first one at this position.

    `edge`, if given, is the edge that they are put into; `after`, if given, the state that they follow.
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


def act(context: Context, intent: Paste) -> Change:
    """Add the states, laid out among each other. Raises `ActionRefused` where the text holds none.

    Where they come into an arrow or behind a state, that leads to the first of them, and the last of them
    that would end leads on.
    """
    seat = _seat(context, intent)
    states = adopted(read(intent.text), seat.scope, set(context.names))
    last = next((name for name in reversed(states) if states[name].get("End") is True), None)
    if last is not None:
        states[last] = going_on(states[last], seat.onward)
    edits = insertion(seat.scope, states)
    if seat.is_between:
        edits += way_in(seat, next(iter(states)))
    return Change(tuple(edits), _placed(context, intent, seat, states))


def _seat(context: Context, intent: Paste) -> InsertPosition:
    if intent.edge:
        return into(context, intent.edge)
    if intent.after:
        return after(context, intent.after)
    return alone(context, intent.scope)


@dataclass(frozen=True, slots=True)
class _Picture:
    """States as they stand among each other: their places and size, seen from the first, left of which some
    may stand."""

    places: dict[str, Point]
    left: float
    size: Size

    @classmethod
    def of(cls, states: States) -> _Picture:
        first = next(iter(states))
        text = json.dumps({"StartAt": first, "States": states})
        scene = draw(Workflow("", Document.parse(text)))
        boxes = {box.state.name: box for box in scene.boxes.values() if box.state and box.parent == ""}
        corner = boxes[first]
        left = min(box.x for box in boxes.values())
        right = max(box.x + box.width for box in boxes.values())
        bottom = max(box.y + box.height for box in boxes.values())
        places = {name: Point(box.x - corner.x, box.y - corner.y) for name, box in boxes.items()}
        return cls(places, left - corner.x, Size(right - left, bottom - corner.y))


def _placed(context: Context, intent: Paste, seat: InsertPosition, states: States) -> tuple[Edit, ...]:
    """Say where the states stand, and that all others of their scope stay, or make room."""
    picture = _Picture.of(states)
    scope_id = context.identity.scope_ids.get(seat.scope.path, intent.scope)
    boxes = standing(context, scope_id)
    wanted = Point(round(intent.x + picture.left), round(intent.y))
    behind = boxes[context.identity.uids[seat.behind.path]] if seat.behind else None
    corner, others = make_room(boxes, wanted, picture.size, behind) if seat.is_between else (wanted, boxes)
    uids = {name: f"{intent.uid}-{number}" for number, name in enumerate(states)}
    points = {
        uids[name]: Point(round(corner.x - picture.left + place.x), round(corner.y + place.y))
        for name, place in picture.places.items()
    }
    said = entries(context, others) | new_entries(context, uids, points)
    return write(context.workflow.design, said)
