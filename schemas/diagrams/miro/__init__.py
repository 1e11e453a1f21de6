"""Reads boards of Miro from saved answers of its REST API: `GET /v2/boards/{id}/items` and `/connectors`."""

from __future__ import annotations

import re
from dataclasses import replace

from schemas.diagrams.diagram import Diagram, DiagramRefused, warning
from schemas.diagrams.miro.answers import read_board
from schemas.diagrams.miro.board_diagram import diagram_of

NAME = "miro"
ENDINGS = (".json",)
MOST_ERRORS = 3

_MIRO = re.compile(
    r'"(?:startItem|endItem)"\s*:|"type"\s*:\s*"(?:sticky_note|shape|frame|connector|app_card|mindmap_node|error)"'
)


def recognizes(source: str) -> bool:
    """True for JSON with items or connectors of a board, or an error; a state machine has none of them."""
    if source.lstrip("\ufeff \t\r\n")[:1] not in ("{", "[") or not _MIRO.search(source):
        return False
    try:
        board = read_board(source)
    except DiagramRefused:
        return False
    return bool(board.items or board.connectors or board.errors)


def read(source: str) -> Diagram:
    """The board in `source` as a diagram. Raises `DiagramRefused`.

    A place is the middle of an item, on the board or from the corner of its frame. Sources:
    https://developers.miro.com/reference/get-items, https://developers.miro.com/reference/get-connectors
    """
    board = read_board(source)
    if board.items:
        diagram = diagram_of(board, source)
        told = (
            warning("diagram-miro-error", status=str(error.status), message=error.message)
            for error in board.errors[:MOST_ERRORS]
        )
        return replace(diagram, messages=(*told, *diagram.messages))
    for error in board.errors:
        raise DiagramRefused("diagram-miro-error", status=str(error.status), message=error.message)
    raise DiagramRefused("diagram-miro-without-items" if board.connectors else "diagram-empty")
