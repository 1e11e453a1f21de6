"""The screen, in one fragment so that using it re-runs nothing else: the top bar, and beneath it a page."""

from collections.abc import Callable, Mapping

import streamlit as st

from designer.components.canvas.mount import canvas
from designer.library.store import Unavailable
from designer.screen import session
from designer.screen.panels import drawer, findings, greeting, inspector, sketch, topbar
from designer.screen.session import Page, Session, text


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
        PAGES[session.page()](here)
    for notice in here.notices():
        st.toast(findings.plain(notice), icon=":material/info:")


def _workflow(here: Session) -> None:
    """Show canvas, inspector and drawer."""
    with st.container(key="middle", horizontal=True, wrap=False):
        with st.container(key="stage"):
            canvas(here.delivery(), key=here.canvas_key)
        greeting.show(here)
        inspector.show(here)
    drawer.show(here)


PAGES: Mapping[Page, Callable[[Session], None]] = {"sketch": sketch.show, "workflow": _workflow}
