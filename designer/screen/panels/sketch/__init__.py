"""The sketch page: the palette of cards, the board, and the details of the selection."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from designer.screen import address
from designer.screen.panels.sketch import details, palette
from designer.screen.session import Session
from designer.sketch import mount

STYLES = Path(__file__).with_name("sketch.css")


def show(session: Session) -> None:
    """Show the page."""
    pad = session.sketchpad
    with st.container(key="middle", horizontal=True, wrap=False):
        with st.container(key="sketch-palette"):
            st.html(STYLES)
            palette.show(session, pad)
        with st.container(key="stage"):
            is_dark = st.context.theme.type == "dark"
            mount.board(pad.deliver(address.language(), is_dark), pad.key)
        with st.container(key="sketch-details"):
            details.show(session, pad)
