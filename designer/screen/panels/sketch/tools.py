"""The row of tools above the sketch: each button does something with the sketch as a whole."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import export
from designer.screen.session import Session


def show(session: Session) -> None:
    """Show the row."""
    with st.container(key="sketch-tools", horizontal=True, wrap=False, vertical_alignment="center"):
        for tool in TOOLS:
            tool(session)


def _picture(session: Session) -> None:
    """A picture of the sketch, as for Miro."""
    label, help = text("sketch.picture"), text("sketch.picture.help")
    if st.button(label, icon=":material/image:", key="sketch-picture", help=help):
        export.ask(session)


TOOLS: tuple[Callable[[Session], None], ...] = (_picture,)
"""The tools from left to right; each shows its button."""
