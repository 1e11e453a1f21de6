"""The time that a Wait state waits: a number of seconds, until a timestamp, or as the data says."""

from __future__ import annotations

from functools import partial

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector import value_input
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.duration import show_number_and_unit
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.value_source import field_source
from schemas.core.coerce import mapping
from schemas.core.paths import Json

KEYS = ("Seconds", "Timestamp", "SecondsPath", "TimestampPath")
INITIAL: dict[str, Json] = {"Seconds": 60, "Timestamp": "2026-01-01T00:00:00Z"}


def show(ref: FieldRef) -> None:
    """Show what the Wait waits for; `ref` is its `Seconds`, which need not exist."""
    source = field_source(next((field for field in _fields(ref) if _is_set(field)), ref))
    options = {f"{name}/{mode}": text(f"wait.{name}.{mode}") for name in INITIAL for mode in source.modes}
    chosen = f"{source.base.key}/{source.mode}"
    controls.selectbox(ref.session, f"{ref.name}/way", text("wait"), options, chosen, partial(_choose, ref))
    if chosen == "Seconds/fixed":
        show_number_and_unit(ref, ref.label)
    else:
        value_input.show_text(source, source.base.label, source.base.name)


def replaced(fields: Json, key: str, value: Json) -> dict[str, Json]:
    """The fields of a Wait with `key` in the place of the time that it had."""
    state = mapping(fields)
    old = next(name for name in KEYS if name in state)
    return {
        key if name == old else name: value if name == old else item
        for name, item in state.items()
        if name == old or name not in KEYS
    }


def _fields(ref: FieldRef) -> list[FieldRef]:
    """The fields Seconds and Timestamp of the Wait."""
    state = FieldRef(ref.session, ref.uid, ref.state)
    return [state.child(name) for name in INITIAL]


def _is_set(field: FieldRef) -> bool:
    """True if the Wait has the field or its path variant."""
    return field.exists or field.sibling(f"{field.key}Path").exists


def _choose(ref: FieldRef, option: str) -> None:
    name, _, mode_name = option.partition("/")
    source = field_source(next(field for field in _fields(ref) if field.key == name))
    mode = next(each for each in source.modes if each == mode_name)
    value = INITIAL[name] if mode == "fixed" else source.initial_value(mode)
    field = source.ref_for(mode)
    if any(_is_set(each) for each in _fields(ref)):
        ref.parent.update(lambda fields: replaced(fields, field.key, value))
    else:
        field.set(value)


EDITOR = Editor(show, fields=frozenset({"Seconds"}))
