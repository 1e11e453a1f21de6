"""The inspector of one edge: its kind, its ends, and its Choice rule or catcher."""

from __future__ import annotations

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector.editors import catch, choices
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.session import Session
from designer.workspace.actions.reconnect import Reconnect
from designer.workspace.analysis import Analysis
from schemas.asl.graph import Edge, graph
from schemas.asl.walk import Scope, State

NOWHERE = "nowhere"


def find(analysis: Analysis, id: str) -> Edge | None:
    """The edge of that id (see `designer.protocol.canvas`); None where it does not exist."""
    source_uid, _, rest = id.partition(":")
    identity = analysis.identity
    source = identity.states.get(source_uid) or identity.scopes.get(source_uid)
    if source is None:
        return None
    leaving = graph(analysis.last_valid.document.value).leaving(source.path)
    return next(
        (edge for edge in leaving if f"{edge.kind}:{'' if edge.index is None else edge.index}" == rest), None
    )


def show(session: Session, id: str, edge: Edge) -> None:
    """Show the edge `id`."""
    st.caption(text(f"arrow.{edge.kind}"))
    if isinstance(edge.source, State):
        st.text_input(text("arrow.from"), value=edge.source.name, disabled=True)
    if edge.index is None or isinstance(edge.source, Scope):
        _target(session, id, edge)
        return
    state = FieldRef(session, session.analysis.identity.uids[edge.source.path], edge.source)
    if edge.kind == "choice":
        rules = state.child("Choices")
        choices.show_rule(rules.child(edge.index, choices.rule_schema(rules)))
    else:
        catchers = state.child("Catch")
        catch.show_catcher(catchers.child(edge.index, catchers.schema["items"]))


def _target(session: Session, id: str, edge: Edge) -> None:
    identity = session.analysis.identity
    scope = edge.source if isinstance(edge.source, Scope) else edge.source.scope
    targets = {identity.uids[(*scope.path, "States", name)]: name for name in scope.states}
    target = next((uid for uid, name in targets.items() if name == edge.name), NOWHERE)
    options = {**({NOWHERE: edge.name} if target == NOWHERE else {}), **targets}
    controls.selectbox(
        session,
        f"{id}/target",
        text("arrow.to"),
        options,
        target,
        lambda chosen: session.receiver.apply(Reconnect(edge=id, target=chosen)),
    )
