"""A field that is typed as text: a string, a number, or any value as JSON."""

from __future__ import annotations

from functools import partial

from designer.screen.panels import controls
from designer.screen.panels.inspector import value_text
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.value_kinds import kind_of_value
from designer.screen.widgets import Completed
from schemas.sidecar.workflow import Change, Workflow


def show(ref: FieldRef) -> None:
    """Show the value as text."""
    plain = ref.schema.get("type") == "string"
    value = value_text.to_text(ref.value, plain) if ref.exists else ""
    is_long = ref.key == "Comment" and len(ref.path) == 1
    is_long = is_long or kind_of_value(ref) == "any" or "\n" in value
    control = controls.text_area if is_long else controls.text_input
    completed = Completed(ref.path) if ref.key.endswith("Path") else None
    change = partial(change_from_text, ref, plain)
    control(ref.session, ref.name, ref.label, value, change, help=ref.hint, completed=completed)


def change_from_text(ref: FieldRef, plain: bool, workflow: Workflow, typed: str) -> Change:
    """The change that sets the field to the typed text, as a string if `plain`, else as JSON; empty text
    removes the field. Raises `Unreadable`."""
    if not typed.strip():
        return ref.change_without(workflow)
    return ref.change_to(workflow, value_text.from_text(typed, plain, ref.schema, ref.value))


EDITOR = Editor(show, fits=lambda ref: kind_of_value(ref) in ("typed", "any"))
