"""The screen: the top bar with the page beneath, in one fragment that re-runs alone."""

from collections.abc import Callable, Mapping

import streamlit as st

from designer.components.canvas.mount import canvas
from designer.library.store import Unavailable
from designer.screen import address, project
from designer.screen.address import Page
from designer.screen.current_session import TO_CHOOSE, current
from designer.screen.markdown import escape
from designer.screen.panels import (
    drawer,
    greeting,
    inspector,
    landscape,
    left_out,
    notices,
    sketch,
    topbar,
    workflows,
)
from designer.screen.panels.workflows import place
from designer.screen.session import Session


@st.fragment
def show() -> None:
    """Apply the browser's messages, then show everything in its new state, the canvas' answer first."""
    try:
        session = current()
    except Unavailable as trouble:
        notices.tell(trouble)
        notices.retry()
        return
    session.receive()
    project.keep_up(session.opened)
    if st.session_state.pop(TO_CHOOSE, False):
        workflows.ask(session)
    with st.container(key="screen"):
        with st.container():  # without its own place, a notice that comes or goes mounts the canvas anew
            notices.show(session)
            place.show(session)
            left_out.show(session)
        bar = topbar.place()
        PAGES[address.page()](session)
        topbar.show(session, bar)
    for refusal in session.take_refusals():
        st.toast(escape(refusal), icon=":material/info:")


def _workflow(session: Session) -> None:
    """Show the canvas, the inspector and the drawer."""
    with st.container(key="middle", horizontal=True, wrap=False):
        with st.container(key="stage"):
            canvas(session.canvas_response(), key=session.canvas_key)
        greeting.show(session)
        inspector.show(session)
    drawer.show(session)


PAGES: Mapping[Page, Callable[[Session], None]] = {
    "landscape": landscape.show,
    "sketch": sketch.show,
    "workflow": _workflow,
}
