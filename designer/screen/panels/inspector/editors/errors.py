"""The errors that a retrier or a catcher is for: names that the state may raise are offered."""

from __future__ import annotations

from designer.screen.panels import entry
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.names import take, texts
from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.asl.services import error_names
from schemas.core.coerce import text


def show(spot: FieldRef) -> None:
    """Show the names; any other may be typed."""
    offered = list(error_names(spot.state.type, text(spot.state.fields.get("Resource"))))
    entry.names(
        spot.here, spot.name, spot.label, texts(spot), offered, lambda said: take(spot, said), spot.hint
    )


EDITOR = Editor(show, fields=frozenset({"ErrorEquals"}))
