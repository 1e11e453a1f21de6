"""Data that is put together (to be built up below)."""

from __future__ import annotations

from functools import partial

from designer.panels import entry
from designer.panels.inspector import typing
from designer.panels.inspector.editor import Editor
from designer.panels.inspector.shapes import shape_of
from designer.panels.inspector.spot import Spot
from schemas.workflow import Change, Workflow


def show(spot: Spot) -> None:
    """Show the value as text."""
    value = typing.shown(spot.value, plain=False) if spot.filled else ""
    entry.area(spot.here, spot.name, spot.label, value, partial(take, spot), help=spot.hint)


def take(spot: Spot, workflow: Workflow, said: str) -> Change:
    """The change that makes the value what was typed."""
    if not said.strip():
        return spot.dropped(workflow)
    return spot.given(workflow, typing.read(said, plain=False))


EDITOR = Editor(show, fits=lambda spot: shape_of(spot) == "payload")
