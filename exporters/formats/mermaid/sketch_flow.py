"""A sketch as a flowchart: each kind of card has its shape and its class, lanes are subgraphs."""

from __future__ import annotations

from collections.abc import Mapping

from exporters.formats.mermaid.text import FlowText, label, link, node
from schemas.sidecar.annotations import Lane
from schemas.sidecar.sketch import Card, CardKind, Sketch

SHAPES: Mapping[CardKind, tuple[str, str]] = {
    "screen": ("[/", "/]"),
    "decision": ("{", "}"),
    "table": ("[(", ")]"),
    "person": ("[\\", "/]"),
    "external": ("[[", "]]"),
    "succeeded": ("([", "])"),
    "failed": ("([", "])"),
    "note": (">", "]"),
}
STEP = ("[", "]")
STYLES: Mapping[CardKind, str] = {
    "failed": "stroke:#c62828,stroke-width:2px",
    "succeeded": "stroke:#2e7d32,stroke-width:2px",
    "note": "stroke-dasharray:4",
}
CARD_CENTER = (110, 40)
"""Pixels from a card's corner to about its middle, by which it belongs to a lane."""


def sketch_flow(sketch: Sketch) -> str:
    """The flowchart of a sketch; `schemas.diagrams` reads the same cards, kinds and arrows from it."""
    flow = FlowText(_direction(sketch))
    ids = {uid: f"n{number}" for number, uid in enumerate(sketch.cards, 1)}
    grouped = _grouped(sketch)
    for number, (owner, uids) in enumerate(grouped.items(), 1):
        if owner:
            flow.begin(f"lane{number}", owner)
        for uid in uids:
            card = sketch.cards[uid]
            flow.add(node(ids[uid], SHAPES.get(card.kind, STEP), label(*card.text.split("\n")), card.kind))
        if owner:
            flow.end()
    for arrow in sketch.arrows.values():
        flow.add(link(ids[arrow.source], ids[arrow.target], arrow.label))
    for kind in sorted({card.kind for card in sketch.cards.values()} & STYLES.keys()):
        flow.add(f"classDef {kind} {STYLES[kind]}")
    return str(flow)


def _direction(sketch: Sketch) -> str:
    """LR where the arrows lead more to the side than down."""
    across = down = 0.0
    for arrow in sketch.arrows.values():
        source, target = sketch.cards[arrow.source].position, sketch.cards[arrow.target].position
        across, down = across + abs(target.x - source.x), down + abs(target.y - source.y)
    return "LR" if across > down else "TD"


def _grouped(sketch: Sketch) -> dict[str, list[str]]:
    """The cards by the smallest lane that they stand on, else by their owner; "" for none."""
    grouped: dict[str, list[str]] = {}
    for uid, card in sketch.cards.items():
        grouped.setdefault(_lane_of(card, sketch) or card.owner.strip(), []).append(uid)
    return grouped


def _lane_of(card: Card, sketch: Sketch) -> str:
    around = [lane for lane in sketch.lanes.values() if lane.owner.strip() and _stands_on(card, lane)]
    return min(around, key=lambda lane: lane.width * lane.height).owner.strip() if around else ""


def _stands_on(card: Card, lane: Lane) -> bool:
    x, y = card.position.x + CARD_CENTER[0], card.position.y + CARD_CENTER[1]
    across = lane.position.x <= x <= lane.position.x + lane.width
    return across and lane.position.y <= y <= lane.position.y + lane.height
