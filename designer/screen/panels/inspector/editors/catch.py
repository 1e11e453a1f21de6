"""The catchers of a state: which errors lead to which state."""

from __future__ import annotations

from designer.screen.locale import text
from designer.screen.panels.inspector import editors, item_list, labels
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.retry import error_words, matches_all
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.item_list import ItemList
from schemas.core.coerce import mapping
from schemas.core.coerce import text as string
from schemas.core.paths import Json

FIELDS = ("ErrorEquals", "Next", "ResultPath", "Output", "Assign", "Comment")


def show(ref: FieldRef) -> None:
    """Show each catcher as a line that opens into its controls."""
    labels.heading(ref)
    has_all = isinstance(ref.value, list) and any(matches_all(item) for item in ref.value)
    new: Json = {"ErrorEquals": ["States.TaskFailed" if has_all else "States.ALL"]}
    item_list.show(ref, ItemList(sentence, show_catcher, new, text("catch.add"), stays_last=matches_all))


def sentence(ref: FieldRef) -> str:
    """A catcher's errors and its target, in words; its Comment stands for the errors."""
    fields = mapping(ref.value)
    errors = string(fields.get("Comment")).strip() or error_words(fields)
    return text("rule.sentence", condition=errors, target=fields.get("Next") or text("ways.nowhere"))


def show_catcher(ref: FieldRef) -> None:
    """Show the controls of one catcher."""
    for name in FIELDS:
        if name in ref.properties:
            editors.show(ref.child(name))


EDITOR = Editor(show, fields=frozenset({"Catch"}))
