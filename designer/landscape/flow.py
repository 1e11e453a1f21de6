"""Draws the map by `streamlit-flow-component`, an old React Flow in a frame of its own.

Its traps, and how they are kept out:

- It shows what Python sends only if that is later than its own last message: `timestamp` is raised with each
  new board.
- It hides a card without a size, and may forget to measure it: so each is given a size, one that is none, for
  then it is shown and measured.
- Its menus are in English: they are off. Cards take no focus and cannot be moved or deleted; the list beside
  the map is for the keyboard.
- It changes the styles that it is given as a default: so each card is given its own.
- It keeps the card that was clicked: so a click is known by its time, and taken once.
"""

from __future__ import annotations

from dataclasses import dataclass

from streamlit_flow import streamlit_flow
from streamlit_flow.elements import StreamlitFlowEdge, StreamlitFlowNode
from streamlit_flow.state import StreamlitFlowState

from designer.landscape.board import SHEET, Board, Card

UNMEASURED = 0.5


@dataclass(frozen=True, slots=True)
class Click:
    """A click on a card, and the time at which the package tells it."""

    id: str
    timestamp: int


def draw(board: Board, timestamp: int, key: str) -> Click | None:
    """Show the map as high as its frame; the last click on a card, if there was one."""
    cards = [_card(card) for card in board.cards]
    arrows = [_arrow(source, target) for source, target in board.arrows]
    state = streamlit_flow(
        key,
        StreamlitFlowState(cards, arrows, timestamp=timestamp),
        height="100vh",
        fit_view=True,
        get_node_on_click=True,
        min_zoom=0.1,
        hide_watermark=True,
    )
    known = {card.id for card in board.cards} - {SHEET}
    return Click(state.selected_id, state.timestamp) if state.selected_id in known else None


def _card(card: Card) -> StreamlitFlowNode:
    is_sheet = card.id == SHEET
    return StreamlitFlowNode(
        card.id,
        (card.x, card.y),
        {"content": card.content},
        "default",
        source_position="right",
        target_position="left",
        draggable=False,
        focusable=False,
        style={"width": "auto" if is_sheet else f"{card.width}px"},
        className=card.look,
        width=UNMEASURED,
        height=UNMEASURED,
    )


def _arrow(source: str, target: str) -> StreamlitFlowEdge:
    return StreamlitFlowEdge(
        f"{source}/{target}",
        source,
        target,
        marker_end={"type": "arrowclosed", "width": 18, "height": 18},
    )
