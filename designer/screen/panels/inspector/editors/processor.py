"""How a Map runs: inside this execution, or each item in an execution of its own."""

from __future__ import annotations

from functools import partial

from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.asl.map_processor import config_of, mode_of
from schemas.core.coerce import mapping
from schemas.core.coerce import text as string
from schemas.core.paths import Json

MODES = ("INLINE", "DISTRIBUTED")
TYPES = ("STANDARD", "EXPRESS")


def show(ref: FieldRef) -> None:
    """Show the mode of the Map, and of a distributed one the type of its executions."""
    config = config_of(mapping(ref.value))
    mode = string(mode_of(mapping(ref.value)), "INLINE")
    modes = {each: text(f"map.{each}") for each in MODES}
    inner = ref.child("ProcessorConfig")
    entry.option(
        ref.session, f"{ref.name}/mode", text("map.mode"), modes, mode, lambda said: _choose(inner, said)
    )
    if mode == "DISTRIBUTED":
        types = {each: text(f"map.{each}") for each in TYPES}
        chosen, choose = string(config.get("ExecutionType")), partial(inner.child("ExecutionType").set)
        entry.option(
            ref.session, f"{ref.name}/type", text("map.type"), types, chosen, lambda said: choose(said)
        )


def _choose(config: FieldRef, mode: str) -> None:
    config.update(lambda now: configured(now, mode))


def configured(config: Json, mode: str) -> dict[str, Json]:
    """The configuration with that mode: only a distributed Map says what type its executions are."""
    fields = mapping(config)
    kept = {key: value for key, value in fields.items() if key != "ExecutionType"} | {"Mode": mode}
    return kept if mode == "INLINE" else kept | {"ExecutionType": fields.get("ExecutionType", "STANDARD")}


EDITOR = Editor(show, fields=frozenset({"ItemProcessor"}))
