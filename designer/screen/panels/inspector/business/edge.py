"""The inspector of one edge in the business view: its states by their business names, and its label."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls
from designer.screen.panels.inspector.business import state
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.session import Session
from schemas.asl.graph import Edge
from schemas.asl.walk import State
from schemas.core.coerce import text as string
from schemas.sidecar.workflow import Change, Workflow
from schemas.wording.edge_labels import label

LISTS = {"choice": "Choices", "catch": "Catch"}


def show(session: Session, edge: Edge) -> None:
    """Show the edge; the label of a way out of a Choice or of a catcher can be edited."""
    st.caption(text(f"arrow.{edge.kind}"))
    source, target = edge.source, edge.target
    if not isinstance(source, State) or target is None:
        return
    uids = session.analysis.identity.uids
    source_title = state.title(session, uids[source.path], source)
    target_title = state.title(session, uids[target.path], target)
    st.markdown(f"**{escape(source_title)}** → **{escape(target_title)}**")
    if edge.kind == "default":
        _otherwise(session, uids[source.path])
    if edge.kind in LISTS and edge.index is not None:
        _label(FieldRef(session, uids[source.path], source).child(LISTS[edge.kind]).child(edge.index), edge)


def _otherwise(session: Session, uid: str) -> None:
    controls.text_input(
        session,
        f"{uid}/otherwise",
        text("business.words"),
        session.analysis.last_valid.design.otherwise(uid),
        partial(state.change_text, uid, "otherwise"),
        text("business.words.help"),
        example=label("default", {}, address.language(), "business"),
    )


def _label(item: FieldRef, edge: Edge) -> None:
    ref = item.child("Comment", {"type": "string"})
    uncommented = {key: value for key, value in edge.fields.items() if key != "Comment"}
    controls.text_input(
        ref.session,
        f"{ref.name}/business",
        text("business.words"),
        string(edge.fields.get("Comment")),
        partial(_change, ref),
        text("business.words.help"),
        example=label(edge.kind, uncommented, address.language(), "business"),
    )


def _change(ref: FieldRef, workflow: Workflow, typed: str) -> Change:
    return ref.change_to(workflow, typed.strip()) if typed.strip() else ref.change_without(workflow)
