"""A value that is fixed, or at a path, or an expression."""

from __future__ import annotations

from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.modes import given
from designer.screen.panels.inspector.shapes import shape_of
from designer.screen.panels.inspector.value_input import choose


def show(ref: FieldRef) -> None:
    """Show the value of a field, and how it is given."""
    choose(given(ref), ref.label)


EDITOR = Editor(show, fits=lambda ref: shape_of(ref) == "valued")
