"""Sizes and distances of the canvas and of pictures, in pixels."""

from __future__ import annotations

PADDING = 32
TITLE = 40
START_SPACE = 56
BRANCH_GAP = 16
EMPTY_SCOPE = (260, 120)

_CARD = (220, 64)
_BY_TYPE = {"Choice": (220, 80), "Succeed": (160, 52), "Fail": (160, 52)}


def card(type_name: str) -> tuple[int, int]:
    """Return width and height of a state without inner states."""
    return _BY_TYPE.get(type_name, _CARD)
