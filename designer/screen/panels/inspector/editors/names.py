"""A field that lists texts; of errors, those that the call is known to raise are offered."""

from __future__ import annotations

from designer.screen.panels import entry
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.shapes import shape_of


def show(spot: FieldRef) -> None:
    """Show the texts; any other may be typed."""
    chosen = texts(spot)
    entry.names(spot.here, spot.name, spot.label, chosen, [], lambda said: take(spot, said), spot.hint)


def texts(spot: FieldRef) -> list[str]:
    """The texts that the field lists."""
    return [item for item in spot.value if isinstance(item, str)] if isinstance(spot.value, list) else []


def take(spot: FieldRef, said: list[str]) -> None:
    """Make the list what was chosen."""
    if said:
        spot.put(list(said))
    else:
        spot.drop()


EDITOR = Editor(show, fits=lambda spot: shape_of(spot) == "names")
