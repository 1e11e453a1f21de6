"""How long a Wait waits: for a time, until a moment, or as long as the data says."""

from __future__ import annotations

from functools import partial

from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector import value_input
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.duration import number_and_unit
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.modes import given
from schemas.core.coerce import mapping
from schemas.core.paths import Json

KEYS = ("Seconds", "Timestamp", "SecondsPath", "TimestampPath")
FIRST: dict[str, Json] = {"Seconds": 60, "Timestamp": "2026-01-01T00:00:00Z"}


def show(ref: FieldRef) -> None:
    """Show what the Wait waits for; `ref` is its `Seconds`, there or not."""
    how = given(next((kind for kind in kinds(ref) if is_said(kind)), ref))
    ways = {f"{kind}/{mode}": text(f"wait.{kind}.{mode}") for kind in FIRST for mode in how.modes}
    chosen = f"{how.base.key}/{how.mode}"
    choose = partial(_choose, ref)
    entry.option(ref.session, f"{ref.name}/way", text("wait"), ways, chosen, choose)
    if chosen == "Seconds/fixed":
        number_and_unit(ref, ref.label)
    else:
        value_input.typed(how, how.base.label, how.base.name)


def kinds(ref: FieldRef) -> list[FieldRef]:
    """The time and the moment that the Wait of `ref` may have."""
    whole = FieldRef(ref.session, ref.uid, ref.state)
    return [whole.child(kind) for kind in FIRST]


def is_said(kind: FieldRef) -> bool:
    """Whether the Wait has it, fixed or not."""
    return kind.exists or kind.sibling(f"{kind.key}Path").exists


def instead(fields: Json, key: str, value: Json) -> dict[str, Json]:
    """The fields of a Wait with another thing to wait for, in the place of the one that it had."""
    kept = mapping(fields)
    old = next(name for name in KEYS if name in kept)
    return {
        key if name == old else name: value if name == old else item
        for name, item in kept.items()
        if name == old or name not in KEYS
    }


def _choose(ref: FieldRef, way: str) -> None:
    kind, _, mode = way.partition("/")
    how = given(next(each for each in kinds(ref) if each.key == kind))
    wanted = next(each for each in how.modes if each == mode)
    value = FIRST[kind] if wanted == "fixed" else how.first(wanted)
    held = how.by_path if wanted == "path" else how.base
    if any(is_said(each) for each in kinds(ref)):
        ref.parent.update(lambda fields: instead(fields, held.key, value))
    else:
        held.set(value)


EDITOR = Editor(show, fields=frozenset({"Seconds"}))
