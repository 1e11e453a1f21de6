"""The mode of a Map state: inline, or distributed with an execution for each item."""

from __future__ import annotations

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.asl.map_processor import mode_of
from schemas.core.coerce import mapping
from schemas.core.coerce import text as string
from schemas.core.paths import Json

MODES = ("INLINE", "DISTRIBUTED")
TYPES = ("STANDARD", "EXPRESS")


def show(ref: FieldRef) -> None:
    """Show the mode of the Map, and of a distributed one the type of its child executions."""
    config = ref.child("ProcessorConfig")
    mode = string(mode_of(mapping(ref.value)), "INLINE")
    modes = {each: text(f"map.{each}") for each in MODES}
    controls.selectbox(
        ref.session,
        f"{ref.name}/mode",
        text("map.mode"),
        modes,
        mode,
        lambda chosen: config.update(lambda fields: with_mode(fields, chosen)),
    )
    if mode == "DISTRIBUTED":
        types = {each: text(f"map.{each}") for each in TYPES}
        type = config.child("ExecutionType")
        controls.selectbox(
            ref.session,
            f"{ref.name}/type",
            text("map.type"),
            types,
            string(mapping(config.value).get("ExecutionType")),
            lambda chosen: type.set(chosen),
        )


def with_mode(config: Json, mode: str) -> dict[str, Json]:
    """The ProcessorConfig with that mode; only a distributed one has an ExecutionType."""
    fields = mapping(config)
    changed = {key: value for key, value in fields.items() if key != "ExecutionType"} | {"Mode": mode}
    if mode == "INLINE":
        return changed
    return changed | {"ExecutionType": fields.get("ExecutionType", "STANDARD")}


EDITOR = Editor(show, fields=frozenset({"ItemProcessor"}))
