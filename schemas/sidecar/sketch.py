"""The sketch in a sidecar: cards and arrows that a team draws before there are states."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from schemas.asl.json_schema import schema
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json
from schemas.sidecar.design import Design, Point, is_uid, read_point
from schemas.sidecar.limits import MAX_ENTRIES

CardKind = str
CARD_KINDS: tuple[CardKind, ...] = tuple(schema("design")["$defs"]["card"]["properties"]["kind"]["enum"])
"""The kinds of cards in the order in which they are offered, from the JSON Schema of the sidecar."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card: its kind, text and owner; `position` is its top left corner."""

    kind: CardKind
    text: str
    position: Point
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow from the card `source` to the card `target` (uids); its label is the condition."""

    source: str
    target: str
    label: str = ""


@dataclass(frozen=True)
class Sketch:
    """Cards and arrows by their uids; both cards of each arrow exist."""

    cards: dict[str, Card] = field(default_factory=dict)
    arrows: dict[str, Arrow] = field(default_factory=dict)


def read_sketch(design: Design) -> Sketch:
    """The sketch of a sidecar.

    Never raises: an entry whose key is no valid uid or that is one too many, and an arrow without one of its
    cards are left out, and an invalid field has its default value. `check_design` reports the errors.
    """
    fields = mapping(design.fields.get("sketch"))
    cards = {uid: _card(mapping(entry)) for uid, entry in _entries(fields.get("cards"))}
    arrows = {uid: _arrow(mapping(entry)) for uid, entry in _entries(fields.get("arrows"))}
    whole = {uid: arrow for uid, arrow in arrows.items() if {arrow.source, arrow.target} <= cards.keys()}
    return Sketch(cards, whole)


def _entries(value: Json) -> list[tuple[str, Json]]:
    entries = islice(mapping(value).items(), MAX_ENTRIES)
    return [(uid, entry) for uid, entry in entries if is_uid(uid)]


def _card(fields: dict[str, Json]) -> Card:
    return Card(
        kind=next((kind for kind in CARD_KINDS if kind == fields.get("kind")), "note"),
        text=text(fields.get("text")),
        position=read_point(fields.get("position")) or Point(0, 0),
        owner=text(fields.get("owner")),
    )


def _arrow(fields: dict[str, Json]) -> Arrow:
    return Arrow(text(fields.get("from")), text(fields.get("to")), text(fields.get("label")))
