"""A value that may be fixed, read from a path, or computed by an expression."""

from __future__ import annotations

from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.value_input import choose
from designer.screen.panels.inspector.value_kinds import kind_of_value
from designer.screen.panels.inspector.value_source import field_source


def show(ref: FieldRef) -> None:
    """Show the value, and the choice of its source."""
    choose(field_source(ref), ref.label)


EDITOR = Editor(show, fits=lambda ref: kind_of_value(ref) == "valued")
