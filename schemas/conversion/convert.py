"""Turns a sketch into a workflow: valid ASL, what was decided, and what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from schemas.conversion.build import Builder
from schemas.conversion.draft import Draft
from schemas.conversion.exits import add_exits
from schemas.conversion.flow import Flow
from schemas.conversion.naming import Naming
from schemas.conversion.plan import Plan
from schemas.conversion.reading.read import read_flow
from schemas.conversion.remark import Remark, Remarks
from schemas.conversion.rendering import in_order
from schemas.conversion.room import Room
from schemas.conversion.words.input_fields import fields_in
from schemas.conversion.words.plain import plain
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json
from schemas.sidecar.annotations import Lane
from schemas.sidecar.sketch import Sketch

ROOT: Mapping[str, Json] = {"QueryLanguage": "JSONata", "StartAt": "", "States": {}}
"""The fields of a new machine."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A converted sketch: the workflow as a draft, and the remarks on it, open points first.

    `states` has the uid of the state that stands for each card which has one, by the card's uid.
    """

    draft: Draft
    remarks: tuple[Remark, ...]
    states: Mapping[str, str]


def convert(sketch: Sketch) -> Conversion:
    """Convert a sketch. The same sketch gives the same workflow. Never raises."""
    remarks = Remarks()
    draft = Draft(root=dict(ROOT))
    flow = read_flow(sketch, remarks)
    if flow is None:
        draft.notes, draft.lanes = _notes(sketch, Room()), _lanes(sketch.lanes, Room())
        remarks.open("convert-nothing")
        return Conversion(draft, remarks.all(), {})
    naming = Naming(sketch, flow)
    draft.input = _input(sketch, flow, naming, remarks)
    plan = Plan(flow, {*sketch.cards, *flow.nodes})
    room = Room.of(plan)
    draft.notes, draft.lanes = _notes(sketch, room), _lanes(sketch.lanes, room)
    Builder(sketch, plan, naming, draft, remarks, room).build()
    add_exits(draft, naming, remarks)
    draft.states = in_order(draft)
    if not draft.states:
        remarks.open("convert-nothing")
    states = _standing(flow, plan, draft)
    return Conversion(
        draft, tuple(_placed(remark, states, draft, naming) for remark in remarks.all()), states
    )


def _input(sketch: Sketch, flow: Flow, naming: Naming, remarks: Remarks) -> dict[str, Json]:
    """The fields of the input contract, by the words of the screens where executions begin."""
    fields: dict[str, Json] = {}
    for uid in flow.triggers:
        listed = fields_in(sketch.cards[uid].text)
        fields = {**listed, **fields}
        names = naming.comma.join(_said(name, field) for name, field in listed.items())
        code = "convert-trigger" if listed else "convert-trigger-no-fields"
        (remarks.decided if listed else remarks.open)(code, uid, screen=naming.words(uid), fields=names)
        guarded = [_said(name, field) for name, field in listed.items() if mapping(field).get("guarded")]
        if guarded:
            remarks.open("convert-guarded", uid, screen=naming.words(uid), fields=naming.comma.join(guarded))
    return fields


def _placed(remark: Remark, states: Mapping[str, str], draft: Draft, naming: Naming) -> Remark:
    """The remark with the words of its card, and with the state that stands for that."""
    if remark.card not in naming.cards:
        return remark
    state = remark.state if remark.state in draft.states else states.get(remark.card, "")
    return replace(remark, state=state, params={"card": naming.words(remark.card), **remark.params})


def _said(name: str, field: Json) -> str:
    return text(mapping(field).get("description")) or name


def _standing(flow: Flow, plan: Plan, draft: Draft) -> dict[str, str]:
    """The states by their cards: the card's own one, else the first of its states, else the next one."""
    found: dict[str, str] = {}
    for uid, node in flow.nodes.items():
        entry = uid if uid in draft.states else plan.entry(uid)
        if node.origin and entry in draft.states:
            found.setdefault(node.origin, entry)
    return {**{card: found[node] for card, node in flow.standing_for.items() if node in found}, **found}


def _notes(sketch: Sketch, room: Room) -> dict[str, Json]:
    return {
        uid: {"text": card.text, "position": room.lowered(card.position).written}
        for uid, card in sketch.cards.items()
        if card.kind == "note" and plain(card.text)
    }


def _lanes(lanes: Mapping[str, Lane], room: Room) -> dict[str, Json]:
    """The lanes behind the same cards, as high as these need them now."""
    return {
        uid: {
            "owner": lane.owner,
            "position": room.lowered(lane.position).written,
            "width": lane.width,
            "height": lane.height + room.further(lane.position.y, lane.position.y + lane.height),
        }
        for uid, lane in lanes.items()
    }
