"""Room for the further states of a card: what stands below it on the sketch moves down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas.conversion.plan import Plan
from schemas.sidecar.design import Point

BELOW = 140
"""Pixels from the state of a card to the next one of the same card."""


@dataclass(frozen=True, slots=True)
class Room:
    """The most states that a card in each row has beyond its first, by the height of the row."""

    rows: Mapping[float, int] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan) -> Room:
        """The rows of a plan; states inside others have places of their own."""
        rows: dict[float, int] = {}
        for uid, node in plan.flow.nodes.items():
            if node.origin and plan.scope(uid) == "":
                y = node.card.position.y
                rows[y] = max(rows.get(y, 0), len(plan.parts[uid]) - 1)
        return cls(rows)

    def lowered(self, at: Point) -> Point:
        """A place on the sketch as one in the workflow; what stands beside a row stays beside it."""
        above = (count for row, count in self.rows.items() if row + BELOW / 2 < at.y)
        return Point(at.x, at.y + BELOW * sum(above))

    def further(self, top: float, bottom: float) -> float:
        """The pixels that come between two heights of the sketch."""
        return sum(BELOW * count for row, count in self.rows.items() if top <= row < bottom)
