"""The inspector: the selected state or edge with its fields; hidden where nothing is selected."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from designer.components.completer import completer
from designer.screen import address
from designer.screen.locale import text
from designer.screen.panels.inspector import contract
from designer.screen.panels.inspector import edge as edge_panel
from designer.screen.panels.inspector import state as state_panel
from designer.screen.panels.inspector.business import edge as business_edge
from designer.screen.panels.inspector.business import state as business_state
from designer.screen.session import Session
from schemas.asl.graph import Edge
from schemas.asl.walk import State

STYLES = Path(__file__).with_name("inspector.css")


def show(session: Session) -> None:
    """Show the selected state or edge, if exactly one is selected."""
    analysis = session.analysis
    selected = session.opened.selected
    if len(selected) != 1:
        return
    id = selected[0]
    state = analysis.identity.states.get(id)
    edge = None if state else edge_panel.find(analysis, id)
    if state is None and edge is None:
        return
    session.widgets.completed.clear()
    with st.container(key="inspector"):
        st.html(STYLES)
        if analysis.is_broken:
            st.warning(text("inspector.broken"), icon=":material/edit_off:")
        elif session.opened.view_mode == "business":
            _show_business(session, id, state, edge)
        elif state is not None:
            state_panel.show(session, id, state)
        elif edge is not None:
            edge_panel.show(session, id, edge)
        if edge is not None and edge.kind == "start" and not edge.source.path:
            contract.show(session)
        _complete(session, id if edge is None else analysis.identity.uids.get(edge.source.path, ""))


def _complete(session: Session, uid: str) -> None:
    """Let the fields that are shown complete what is typed into them."""
    fields = session.widgets.completed
    token, key = session.opened.visit.token, f"{session.canvas_key}/completer"
    if fields:
        completer(token, uid, fields, address.language(), key)


def _show_business(session: Session, id: str, state: State | None, edge: Edge | None) -> None:
    if state is not None:
        business_state.show(session, id, state)
    elif edge is not None:
        business_edge.show(session, edge)
