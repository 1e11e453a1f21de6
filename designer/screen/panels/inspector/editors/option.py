"""A field that has one of a few values."""

from __future__ import annotations

from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.shapes import shape_of

UNSAID = ""


def show(ref: FieldRef) -> None:
    """Show the values to choose one from; the first takes the field away."""
    options = {UNSAID: text("option.unsaid")} | {value: value for value in ref.rule["enum"]}
    value = ref.value
    chosen = value if isinstance(value, str) else UNSAID if not ref.exists else str(value)
    entry.option(ref.session, ref.name, ref.label, options, chosen, lambda said: _take(ref, said), ref.hint)


def _take(ref: FieldRef, said: str) -> None:
    if said == UNSAID:
        ref.remove()
    else:
        ref.set(said)


EDITOR = Editor(show, fits=lambda ref: shape_of(ref) == "option")
