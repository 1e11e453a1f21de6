"""The rules of a Choice state in their order, each as a sentence."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls
from designer.screen.panels.inspector import editors, item_list, labels
from designer.screen.panels.inspector.conditions import condition
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.item_list import ItemList
from designer.screen.panels.inspector.value_source import expression, is_expression
from designer.screen.widgets import Completed
from schemas.asl.expressions.embedded import OPENING
from schemas.asl.json_schema import schema
from schemas.asl.states.choice import rule
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change, Workflow
from schemas.wording.edge_labels import label


def show(ref: FieldRef) -> None:
    """Show each rule as a line that opens into its controls."""
    labels.heading(ref)
    new = {key: value for key, value in rule(ref.state.language, "").items() if key != "Next"}
    rules = FieldRef(ref.session, ref.uid, ref.state, ref.path, {"items": rule_schema(ref)}, ref.orders)
    item_list.show(rules, ItemList(sentence, show_rule, new, text("rule.add")))


def rule_schema(ref: FieldRef) -> dict[str, Json]:
    """The JSON Schema of a rule in the state's query language."""
    return schema(f"choice-rule.{ref.state.language.lower()}")


def sentence(ref: FieldRef) -> str:
    """A rule's condition and its target, in words."""
    fields = mapping(ref.value)
    condition = label("choice", fields, address.language()) or text("rule.empty")
    return text("rule.sentence", condition=condition, target=fields.get("Next") or text("ways.nowhere"))


def show_rule(ref: FieldRef) -> None:
    """Show the controls of one rule: its condition, target, Comment, Output and Assign."""
    fields = mapping(ref.value)
    if fields.get("Comment"):
        uncommented = {key: value for key, value in fields.items() if key != "Comment"}
        st.caption(escape(label("choice", uncommented, address.language())))
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
    completed = Completed(ref.path, OPENING)
    change = partial(_change, ref)
    controls.text_area(ref.session, ref.name, ref.label, shown, change, help=ref.hint, completed=completed)


def _change(ref: FieldRef, workflow: Workflow, typed: str) -> Change:
    return ref.change_to(workflow, expression(typed)) if typed.strip() else ref.change_without(workflow)


EDITOR = Editor(show, fields=frozenset({"Choices"}))
