"""How long a Wait waits: for a time, until a moment, or as long as the data says."""

from __future__ import annotations

from functools import partial

from designer.screen.panels import entry
from designer.screen.panels.inspector import value_input
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.duration import number_and_unit
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.modes import given
from designer.screen.session import text
from schemas.core.coerce import mapping
from schemas.core.paths import Json

KEYS = ("Seconds", "Timestamp", "SecondsPath", "TimestampPath")
FIRST: dict[str, Json] = {"Seconds": 60, "Timestamp": "2026-01-01T00:00:00Z"}


def show(spot: FieldRef) -> None:
    """Show what the Wait waits for; `spot` is its `Seconds`, there or not."""
    how = given(next((kind for kind in kinds(spot) if is_said(kind)), spot))
    ways = {f"{kind}/{mode}": text(f"wait.{kind}.{mode}") for kind in FIRST for mode in how.modes}
    chosen = f"{how.base.key}/{how.mode}"
    choose = partial(_choose, spot)
    entry.option(spot.here, f"{spot.name}/way", text("wait"), ways, chosen, choose)
    if chosen == "Seconds/fixed":
        number_and_unit(spot, spot.label)
    else:
        value_input.typed(how, how.base.label, how.base.name)


def kinds(spot: FieldRef) -> list[FieldRef]:
    """The time and the moment that the Wait of `spot` may have."""
    whole = FieldRef(spot.here, spot.uid, spot.state)
    return [whole.inner(kind) for kind in FIRST]


def is_said(kind: FieldRef) -> bool:
    """Whether the Wait has it, fixed or not."""
    return kind.filled or kind.beside(f"{kind.key}Path").filled


def instead(fields: Json, key: str, value: Json) -> dict[str, Json]:
    """The fields of a Wait with another thing to wait for, in the place of the one that it had."""
    kept = mapping(fields)
    old = next(name for name in KEYS if name in kept)
    return {
        key if name == old else name: value if name == old else item
        for name, item in kept.items()
        if name == old or name not in KEYS
    }


def _choose(spot: FieldRef, way: str) -> None:
    kind, _, mode = way.partition("/")
    how = given(next(each for each in kinds(spot) if each.key == kind))
    wanted = next(each for each in how.modes if each == mode)
    value = FIRST[kind] if wanted == "fixed" else how.first(wanted)
    held = how.by_path if wanted == "path" else how.base
    if any(is_said(each) for each in kinds(spot)):
        spot.around.revise(lambda fields: instead(fields, held.key, value))
    else:
        held.put(value)


EDITOR = Editor(show, fields=frozenset({"Seconds"}))
