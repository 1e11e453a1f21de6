"""One box of the scene, with the words and colours of its shape."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.formats.pictures.palette import Palette
from exporters.scene import Caption
from exporters.settings import Settings


@dataclass(frozen=True, slots=True)
class StyledBox:
    """A state, branch or card to be drawn: its place in the picture, its words, the service that it calls.

    `title` is the title in full, which the caption may have shorter. `type` is "Branch" for a branch, whose
    title is its number, and "Unknown" for a state of no known type. `id` is the uid of a state.
    """

    type: str
    x: float
    y: float
    width: float
    height: float
    title: str
    caption: Caption
    service: str
    settings: Settings
    palette: Palette
    id: str = ""

    @property
    def middle(self) -> float:
        """The height of its middle line."""
        return self.y + self.height / 2

    @property
    def is_undecided(self) -> bool:
        """True for a state with a place that nobody has decided."""
        return any(mark.kind == "undecided" for mark in self.caption.marks)

    @property
    def holds_others(self) -> bool:
        """True for containers and branches, which may have states inside."""
        return self.type in ("Branch", "Map", "Parallel")

    @property
    def colour(self) -> str:
        """The colour of its family."""
        palette = self.palette
        by_type = {
            "Task": palette.accent,
            "Wait": palette.amber,
            "Choice": palette.violet,
            "Parallel": palette.violet,
            "Map": palette.violet,
            "Succeed": palette.green,
            "Fail": palette.red,
            "screen": palette.accent,
            "step": palette.accent,
            "decision": palette.violet,
            "table": palette.green,
            "person": palette.amber,
            "succeeded": palette.green,
            "failed": palette.red,
        }
        return by_type.get(self.type, palette.muted)
