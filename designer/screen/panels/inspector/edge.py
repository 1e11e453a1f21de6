"""One arrow: its kind, where it leads, and the Choice rule or the catcher behind it."""

from __future__ import annotations

import streamlit as st

from designer.protocol.canvas import Reconnect
from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector.editors import catch, choices
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.session import Session
from designer.workspace.analysis import Analysis
from schemas.asl.graph import Edge, graph
from schemas.asl.walk import Scope, State

NOWHERE = "nowhere"


def find(reading: Analysis, id: str) -> Edge | None:
    """The arrow of that id (see `designer.protocol.canvas`), if it is there."""
    source, _, rest = id.partition(":")
    identity = reading.identity
    around = identity.states.get(source) or identity.scopes.get(source)
    if around is None:
        return None
    leaving = graph(reading.picture.document.value).leaving(around.path)
    return next(
        (edge for edge in leaving if f"{edge.kind}:{'' if edge.index is None else edge.index}" == rest), None
    )


def show(session: Session, id: str, edge: Edge) -> None:
    """Show the arrow `id`."""
    st.caption(text(f"arrow.{edge.kind}"))
    if isinstance(edge.source, State):
        st.text_input(text("arrow.from"), value=edge.source.name, disabled=True)
    if edge.index is None or isinstance(edge.source, Scope):
        _target(session, id, edge)
        return
    listed = FieldRef(session, session.analysis.identity.uids[edge.source.path], edge.source)
    if edge.kind == "choice":
        rules = listed.child("Choices")
        choices.body(rules.child(edge.index, choices.rule_of(rules)))
    else:
        catch.body(listed.child("Catch").child(edge.index, listed.properties["Catch"]["items"]))


def _target(session: Session, id: str, edge: Edge) -> None:
    identity = session.analysis.identity
    scope = edge.source if isinstance(edge.source, Scope) else edge.source.scope
    targets = {identity.uids[(*scope.path, "States", name)]: name for name in scope.states}
    target = next((uid for uid, name in targets.items() if name == edge.name), NOWHERE)
    options = {**({NOWHERE: edge.name} if target == NOWHERE else {}), **targets}
    entry.option(
        session,
        f"{id}/target",
        text("arrow.to"),
        options,
        target,
        lambda chosen: session.opened.do(Reconnect(edge=id, target=chosen)),
    )
