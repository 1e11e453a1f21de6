"""The difference between two views, as a patch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from designer.protocol.canvas import Patch, View

Item = TypeVar("Item")


def diff(before: View, after: View, number: int) -> Patch:
    """The patch that makes view `number` - 1, `before`, into view `number`, `after`."""
    return Patch(
        number=number,
        nodes=_changes(before.nodes, after.nodes),
        edges=_changes(before.edges, after.edges),
        notes=_changes(before.notes, after.notes),
        lanes=_changes(before.lanes, after.lanes),
        can_undo=after.can_undo,
        can_redo=after.can_redo,
    )


def _changes(before: Mapping[str, Item], after: Mapping[str, Item]) -> dict[str, Item | None]:
    deleted: dict[str, Item | None] = {id: None for id in before if id not in after}
    return deleted | {id: item for id, item in after.items() if before.get(id) != item}
