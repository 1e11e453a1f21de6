"""The board to show: the sketch as cards and arrows on a sheet of paper, in the words of the screen.

The board knows no style sheet of others', but a card's content is HTML. So one more card lies beneath all
others, the sheet: it brings the styles, a click on it selects nothing, and it gives the view its frame.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from math import ceil, floor

from designer.base.words import word
from designer.sketch.content import content
from designer.sketch.kinds import kinds
from designer.sketch.snapshot import Edge, Node, Place, Shown, Snapshot
from schemas.core.beside import text_beside
from schemas.core.diagnostic import Language
from schemas.sidecar.design import Point
from schemas.sidecar.sketch import Arrow, Card, Sketch

SHEET = "/sheet"
MARGIN = 60
STEP = 100
CARD_WIDTH, CARD_HEIGHT = 232, 120
"""In pixels; a card with more words on it is higher."""
WIDTH, HEIGHT = 1000, 640
"""The sheet's at least."""


@dataclass(frozen=True)
class Board:
    """Cards and arrows as the board shows them; the sheet is the first card."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def sheet(self) -> Node:
        """The sheet."""
        return self.nodes[0]


def board(sketch: Sketch, selected: str, language: Language, is_dark: bool) -> Board:
    """The board that shows `sketch`, with one card or arrow selected ("" for none)."""
    cards = (_node(uid, card, uid == selected, language) for uid, card in sketch.cards.items())
    arrows = (_edge(uid, arrow, uid == selected) for uid, arrow in sketch.arrows.items())
    sheet = _sheet([card.position for card in sketch.cards.values()], is_dark)
    return Board((sheet, *cards), tuple(arrows))


def shows(snapshot: Snapshot, board: Board) -> bool:
    """True if a snapshot shows that board."""
    cards = {node.id: _seen(node) for node in snapshot.nodes}
    edges = {edge.id: edge for edge in snapshot.edges}
    return cards == {node.id: _seen(node) for node in board.nodes} and edges == {
        edge.id: edge for edge in board.edges
    }


def _seen(node: Node) -> tuple[object, ...]:
    return (node.position.point, node.data.content, node.data.look)


def _node(uid: str, card: Card, is_selected: bool, language: Language) -> Node:
    kind = kinds()[card.kind]
    place = Place(x=card.position.x, y=card.position.y)
    owner = word(language, "sketch.owner.of", owner=card.owner) if card.owner else ""
    html = content(kind, word(language, f"sketch.kind.{kind.name}"), card.text, owner)
    look = f"paper paper-{kind.name}{' chosen' if is_selected else ''}"
    shown = Shown(content=html, look=look, leads_on=kind.leads_on, at=place)
    return Node(id=uid, position=place, data=shown)


def _edge(uid: str, arrow: Arrow, is_selected: bool) -> Edge:
    data = {"look": "chosen" if is_selected else ""}
    return Edge(id=uid, source=arrow.source, target=arrow.target, label=arrow.label, data=data)


def _sheet(points: Collection[Point], is_dark: bool) -> Node:
    """The sheet, with all cards on it and some paper around them."""
    left, width = _reach([point.x for point in points], CARD_WIDTH, WIDTH)
    top, height = _reach([point.y for point in points], CARD_HEIGHT, HEIGHT)
    size = f"width:{width}px;height:{height}px"
    html = f'<div style="{size}"><style>{_styles()}</style></div>'
    look = "sheet dark" if is_dark else "sheet"
    return Node(id=SHEET, position=Place(x=left, y=top), data=Shown(content=html, look=look))


def _reach(starts: list[float], card: int, least: int) -> tuple[int, int]:
    """The first coordinate of the sheet and its length, rounded to steps so that they seldom change."""
    first = floor((min(starts, default=0) - MARGIN) / STEP) * STEP
    last = ceil((max(starts, default=0) + card + MARGIN) / STEP) * STEP
    return first, max(last - first, least)


@cache
def _styles() -> str:
    """The style sheet in one line: after an empty one, Markdown would begin. Each kind gets its colour."""
    sheet = text_beside(__file__, "board.css")
    hues = (f".paper.paper-{name} {{ --hue: var(--{kind.hue}); }}" for name, kind in kinds().items())
    return " ".join(" ".join([sheet, *hues]).split())
