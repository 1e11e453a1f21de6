"""A number that has a default where none is set."""

from __future__ import annotations

from functools import partial

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector import value_text
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.plain import change_from_text
from designer.screen.panels.inspector.field_ref import FieldRef

DEFAULTS = {"MaxAttempts": "3", "BackoffRate": "2.0"}


def show(ref: FieldRef) -> None:
    """Show the number, or its default in grey."""
    value = value_text.to_text(ref.value, plain=False) if ref.exists else ""
    example = text("option.default", value=DEFAULTS[ref.key])
    make = partial(change_from_text, ref, False)
    controls.text_input(ref.session, ref.name, ref.label, value, make, ref.hint, example)


EDITOR = Editor(show, fields=frozenset(DEFAULTS))
