"""A field that takes one of a few values."""

from __future__ import annotations

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.value_kinds import kind_of_value

UNSET = ""


def show(ref: FieldRef) -> None:
    """Show the values to choose one from; the first option removes the field."""
    options = {UNSET: text("option.unsaid")} | {value: value for value in ref.schema["enum"]}
    value = ref.value
    chosen = value if isinstance(value, str) else str(value) if ref.exists else UNSET
    controls.selectbox(
        ref.session, ref.name, ref.label, options, chosen, lambda option: _choose(ref, option), ref.hint
    )


def _choose(ref: FieldRef, option: str) -> None:
    if option == UNSET:
        ref.remove()
    else:
        ref.set(option)


EDITOR = Editor(show, fits=lambda ref: kind_of_value(ref) == "option")
