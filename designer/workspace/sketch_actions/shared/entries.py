"""The entries of cards and arrows as the sidecar writes them."""

from __future__ import annotations

from collections.abc import Container

from designer.workspace.sketch_actions.shared.context import inside
from exporters.scene.sketch import is_reached, leads_on
from schemas.core.hidden_characters import without_hidden
from schemas.core.paths import Json
from schemas.sidecar.annotations import MAX_NOTE_LENGTH
from schemas.sidecar.sketch import CARD_KINDS, Arrow, Card, CardKind, Sketch

LONGEST_LABEL = 200


def card_entry(card: Card) -> dict[str, Json]:
    """The fields of a card."""
    owner: dict[str, Json] = {"owner": card.owner} if card.owner else {}
    return {"kind": card.kind, "text": card.text, **owner, "position": inside(card.position).written}


def arrow_entry(arrow: Arrow) -> dict[str, Json]:
    """The fields of an arrow."""
    label: dict[str, Json] = {"label": arrow.label} if arrow.label else {}
    return {"from": arrow.source, "to": arrow.target, **label}


def card_kind(said: str) -> CardKind:
    """The kind of that name; a note where there is none."""
    return said if said in CARD_KINDS else "note"


def card_text(said: str) -> str:
    """The words of a card, no longer than a note may be."""
    return said.strip()[:MAX_NOTE_LENGTH]


def label_text(said: str) -> str:
    """The words of an arrow, on one line."""
    return " ".join(without_hidden(said).split())[:LONGEST_LABEL]


def may_connect(sketch: Sketch, source: str, target: str, drawn: Container[tuple[str, str]]) -> bool:
    """True if an arrow may be drawn between two cards: there is one each way, and none at a note."""
    cards = sketch.cards
    if source == target or source not in cards or target not in cards or (source, target) in drawn:
        return False
    return leads_on(cards[source].kind) and is_reached(cards[target].kind)


def drawn_pairs(sketch: Sketch) -> set[tuple[str, str]]:
    """The ends of the arrows that are drawn."""
    return {(arrow.source, arrow.target) for arrow in sketch.arrows.values()}
