"""Rows of a list, named "<group>/<index>": found again where others have changed the list meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from designer.protocol.sheet import Cell
from schemas.core.edits import EditRefused


def group_of(row: str) -> str:
    """The group of a row: the uid of its state, or ""."""
    return row.rpartition("/")[0]


def row_id(group: str, index: int) -> str:
    """The id of a row."""
    return f"{group}/{index}"


def index_of(cell: Cell, anchors: Sequence[str], rows: dict[str, int]) -> int:
    """The index of the cell's row in a list whose rows begin with these texts; their number for a new row.

    A row that was found before in the same edit is in `rows`. Raises `EditRefused` for a row that is gone.
    """
    if cell.row in rows:
        return rows[cell.row]
    number = cell.row.rpartition("/")[2]
    index = int(number) if number.isdecimal() and len(number) < 8 else len(anchors)
    rows[cell.row] = _found(index, cell.anchor.strip(), [anchor.strip() for anchor in anchors])
    return rows[cell.row]


def _found(index: int, anchor: str, anchors: list[str]) -> int:
    if index < len(anchors) and anchors[index] == anchor:
        return index
    if not anchor:
        return len(anchors)
    if anchors.count(anchor) == 1:
        return anchors.index(anchor)
    raise EditRefused("action-gone")
