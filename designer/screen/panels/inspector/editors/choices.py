"""The rules of a Choice, in their order, each with the sentence that it reads as."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.findings import plain
from designer.screen.panels.inspector import editors, labels, rows
from designer.screen.panels.inspector.conditions import condition
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.modes import expression, is_expression
from designer.screen.panels.inspector.rows import Rows
from schemas.asl.json_schema import schema
from schemas.asl.states.choice import rule
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change, Workflow
from schemas.wording.edge_labels import label


def show(ref: FieldRef) -> None:
    """Show every rule as a line; the open ones as forms."""
    labels.heading(ref)
    fresh = {key: value for key, value in rule(ref.state.language, "").items() if key != "Next"}
    listed = FieldRef(ref.session, ref.uid, ref.state, ref.path, {"items": rule_of(ref)}, ref.orders)
    rows.show(listed, Rows(sentence, body, fresh, text("rule.add")))


def rule_of(ref: FieldRef) -> dict[str, Json]:
    """The schema of a rule in the state's query language."""
    return schema(f"choice-rule.{ref.state.language.lower()}")


def sentence(ref: FieldRef) -> str:
    """What a rule says, and where it leads."""
    fields = mapping(ref.value)
    said = label("choice", fields, address.language()) or text("rule.empty")
    return text("rule.sentence", condition=said, target=fields.get("Next") or text("ways.nowhere"))


def body(ref: FieldRef) -> None:
    """Show one rule: its condition, where it leads, its note and what it sets."""
    fields = mapping(ref.value)
    if fields.get("Comment"):
        without = {key: value for key, value in fields.items() if key != "Comment"}
        st.caption(plain(label("choice", without, address.language())))
    if ref.state.language == "JSONata":
        _condition(ref.child("Condition"))
    else:
        condition.show(ref)
    for name in ("Next", "Comment", "Output", "Assign"):
        if name in ref.properties:
            editors.show(ref.child(name))


def _condition(ref: FieldRef) -> None:
    value = ref.value
    shown = (
        value.strip()[2:-2].strip() if isinstance(value, str) and is_expression(value) else str(value or "")
    )
    entry.area(ref.session, ref.name, ref.label, shown, partial(_take, ref), help=ref.hint)


def _take(ref: FieldRef, workflow: Workflow, said: str) -> Change:
    return ref.change_to(workflow, expression(said)) if said.strip() else ref.change_without(workflow)


EDITOR = Editor(show, fields=frozenset({"Choices"}))
