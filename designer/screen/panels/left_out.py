"""Tells what could not be taken over from a diagram, until a person closes it or opens another workflow."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.session import Session
from schemas.core.diagnostic import Diagnostic

STYLES = Path(__file__).with_name("left_out.css")
KEPT = "left-out"
"""The key in Streamlit's session state of the workflow and its messages."""


def keep(id: str, messages: Sequence[Diagnostic]) -> None:
    """Keep the messages of the workflow `id` for this tab; those of another workflow are dropped."""
    st.session_state[KEPT] = (id, tuple(messages))


def show(session: Session) -> None:
    """Show the number of messages with a list of them, and a button that closes it."""
    id, messages = st.session_state.get(KEPT, ("", ()))
    if not messages or id != session.opened.record.id:
        return
    with st.container(key="left-out", horizontal=True, wrap=False, vertical_alignment="center"):
        st.html(STYLES)
        label = text("left-out.title", count=len(messages))
        with st.popover(label, icon=":material/info:", type="tertiary", key="left-out-list"):
            st.markdown("\n".join(f"- {_line(message)}" for message in messages))
        if st.button(text("left-out.close"), key="left-out-close", type="tertiary", icon=":material/close:"):
            st.session_state.pop(KEPT)
            st.rerun(scope="fragment")


def _line(message: Diagnostic) -> str:
    place = text("left-out.place", line=message.line, column=message.column)
    return f"{escape(place)} {escape(message.message(address.language()))}"
