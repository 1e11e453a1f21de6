"""Where a rule or a catcher leads: one of the states around."""

from __future__ import annotations

from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef

NOWHERE = ""


def show(ref: FieldRef) -> None:
    """Show the states of the same scope to choose one from."""
    options = {NOWHERE: text("ways.nowhere")} | {name: name for name in ref.state.scope.states}
    chosen = ref.value if isinstance(ref.value, str) else NOWHERE
    entry.option(
        ref.session, ref.name, text("arrow.to"), options, chosen, lambda said: _take(ref, said), ref.hint
    )


def _take(ref: FieldRef, said: str) -> None:
    if said == NOWHERE:
        ref.remove()
    else:
        ref.set(said)


EDITOR = Editor(show, fields=frozenset({"Next"}))
