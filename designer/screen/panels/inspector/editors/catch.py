"""Where each error leads."""

from __future__ import annotations

from designer.screen.locale import text
from designer.screen.panels.inspector import editors, labels, rows
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.retry import errors_told, is_for_all
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.rows import Rows
from schemas.core.coerce import mapping
from schemas.core.coerce import text as text_of
from schemas.core.paths import Json

FIELDS = ("ErrorEquals", "Next", "ResultPath", "Output", "Assign", "Comment")


def show(ref: FieldRef) -> None:
    """Show every catcher as a line; the open ones as forms."""
    labels.heading(ref)
    has_all = isinstance(ref.value, list) and any(is_for_all(item) for item in ref.value)
    fresh: Json = {"ErrorEquals": ["States.TaskFailed" if has_all else "States.ALL"]}
    rows.show(ref, Rows(sentence, body, fresh, text("catch.add"), last=is_for_all))


def sentence(ref: FieldRef) -> str:
    """Which errors, and where they lead."""
    fields = mapping(ref.value)
    errors = text_of(fields.get("Comment")).strip() or errors_told(fields)
    return text("rule.sentence", condition=errors, target=fields.get("Next") or text("ways.nowhere"))


def body(ref: FieldRef) -> None:
    """Show one catcher: its errors, where it leads, what it hands on."""
    for name in FIELDS:
        if name in ref.properties:
            editors.show(ref.child(name))


EDITOR = Editor(show, fields=frozenset({"Catch"}))
