"""The target of a Choice rule or a catcher."""

from __future__ import annotations

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef

NOWHERE = ""


def show(ref: FieldRef) -> None:
    """Show the states of the same scope to choose the target from."""
    options = {NOWHERE: text("ways.nowhere")} | {name: name for name in ref.state.scope.states}
    target = ref.value if isinstance(ref.value, str) else NOWHERE
    controls.selectbox(
        ref.session,
        ref.name,
        text("arrow.to"),
        options,
        target,
        lambda chosen: _choose(ref, chosen),
        ref.hint,
    )


def _choose(ref: FieldRef, target: str) -> None:
    if target == NOWHERE:
        ref.remove()
    else:
        ref.set(target)


EDITOR = Editor(show, fields=frozenset({"Next"}))
