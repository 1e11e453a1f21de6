"""A field that has one of a few values."""

from __future__ import annotations

from designer.screen.panels import entry
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.shapes import shape_of
from designer.screen.session import text

UNSAID = ""


def show(spot: FieldRef) -> None:
    """Show the values to choose one from; the first takes the field away."""
    options = {UNSAID: text("option.unsaid")} | {value: value for value in spot.rule["enum"]}
    value = spot.value
    chosen = value if isinstance(value, str) else UNSAID if not spot.filled else str(value)
    entry.option(spot.here, spot.name, spot.label, options, chosen, lambda said: _take(spot, said), spot.hint)


def _take(spot: FieldRef, said: str) -> None:
    if said == UNSAID:
        spot.drop()
    else:
        spot.put(said)


EDITOR = Editor(show, fits=lambda spot: shape_of(spot) == "option")
