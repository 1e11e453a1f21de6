"""A number for which a default stands where none is given."""

from __future__ import annotations

from functools import partial

from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector import typing
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.plain import take
from designer.screen.panels.inspector.field_ref import FieldRef

DEFAULTS = {"MaxAttempts": "3", "BackoffRate": "2.0"}


def show(ref: FieldRef) -> None:
    """Show the number, or its default in grey."""
    value = typing.shown(ref.value, plain=False) if ref.exists else ""
    example = text("option.default", value=DEFAULTS[ref.key])
    entry.line(ref.session, ref.name, ref.label, value, partial(take, ref, False), ref.hint, example)


EDITOR = Editor(show, fields=frozenset(DEFAULTS))
