"""A field that is typed: text, a number, or any value as JSON."""

from __future__ import annotations

from functools import partial

from designer.screen.panels import entry
from designer.screen.panels.inspector import typing
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.shapes import shape_of
from schemas.sidecar.workflow import Change, Workflow


def show(ref: FieldRef) -> None:
    """Show the value as text; what is typed is taken over when it is left."""
    plain = ref.rule.get("type") == "string"
    value = typing.shown(ref.value, plain) if ref.exists else ""
    wide = ref.key == "Comment" and len(ref.path) == 1
    control = entry.area if wide or shape_of(ref) == "any" or "\n" in value else entry.line
    control(ref.session, ref.name, ref.label, value, partial(take, ref, plain), help=ref.hint)


def take(ref: FieldRef, plain: bool, workflow: Workflow, said: str) -> Change:
    """The change that makes the field what was typed: text if it is `plain`, else JSON."""
    if not said.strip():
        return ref.change_without(workflow)
    return ref.change_to(workflow, typing.read(said, plain))


EDITOR = Editor(show, fits=lambda ref: shape_of(ref) in ("typed", "any"))
