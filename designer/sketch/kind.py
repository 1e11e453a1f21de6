"""What a kind of card is."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.sidecar.sketch import CardKind


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of card: its name, its icon on the board (Bootstrap's) and on a button (Material's), and whether
    arrows may leave it and reach it."""

    name: CardKind
    icon: str
    symbol: str
    leads_on: bool = True
    is_reached: bool = True
