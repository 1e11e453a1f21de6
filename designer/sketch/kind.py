"""A kind of card on the sketch board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.sidecar.sketch import CardKind

Hue = Literal["blue", "teal", "violet", "amber", "grey", "green", "pink", "red"]
"""A colour of `board.css`, which has a light and a dark shade of each."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of card: its name, its icon on the board (Bootstrap's) and on a button (Material's), its colour,
    and whether arrows may leave it and reach it."""

    name: CardKind
    icon: str
    symbol: str
    hue: Hue
    leads_on: bool = True
    is_reached: bool = True
