"""The sketch in a sidecar: cards and arrows that a team draws before there are states."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from schemas.core.coerce import mapping, text
from schemas.core.paths import Json
from schemas.sidecar.annotations import Lane, read_lanes
from schemas.sidecar.design import Design, Point, is_uid, read_point
from schemas.sidecar.limits import MAX_ENTRIES
from schemas.sidecar.operations import UNANSWERED, Operations, read_operations
from schemas.sidecar.schema_enums import choices

CardKind = str
CARD_KINDS: tuple[CardKind, ...] = choices("card", "kind")
"""The kinds of cards in the order in which they are offered, from the JSON Schema of the sidecar."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card: its kind, text, owner and operations card; `position` is its top left corner."""

    kind: CardKind
    text: str
    position: Point
    owner: str = ""
    operations: Operations = UNANSWERED


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow from the card `source` to the card `target` (uids); its label is the condition."""

    source: str
    target: str
    label: str = ""


@dataclass(frozen=True)
class Sketch:
    """Cards, arrows and lanes by their uids; both cards of each arrow exist."""

    cards: dict[str, Card] = field(default_factory=dict)
    arrows: dict[str, Arrow] = field(default_factory=dict)
    lanes: dict[str, Lane] = field(default_factory=dict)


def read_sketch(design: Design) -> Sketch:
    """The sketch of a sidecar.

    Never raises: an entry whose key is no valid uid or that is one too many, and an arrow without one of its
    cards are left out, and an invalid field has its default value. `check_design` reports the errors.
    """
    return sketch_of(mapping(design.fields.get("sketch")))


def read_converted(design: Design) -> Sketch | None:
    """The sketch as it was when it was turned into the workflow last; None if it never was. Never raises."""
    converted = mapping(design.fields.get("sketch")).get("converted")
    return sketch_of(converted) if isinstance(converted, dict) else None


def sketch_of(fields: dict[str, Json]) -> Sketch:
    """The sketch in the fields of an object with `cards`, `arrows` and `lanes`. Never raises."""
    cards = {uid: _card(mapping(entry)) for uid, entry in _entries(fields.get("cards"))}
    arrows = {uid: _arrow(mapping(entry)) for uid, entry in _entries(fields.get("arrows"))}
    whole = {uid: arrow for uid, arrow in arrows.items() if {arrow.source, arrow.target} <= cards.keys()}
    return Sketch(cards, whole, read_lanes(fields.get("lanes")))


def _entries(value: Json) -> list[tuple[str, Json]]:
    entries = islice(mapping(value).items(), MAX_ENTRIES)
    return [(uid, entry) for uid, entry in entries if is_uid(uid)]


def _card(fields: dict[str, Json]) -> Card:
    return Card(
        kind=next((kind for kind in CARD_KINDS if kind == fields.get("kind")), "note"),
        text=text(fields.get("text")),
        position=read_point(fields.get("position")) or Point(0, 0),
        owner=text(fields.get("owner")),
        operations=read_operations(fields.get("operations")),
    )


def _arrow(fields: dict[str, Json]) -> Arrow:
    return Arrow(text(fields.get("from")), text(fields.get("to")), text(fields.get("label")))
