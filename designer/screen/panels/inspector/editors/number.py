"""A number for which a default stands where none is given."""

from __future__ import annotations

from functools import partial

from designer.screen.panels import entry
from designer.screen.panels.inspector import typing
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.plain import take
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.session import text

DEFAULTS = {"MaxAttempts": "3", "BackoffRate": "2.0"}


def show(spot: FieldRef) -> None:
    """Show the number, or its default in grey."""
    value = typing.shown(spot.value, plain=False) if spot.filled else ""
    example = text("option.default", value=DEFAULTS[spot.key])
    entry.line(spot.here, spot.name, spot.label, value, partial(take, spot, False), spot.hint, example)


EDITOR = Editor(show, fields=frozenset(DEFAULTS))
