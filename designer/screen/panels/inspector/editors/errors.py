"""The error names that a retrier or a catcher matches; those that the state may raise are offered."""

from __future__ import annotations

from designer.screen.panels import controls
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.names import set_strings, strings
from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.asl.services import error_names
from schemas.core.coerce import text

ALL = "States.ALL"


def show(ref: FieldRef) -> None:
    """Show the error names; any other may be typed."""
    offered = list(error_names(ref.state.type, text(ref.state.fields.get("Resource"))))
    controls.multiselect(
        ref.session,
        ref.name,
        ref.label,
        strings(ref),
        offered,
        lambda chosen: set_strings(ref, _without_all(chosen, strings(ref))),
        ref.hint,
    )


def _without_all(chosen: list[str], before: list[str]) -> list[str]:
    """The chosen names, where States.ALL stands alone: the one that was picked last decides."""
    others = [name for name in chosen if name != ALL]
    if ALL not in chosen or not others:
        return chosen
    return others if ALL in before else [ALL]


EDITOR = Editor(show, fields=frozenset({"ErrorEquals"}))
