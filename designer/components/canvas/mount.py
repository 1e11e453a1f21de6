"""Mounts the canvas: reads its outbox, and hands it Python's response."""

from __future__ import annotations

from typing import Literal

from designer.components import component
from designer.protocol.canvas import Intent, Outbox, Response
from designer.workspace.intents import outbox_type


def outbox(key: str) -> Outbox[Intent] | None:
    """The outbox of the canvas mounted with `key`; None before it has sent one.

    Read it before `canvas`, apply what is due (see `exchange.due`), and mount the canvas with the answer.
    """
    return component.outbox(key, outbox_type())


def canvas(response: Response, key: str, height: int | Literal["stretch"] = "stretch") -> None:
    """Show the canvas with Python's response; `key` must stay the same for a workflow."""
    component.mount("canvas", key, response, height)
