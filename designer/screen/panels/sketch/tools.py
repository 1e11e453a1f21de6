"""The row of tools above the sketch: each button does something with the sketch as a whole."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import export
from designer.screen.panels.sketch import conversion
from designer.screen.session import Session
from schemas.sidecar.sketch import read_sketch


def show(session: Session) -> None:
    """Show the row."""
    with st.container(key="sketch-tools", horizontal=True, wrap=False, vertical_alignment="center"):
        for tool in TOOLS:
            tool(session)


def _picture(session: Session) -> None:
    """A picture of the sketch, as for Miro."""
    has_cards = bool(read_sketch(session.opened.workflow.design).cards)
    if st.button(
        text("sketch.picture"),
        icon=":material/image:",
        key="sketch-picture",
        help=text("sketch.picture.help"),
        disabled=not has_cards,
    ):
        export.ask(session, "png")


TOOLS: tuple[Callable[[Session], None], ...] = (conversion.tool, _picture)
"""The tools from left to right; each shows its button."""
