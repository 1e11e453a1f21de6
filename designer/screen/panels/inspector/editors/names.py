"""A field that lists texts; of errors, those that the call is known to raise are offered."""

from __future__ import annotations

from designer.screen.panels import entry
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.shapes import shape_of


def show(ref: FieldRef) -> None:
    """Show the texts; any other may be typed."""
    chosen = texts(ref)
    entry.names(ref.session, ref.name, ref.label, chosen, [], lambda said: take(ref, said), ref.hint)


def texts(ref: FieldRef) -> list[str]:
    """The texts that the field lists."""
    return [item for item in ref.value if isinstance(item, str)] if isinstance(ref.value, list) else []


def take(ref: FieldRef, said: list[str]) -> None:
    """Make the list what was chosen."""
    if said:
        ref.set(list(said))
    else:
        ref.remove()


EDITOR = Editor(show, fits=lambda ref: shape_of(ref) == "names")
