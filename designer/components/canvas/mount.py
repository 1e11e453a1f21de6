"""Puts the canvas on the page: reads what the browser has to say, and hands it Python's answer."""

from __future__ import annotations

from typing import Literal

from designer.components import component
from designer.protocol.canvas import Intent, Outbox, Response
from designer.workspace.actions import outbox_type


def outbox(key: str) -> Outbox[Intent] | None:
    """What the canvas mounted with `key` has to say; None before it has spoken.

    Read it before `canvas`, apply what is due (see `exchange.due`), and mount the canvas with the answer.
    """
    return component.outbox(key, outbox_type())


def canvas(delivery: Response, key: str, height: int | Literal["stretch"] = "stretch") -> None:
    """Show the canvas with Python's answer; `key` must stay the same for a workflow."""
    component.mount("canvas", key, delivery, height)
