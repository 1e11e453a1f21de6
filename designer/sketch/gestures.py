"""Finds the gestures that lie between two snapshots of the board."""

from __future__ import annotations

from dataclasses import dataclass, field

from designer.sketch.snapshot import Snapshot
from schemas.sidecar.design import Point


@dataclass(frozen=True)
class Gestures:
    """Cards moved, by uid, and arrows drawn, each from one card to another."""

    moved: dict[str, Point] = field(default_factory=dict)
    drawn: tuple[tuple[str, str], ...] = ()


def gestures(before: Snapshot | None, now: Snapshot) -> Gestures:
    """The gestures from `before` to `now`; without `before`, since Python sent the board that is shown.

    `before` must come from the same showing as `now`.
    """
    was = {node.id: node.position.point for node in before.nodes} if before else {}
    known = {edge.id for edge in before.edges} if before else set()
    moved = {
        node.id: node.position.point
        for node in now.nodes
        if node.data.at is not None and was.get(node.id, node.data.at.point) != node.position.point
    }
    drawn = ((edge.source, edge.target) for edge in now.edges if edge.data is None and edge.id not in known)
    return Gestures(moved, tuple(drawn))
