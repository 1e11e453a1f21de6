"""The errors that a retrier or a catcher is for: names that the state may raise are offered."""

from __future__ import annotations

from designer.screen.panels import entry
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.names import take, texts
from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.asl.services import error_names
from schemas.core.coerce import text


def show(ref: FieldRef) -> None:
    """Show the names; any other may be typed."""
    offered = list(error_names(ref.state.type, text(ref.state.fields.get("Resource"))))
    entry.names(ref.session, ref.name, ref.label, texts(ref), offered, lambda said: take(ref, said), ref.hint)


EDITOR = Editor(show, fields=frozenset({"ErrorEquals"}))
