"""Draws the board by `streamlit-flow-component`, an old React Flow in a frame of its own.

Its traps, and how they are kept out:

- It shows what Python sends only if it has said nothing since `timestamp`: see `designer.sketch.sketchpad`.
- The keys that delete or move a card tell Python nothing: so cards are not deletable and take no focus, and
  the panel beside the board does both.
- Dragging several cards tells Python nothing: so cards cannot be selected on the board itself.
- It fits the view after everything that it is sent, as long as `fit_view` is on.
- It hides a card without a size, and may forget to measure it: so each is given a size, one that is none, for
  then it is shown and measured.
- Its menus are in English, and show a card's HTML: they are off.
- It changes the styles that it is given as a default: so each card is given its own.
"""

from __future__ import annotations

from streamlit_flow import streamlit_flow
from streamlit_flow.elements import StreamlitFlowEdge, StreamlitFlowNode
from streamlit_flow.state import StreamlitFlowState

from designer.sketch.board import CARD_WIDTH
from designer.sketch.sketchpad import Delivery
from designer.sketch.snapshot import Edge, Node

UNMEASURED = 0.5


def draw(delivery: Delivery, key: str) -> None:
    """Show the board with Python's answer; it is as high as its frame."""
    cards = [_card(node, delivery.stamp) for node in delivery.board.nodes]
    arrows = [_arrow(edge) for edge in delivery.board.edges]
    streamlit_flow(
        key,
        StreamlitFlowState(cards, arrows, timestamp=delivery.timestamp),
        height="100vh",
        fit_view=delivery.fit,
        allow_new_edges=True,
        get_node_on_click=True,
        get_edge_on_click=True,
        min_zoom=0.2,
        hide_watermark=True,
    )


def _card(node: Node, stamp: str) -> StreamlitFlowNode:
    is_card = node.data.at is not None
    return StreamlitFlowNode(
        node.id,
        (node.position.x, node.position.y),
        {**node.data.model_dump(), "stamp": "" if is_card else stamp},
        "default" if node.data.leads_on else "output",
        draggable=is_card,
        focusable=False,
        style={"width": f"{CARD_WIDTH}px" if is_card else "auto"},
        className=node.data.look,
        width=UNMEASURED,
        height=UNMEASURED,
    )


def _arrow(edge: Edge) -> StreamlitFlowEdge:
    return StreamlitFlowEdge(
        edge.id,
        edge.source,
        edge.target,
        marker_end={"type": "arrowclosed", "width": 18, "height": 18},
        label=edge.label,
        label_show_bg=True,
        data=edge.data,
        className=(edge.data or {}).get("look", ""),
    )
