"""A field that is typed: text, a number, or any value as JSON."""

from __future__ import annotations

from functools import partial

from designer.screen.panels import entry
from designer.screen.panels.inspector import typing
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.shapes import shape_of
from schemas.sidecar.workflow import Change, Workflow


def show(spot: FieldRef) -> None:
    """Show the value as text; what is typed is taken over when it is left."""
    plain = spot.rule.get("type") == "string"
    value = typing.shown(spot.value, plain) if spot.filled else ""
    wide = spot.key == "Comment" and len(spot.path) == 1
    control = entry.area if wide or shape_of(spot) == "any" or "\n" in value else entry.line
    control(spot.here, spot.name, spot.label, value, partial(take, spot, plain), help=spot.hint)


def take(spot: FieldRef, plain: bool, workflow: Workflow, said: str) -> Change:
    """The change that makes the field what was typed: text if it is `plain`, else JSON."""
    if not said.strip():
        return spot.dropped(workflow)
    return spot.given(workflow, typing.read(said, plain))


EDITOR = Editor(show, fits=lambda spot: shape_of(spot) in ("typed", "any"))
