"""A sketch as the sidecar writes it."""

from __future__ import annotations

import json

from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.sidecar.annotations import Lane
from schemas.sidecar.design import Design
from schemas.sidecar.sketch import Arrow, Card, Sketch


def written_sketch(sketch: Sketch) -> Json:
    """The value of `sketch` in the sidecar: cards, arrows, and lanes if there are any; no empty fields."""
    lanes = {uid: _lane(lane) for uid, lane in sketch.lanes.items()}
    return {
        "cards": {uid: _card(card) for uid, card in sketch.cards.items()},
        "arrows": {uid: _arrow(arrow) for uid, arrow in sketch.arrows.items()},
        **({"lanes": lanes} if lanes else {}),
    }


def design_with_sketch(sketch: Sketch, title: str = "") -> Design:
    """A new sidecar with that sketch and, if it is given, the title of the workflow."""
    fields = {"version": 1, **({"title": title} if title else {}), "sketch": written_sketch(sketch)}
    return Design(Document.parse(json.dumps(fields, ensure_ascii=False, indent=2) + "\n", "json"))


def _card(card: Card) -> Json:
    owner: dict[str, Json] = {"owner": card.owner} if card.owner else {}
    return {"kind": card.kind, "text": card.text, **owner, "position": card.position.written}


def _arrow(arrow: Arrow) -> Json:
    label: dict[str, Json] = {"label": arrow.label} if arrow.label else {}
    return {"from": arrow.source, "to": arrow.target, **label}


def _lane(lane: Lane) -> Json:
    return {
        "owner": lane.owner,
        "position": lane.position.written,
        "width": lane.width,
        "height": lane.height,
    }
