"""The condition of a Choice rule in JSONPath: one comparison, or several combined by And, Or or Not."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector import value_text
from designer.screen.panels.inspector.conditions import comparison
from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.asl.json_schema import schema
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change, Workflow

RULE_SCHEMA = schema("choice-rule.jsonpath")
ONE = "One"
KINDS = (ONE, "And", "Or", "Not")
DEEPEST = 3
"""Conditions nested deeper than this are shown as text."""

_OUTER = frozenset({"Next", "Comment", "Assign"})


def show(ref: FieldRef, depth: int = 0, removable: bool = False) -> None:
    """Show the condition of the rule at `ref`, or one nested `depth` levels deep in it."""
    if depth > DEEPEST or not isinstance(ref.value, dict):
        _as_text(ref)
        return
    kind = kind_of(ref.value)
    with st.container(key=f"{ref.name}/line", horizontal=True, wrap=False, gap="xsmall"):
        _kind(ref, kind)
        if removable:
            _remove_button(ref)
    if kind == ONE:
        comparison.show(ref)
    elif kind == "Not":
        _nested(ref.child("Not", RULE_SCHEMA), depth)
    else:
        _several(ref.child(kind, {"items": RULE_SCHEMA}), depth)


def kind_of(rule: dict[str, Json]) -> str:
    """The combining operator of a rule: `And`, `Or`, `Not`, or `ONE` for a single comparison."""
    return next((key for key in rule if key in KINDS), ONE)


def with_kind(rule: Json, kind: str) -> dict[str, Json]:
    """The rule with its condition combined by `kind`, in the same place; `ONE` keeps the first of several."""
    fields = mapping(rule)
    inner = {key: value for key, value in fields.items() if key not in _OUTER}
    combined = _combined(inner, kind)
    before: dict[str, Json] = {}
    for key, value in fields.items():
        if key in inner:
            break
        before[key] = value
    return before | combined | {key: value for key, value in fields.items() if key in _OUTER}


def _combined(inner: dict[str, Json], kind: str) -> dict[str, Json]:
    old = kind_of(inner)
    if old in ("And", "Or") and kind in ("And", "Or"):
        return {kind: inner[old]}
    if old == ONE or kind != ONE:
        return {kind: inner if kind == "Not" else [inner]} if kind != ONE else inner
    operands = inner[old]
    first = operands[0] if isinstance(operands, list) and operands else operands
    return mapping(first)


def _kind(ref: FieldRef, kind: str) -> None:
    controls.selectbox(
        ref.session,
        f"{ref.name}/kind",
        text("condition.kind"),
        {each: text(f"condition.{each}") for each in KINDS},
        kind,
        lambda chosen: ref.update(lambda rule: with_kind(rule, chosen)),
        bare=True,
    )


def _remove_button(ref: FieldRef) -> None:
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
        _nested(ref.child(index, RULE_SCHEMA), depth, removable=len(operands) > 1)
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


def _as_text(ref: FieldRef) -> None:
    shown = value_text.to_text(ref.value, plain=False)
    controls.text_area(ref.session, f"{ref.name}/text", text("condition.text"), shown, partial(_change, ref))


def _change(ref: FieldRef, workflow: Workflow, typed: str) -> Change:
    return ref.change_to(workflow, value_text.from_text(typed, False, ref.schema, ref.value))
