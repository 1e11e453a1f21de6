"""The rules of a Choice, in their order, each with the sentence that it reads as."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen import session
from designer.screen.panels import entry
from designer.screen.panels.findings import plain
from designer.screen.panels.inspector import editors, labels, rows
from designer.screen.panels.inspector.conditions import condition
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.modes import expression, is_expression
from designer.screen.panels.inspector.rows import Rows
from designer.screen.session import text
from schemas.asl.json_schema import schema
from schemas.asl.states.choice import rule
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change, Workflow
from schemas.wording.edge_labels import label


def show(spot: FieldRef) -> None:
    """Show every rule as a line; the open ones as forms."""
    labels.heading(spot)
    fresh = {key: value for key, value in rule(spot.state.language, "").items() if key != "Next"}
    listed = FieldRef(spot.here, spot.uid, spot.state, spot.path, {"items": rule_of(spot)}, spot.orders)
    rows.show(listed, Rows(sentence, body, fresh, text("rule.add")))


def rule_of(spot: FieldRef) -> dict[str, Json]:
    """The schema of a rule in the state's query language."""
    return schema(f"choice-rule.{spot.state.language.lower()}")


def sentence(spot: FieldRef) -> str:
    """What a rule says, and where it leads."""
    fields = mapping(spot.value)
    said = label("choice", fields, session.language()) or text("rule.empty")
    return text("rule.sentence", condition=said, target=fields.get("Next") or text("ways.nowhere"))


def body(spot: FieldRef) -> None:
    """Show one rule: its condition, where it leads, its note and what it sets."""
    fields = mapping(spot.value)
    if fields.get("Comment"):
        without = {key: value for key, value in fields.items() if key != "Comment"}
        st.caption(plain(label("choice", without, session.language())))
    if spot.state.language == "JSONata":
        _condition(spot.inner("Condition"))
    else:
        condition.show(spot)
    for name in ("Next", "Comment", "Output", "Assign"):
        if name in spot.properties:
            editors.show(spot.inner(name))


def _condition(spot: FieldRef) -> None:
    value = spot.value
    shown = (
        value.strip()[2:-2].strip() if isinstance(value, str) and is_expression(value) else str(value or "")
    )
    entry.area(spot.here, spot.name, spot.label, shown, partial(_take, spot), help=spot.hint)


def _take(spot: FieldRef, workflow: Workflow, said: str) -> Change:
    return spot.given(workflow, expression(said)) if said.strip() else spot.dropped(workflow)


EDITOR = Editor(show, fields=frozenset({"Choices"}))
