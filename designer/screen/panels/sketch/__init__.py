"""The sketch page: its tools, the canvas with the sketch, and the inspector of the selected card or arrow."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from designer.components.canvas.mount import canvas
from designer.screen.panels.sketch import inspector, tools
from designer.screen.session import Session

STYLES = Path(__file__).with_name("sketch.css")


def show(session: Session) -> None:
    """Show the page."""
    with st.container(key="middle", horizontal=True, wrap=False):
        with st.container(key="sketch", gap=None):
            with st.container(key="stage"):
                canvas(session.sketch_response(), key=session.sketch_canvas.key)
            st.html(STYLES)
            tools.show(session)
        inspector.show(session)
