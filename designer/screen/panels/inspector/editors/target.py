"""Where a rule or a catcher leads: one of the states around."""

from __future__ import annotations

from designer.screen.panels import entry
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.session import text

NOWHERE = ""


def show(spot: FieldRef) -> None:
    """Show the states of the same scope to choose one from."""
    options = {NOWHERE: text("ways.nowhere")} | {name: name for name in spot.state.scope.states}
    chosen = spot.value if isinstance(spot.value, str) else NOWHERE
    entry.option(
        spot.here, spot.name, text("arrow.to"), options, chosen, lambda said: _take(spot, said), spot.hint
    )


def _take(spot: FieldRef, said: str) -> None:
    if said == NOWHERE:
        spot.drop()
    else:
        spot.put(said)


EDITOR = Editor(show, fields=frozenset({"Next"}))
