"""The sketch page: kinds of cards to add, the board, and what is selected on it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from designer.screen import session
from designer.screen.panels.sketch import details, palette
from designer.screen.session import Session
from designer.sketch import mount

STYLES = Path(__file__).with_name("sketch.css")


def show(here: Session) -> None:
    """Show the page."""
    pad = here.sketchpad
    with st.container(key="middle", horizontal=True, wrap=False):
        with st.container(key="sketch-palette"):
            st.html(STYLES)
            palette.show(here, pad)
        with st.container(key="stage"):
            is_dark = st.context.theme.type == "dark"
            mount.board(pad.deliver(session.language(), is_dark), pad.key)
        with st.container(key="sketch-details"):
            details.show(here, pad)
