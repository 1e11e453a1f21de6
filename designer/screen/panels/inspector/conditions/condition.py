"""A condition in JSONPath: one comparison, or several that are combined."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector import typing
from designer.screen.panels.inspector.conditions.comparison import compare
from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.asl.json_schema import schema
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change, Workflow

RULE = schema("choice-rule.jsonpath")
ONE = "One"
KINDS = (ONE, "And", "Or", "Not")
DEEPEST = 3

_OUTER = frozenset({"Next", "Comment", "Assign"})


def show(ref: FieldRef, depth: int = 0, removable: bool = False) -> None:
    """Show the condition of a rule, or of one that is nested in it; one nested too deep as text."""
    if depth > DEEPEST or not isinstance(ref.value, dict):
        shown = typing.shown(ref.value, plain=False)
        entry.area(ref.session, f"{ref.name}/text", text("condition.text"), shown, partial(_take, ref))
        return
    kind = kind_of(ref.value)
    with st.container(key=f"{ref.name}/line", horizontal=True, wrap=False, gap="xsmall"):
        _kind(ref, kind)
        if removable:
            _remove(ref)
    if kind == ONE:
        compare(ref)
    elif kind == "Not":
        _nested(ref.child("Not", RULE), depth)
    else:
        _several(ref.child(kind, {"items": RULE}), depth)


def kind_of(rule: dict[str, Json]) -> str:
    """How a rule combines conditions: `And`, `Or`, `Not`, or not at all."""
    return next((key for key in rule if key in KINDS), ONE)


def recombined(rule: Json, kind: str) -> dict[str, Json]:
    """The rule with its condition combined in that way, in its place; of several, `ONE` keeps the first."""
    fields = mapping(rule)
    inner = {key: value for key, value in fields.items() if key not in _OUTER}
    wanted = _combined(inner, kind)
    before: dict[str, Json] = {}
    for key, value in fields.items():
        if key in inner:
            break
        before[key] = value
    return before | wanted | {key: value for key, value in fields.items() if key in _OUTER}


def _combined(inner: dict[str, Json], kind: str) -> dict[str, Json]:
    now = kind_of(inner)
    if now in ("And", "Or") and kind in ("And", "Or"):
        return {kind: inner[now]}
    if now == ONE or kind != ONE:
        return {kind: inner if kind == "Not" else [inner]} if kind != ONE else inner
    operands = inner[now]
    first = operands[0] if isinstance(operands, list) and operands else operands
    return mapping(first)


def _combine(ref: FieldRef, kind: str) -> None:
    ref.update(lambda rule: recombined(rule, kind))


def _kind(ref: FieldRef, kind: str) -> None:
    options = {each: text(f"condition.{each}") for each in KINDS}
    name = f"{ref.name}/kind"
    entry.option(ref.session, name, text("condition.kind"), options, kind, partial(_combine, ref), bare=True)


def _remove(ref: FieldRef) -> None:
    st.button(
        text("condition.remove"),
        key=f"{ref.name}/remove",
        type="tertiary",
        icon=":material/delete:",
        on_click=ref.remove,
    )


def _several(ref: FieldRef, depth: int) -> None:
    operands = ref.value if isinstance(ref.value, list) else []
    for index in range(len(operands)):
        _nested(ref.child(index, RULE), depth, removable=len(operands) > 1)
    st.button(
        text("condition.add"),
        key=f"{ref.name}/add",
        type="tertiary",
        icon=":material/add:",
        on_click=ref.set,
        args=([*operands, {"Variable": "$.key", "StringEquals": "value"}],),
    )


def _nested(ref: FieldRef, depth: int, removable: bool = False) -> None:
    with st.container(border=True, gap="xsmall"):
        show(ref, depth + 1, removable)


def _take(ref: FieldRef, workflow: Workflow, said: str) -> Change:
    return ref.change_to(workflow, typing.read(said, plain=False))
