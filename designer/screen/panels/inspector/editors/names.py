"""A field that lists strings."""

from __future__ import annotations

from designer.screen.panels import controls
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.value_kinds import kind_of_value


def show(ref: FieldRef) -> None:
    """Show the strings; any other may be typed."""
    controls.multiselect(
        ref.session, ref.name, ref.label, strings(ref), [], lambda chosen: set_strings(ref, chosen), ref.hint
    )


def strings(ref: FieldRef) -> list[str]:
    """The strings that the field lists."""
    return [item for item in ref.value if isinstance(item, str)] if isinstance(ref.value, list) else []


def set_strings(ref: FieldRef, strings: list[str]) -> None:
    """Set the list; an empty one removes the field."""
    if strings:
        ref.set(list(strings))
    else:
        ref.remove()


EDITOR = Editor(show, fits=lambda ref: kind_of_value(ref) == "names")
