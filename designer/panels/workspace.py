"""The screen: top bar, canvas, inspector and drawer in one fragment; using one never re-runs the page."""

import streamlit as st

from designer import session
from designer.canvas.mount import canvas
from designer.panels import drawer, findings, inspector, topbar
from designer.session import text
from designer.store import Unavailable


@st.fragment
def show() -> None:
    """Hear the canvas, then show everything as it is after that."""
    try:
        here = session.current()
    except Unavailable as reason:
        st.error(
            text("store.unavailable", reason=findings.plain(str(reason))), icon=":material/database_off:"
        )
        return
    here.hear()
    with st.container(key="screen"):
        topbar.show(here)
        with st.container(key="middle", horizontal=True, wrap=False):
            with st.container(key="stage"):
                canvas(here.delivery(), key=here.canvas_key)
            inspector.show(here)
        drawer.show(here)
    for notice in here.notices():
        st.toast(findings.plain(notice), icon=":material/info:")
