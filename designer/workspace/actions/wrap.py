"""Put states of one scope into a new Parallel or Map, which takes their place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.edges import remove_edges
from designer.workspace.actions.shared.make_room import (
    Positions,
    inside,
    make_room,
)
from designer.workspace.actions.shared.selection_edges import (
    SelectionEdges,
    connected_groups,
    states_of_one_scope,
)
from designer.workspace.actions.shared.sidecar import (
    boxes_around,
    boxes_in,
    position,
    position_entries,
    write_entries,
)
from exporters.scene import BRANCH_GAP, EMPTY_SCOPE, PADDING, START_SPACE, TITLE, Box
from exporters.scene.space import Rect
from schemas.asl.names import clean, unique
from schemas.asl.states.map import processor
from schemas.asl.states.parallel import branch
from schemas.asl.walk import State
from schemas.core.edits import Edit, Insert, Move, Set
from schemas.core.paths import Json, Path
from schemas.sidecar.design import Point, is_uid
from schemas.sidecar.workflow import Change

Group = Sequence[State]


class Wrap(Intent):
    """Put states of one scope into a new Parallel or Map, which takes their place.

    The edges into and out of them become those of the new state. In a Parallel, states that no edge
    connects run side by side. The canvas chooses uid and name; Python may answer with another name.
    """

    kind: Literal["wrap"] = "wrap"
    uid: str
    name: str
    type: Literal["Parallel", "Map"]
    states: list[str]


def act(context: Context, intent: Wrap) -> Change:
    """Wrap the states.

    Raises `ActionRefused` where they are of several scopes, or where one state cannot have all their edges.
    """
    if not is_uid(intent.uid) or intent.uid in context.identity.states:
        raise ActionRefused("action-taken")
    chosen = states_of_one_scope(context, intent.states)
    groups = connected_groups(context, chosen) if intent.type == "Parallel" else [chosen]
    name = unique(clean(intent.name) or intent.type, set(context.names))
    scope = chosen[0].scope
    path = (*scope.path, "States", name)
    edges = SelectionEdges.around(context, chosen)
    fields = _fields(intent.type, [edges.start(group) for group in groups], edges)
    inner = [_scope_path(path, intent.type, index) for index in range(len(groups))]
    edits: list[Edit] = [Set(edge.path, name) for edge in edges.entering]
    edits += remove_edges(edges.leaving)
    edits.append(Insert(path, fields, before=chosen[0].name))
    edits += [
        Move(state.path, (*inside, "States", state.name))
        for inside, group in zip(inner, groups, strict=True)
        for state in group
    ]
    return Change(tuple(edits), _placed(context, intent, name, groups))


def _fields(type: str, starts: list[str], edges: SelectionEdges) -> dict[str, Json]:
    if type == "Map":
        inside: dict[str, Json] = {"ItemProcessor": {**processor(), "StartAt": starts[0]}}
    else:
        branches: list[Json] = [{**branch(), "StartAt": start} for start in starts]
        inside = {"Branches": branches if len(branches) > 1 else [*branches, branch()]}
    return {"Type": type, **inside, **edges.outgoing_fields()}


def _scope_path(path: Path, type: str, index: int) -> Path:
    return (*path, "ItemProcessor") if type == "Map" else (*path, "Branches", index)


def _placed(context: Context, intent: Wrap, name: str, groups: Sequence[Group]) -> tuple[Edit, ...]:
    """Write the position of the new state and of those in it, and of all others, which make room for it."""
    uids = context.identity.uids
    scope_id = context.scope_id(groups[0][0])
    boxes = boxes_in(context, scope_id)
    grouped = [[boxes[uids[state.path]] for state in group] for group in groups]
    wrapped = {box.id for group in grouped for box in group}
    beside = {uid: box.rect for uid, box in boxes.items() if uid not in wrapped}
    wanted = inside(scope_id, _rect(intent.type, grouped))
    place, apart = make_room(beside, wanted, context.scene.successors)
    moved: Positions = {box.id: point for group in grouped for box, point in _moved_in(group)}
    moved |= {uid: rect.corner for uid, rect in apart.items()}
    entries = position_entries(context, {**boxes_around(context, scope_id), **moved})
    for index, group in enumerate(grouped):
        for box in group:
            if "scope" in entries[box.id]:
                entries[box.id]["scope"] = intent.uid if intent.type == "Map" else f"{intent.uid}/{index}"
    new: dict[str, Json] = {"name": name, "position": position(place.corner)}
    return write_entries(context.workflow.design, {**entries, intent.uid: new})


def _moved_in(group: list[Box]) -> list[tuple[Box, Point]]:
    left, top = min(box.x for box in group), min(box.y for box in group)
    right, down = PADDING - left, TITLE + START_SPACE - top
    return [(box, Point(box.x + right, box.y + down)) for box in group]


def _rect(type: str, groups: list[list[Box]]) -> Rect:
    """The rectangle of the new state: at the top of the others, centred on them."""
    boxes = [box for group in groups for box in group]
    middle = (min(box.x for box in boxes) + max(box.x + box.width for box in boxes)) / 2
    sizes = [_size(group) for group in groups]
    if type == "Map":
        width, height = sizes[0]
    else:
        sizes = sizes if len(sizes) > 1 else [*sizes, EMPTY_SCOPE]
        width = sum(width for width, _ in sizes) + BRANCH_GAP * (len(sizes) - 1) + 2 * PADDING
        height = TITLE + max(height for _, height in sizes) + PADDING
    return Rect(round(middle - width / 2), min(box.y for box in boxes), width, height)


def _size(group: list[Box]) -> tuple[float, float]:
    """Width and height of the scope around the group."""
    width = max(box.x + box.width for box in group) - min(box.x for box in group)
    height = max(box.y + box.height for box in group) - min(box.y for box in group)
    least_width, least_height = EMPTY_SCOPE
    return (
        max(least_width, width + 2 * PADDING),
        max(least_height, TITLE + START_SPACE + height + PADDING),
    )
