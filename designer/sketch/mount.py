"""Puts the board on the page, and reads its messages."""

from __future__ import annotations

from designer.components import component
from designer.sketch.sketchpad import Delivery
from designer.sketch.snapshot import Snapshot


def said(key: str) -> Snapshot | None:
    """The message of the board mounted with `key`; None before its first."""
    return component.value(key, Snapshot)


def board(delivery: Delivery, key: str) -> None:
    """Show the board with Python's answer; it is as high as its frame.

    Its package is imported in a run of the page, for the server serves no component that is declared before.
    """
    from designer.sketch.flow import draw

    draw(delivery, key)
