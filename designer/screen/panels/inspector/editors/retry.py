"""The retriers of a state: which errors are retried, how often, and after which interval."""

from __future__ import annotations

from designer.screen import address
from designer.screen.locale import text
from designer.screen.panels.inspector import item_list, labels
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors import structure
from designer.screen.panels.inspector.editors.duration import in_words
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.item_list import ItemList
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.wording.edge_labels import label

DEFAULT_ATTEMPTS = 3


def show(ref: FieldRef) -> None:
    """Show each retrier as a line that opens into its controls."""
    labels.heading(ref)
    new: Json = {"ErrorEquals": ["States.TaskFailed"]}
    retriers = ItemList(sentence, structure.show_members, new, text("retry.add"), stays_last=matches_all)
    item_list.show(ref, retriers)


def sentence(ref: FieldRef) -> str:
    """A retrier's errors, attempts and interval, in words."""
    fields = mapping(ref.value)
    return text(
        "retry.sentence",
        errors=error_words(fields),
        times=fields.get("MaxAttempts", DEFAULT_ATTEMPTS),
        interval=in_words(fields.get("IntervalSeconds", 1)),
    )


def error_words(fields: dict[str, Json]) -> str:
    """The errors of a retrier or a catcher in words: the first, and how many more."""
    names = fields.get("ErrorEquals")
    listed = names if isinstance(names, list) else []
    first = label("catch", {"ErrorEquals": listed[:1]}, address.language()) or text("errors.none")
    return text("errors.more", first=first, count=len(listed) - 1) if len(listed) > 1 else first


def matches_all(item: Json) -> bool:
    """True if a retrier or a catcher matches all errors: States.ALL has to be the last."""
    return mapping(item).get("ErrorEquals") == ["States.ALL"]


EDITOR = Editor(show, fields=frozenset({"Retry"}))
