"""Where each error leads."""

from __future__ import annotations

from designer.panels.inspector import form, rows
from designer.panels.inspector.editor import Editor
from designer.panels.inspector.editors.retry import errors_told, is_for_all
from designer.panels.inspector.rows import Rows
from designer.panels.inspector.spot import Spot
from designer.session import text
from schemas.lenient import mapping
from schemas.lenient import text as text_of
from schemas.paths import Json

FIELDS = ("ErrorEquals", "Next", "ResultPath", "Output", "Assign", "Comment")


def show(spot: Spot) -> None:
    """Show every catcher as a line; the open ones as forms."""
    form.heading(spot)
    has_all = isinstance(spot.value, list) and any(is_for_all(item) for item in spot.value)
    fresh: Json = {"ErrorEquals": ["States.TaskFailed" if has_all else "States.ALL"]}
    rows.show(spot, Rows(sentence, body, fresh, text("catch.add"), last=is_for_all))


def sentence(spot: Spot) -> str:
    """Which errors, and where they lead."""
    fields = mapping(spot.value)
    errors = text_of(fields.get("Comment")).strip() or errors_told(fields)
    return text("rule.sentence", condition=errors, target=fields.get("Next") or text("ways.nowhere"))


def body(spot: Spot) -> None:
    """Show one catcher: its errors, where it leads, what it hands on."""
    for name in FIELDS:
        if name in spot.properties:
            form.show(spot.inner(name))


EDITOR = Editor(show, fields=frozenset({"Catch"}))
