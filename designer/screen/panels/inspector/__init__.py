"""The inspector: what is selected, in plain words; closed where nothing is."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels.inspector import edge as arrow
from designer.screen.panels.inspector import state
from designer.screen.panels.inspector.business import edge as business_arrow
from designer.screen.panels.inspector.business import state as business
from designer.screen.session import Session
from schemas.asl.graph import Edge
from schemas.asl.walk import State

STYLES = Path(__file__).with_name("inspector.css")


def show(session: Session) -> None:
    """Show the one selected state or arrow, if there is one."""
    reading = session.analysis
    selected = session.opened.selected
    if len(selected) != 1:
        return
    uid = selected[0]
    shown = reading.identity.states.get(uid)
    edge = None if shown else arrow.find(reading, uid)
    if shown is None and edge is None:
        return
    with st.container(key="inspector"):
        st.html(STYLES)
        if reading.is_broken:
            st.warning(text("inspector.broken"), icon=":material/edit_off:")
        elif session.opened.look == "business":
            _show_business(session, uid, shown, edge)
        elif shown is not None:
            state.show(session, uid, shown)
        elif edge is not None:
            arrow.show(session, uid, edge)


def _show_business(session: Session, uid: str, shown: State | None, edge: Edge | None) -> None:
    if shown is not None:
        business.show(session, uid, shown)
    elif edge is not None:
        business_arrow.show(session, edge)
