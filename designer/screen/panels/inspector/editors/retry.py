"""How each error is tried again."""

from __future__ import annotations

from designer.screen import address
from designer.screen.locale import text
from designer.screen.panels.inspector import labels, rows
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors import structure
from designer.screen.panels.inspector.editors.duration import told
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.rows import Rows
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.wording.edge_labels import label

DEFAULT_ATTEMPTS = 3


def show(ref: FieldRef) -> None:
    """Show every retrier as a line; the open ones as forms."""
    labels.heading(ref)
    fresh: Json = {"ErrorEquals": ["States.TaskFailed"]}
    rows.show(ref, Rows(sentence, structure.members, fresh, text("retry.add"), last=is_for_all))


def sentence(ref: FieldRef) -> str:
    """Which errors, how often, how long after."""
    fields = mapping(ref.value)
    return text(
        "retry.sentence",
        errors=errors_told(fields),
        times=fields.get("MaxAttempts", DEFAULT_ATTEMPTS),
        interval=told(fields.get("IntervalSeconds", 1)),
    )


def errors_told(fields: dict[str, Json]) -> str:
    """The errors of a retrier or a catcher: the first, and how many more."""
    names = fields.get("ErrorEquals")
    listed = names if isinstance(names, list) else []
    first = label("catch", {"ErrorEquals": listed[:1]}, address.language()) or text("errors.none")
    return text("errors.more", first=first, count=len(listed) - 1) if len(listed) > 1 else first


def is_for_all(item: Json) -> bool:
    """Whether a retrier or a catcher is for every error: then it has to be the last."""
    return mapping(item).get("ErrorEquals") == ["States.ALL"]


EDITOR = Editor(show, fields=frozenset({"Retry"}))
