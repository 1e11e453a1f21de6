"""The greeting on a canvas without states: four ways to begin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import workflows
from designer.screen.panels.workflows import files
from designer.screen.session import Session
from designer.workspace.actions.add_state import AddState

STYLES = Path(__file__).with_name("greeting.css")


def show(session: Session) -> None:
    """Show the greeting if the definition is an object without states."""
    definition = session.analysis.workflow.document.value
    if not isinstance(definition, dict) or session.analysis.identity.states:
        return
    with st.container(key="greeting"):
        st.html(STYLES)
        st.markdown(f"**{text('greeting.title')}**")
        with st.container(key="greeting-ways", horizontal=True, wrap=True):
            for name, (icon, begin) in WAYS.items():
                with st.container(key=f"greeting-{name}", gap="xxsmall"):
                    if st.button(text(f"greeting.{name}"), icon=icon, key=f"begin-{name}", width="stretch"):
                        begin(session)
                    st.caption(text(f"greeting.{name}.help"))
        with st.container(key="greeting-drop"):
            st.caption(text("greeting.drop"))
            files.drop(f"drop-{session.opened.record.id}")


def _sketch(session: Session) -> None:
    session.turn_to("sketch")
    st.rerun(scope="fragment")


def _state(session: Session) -> None:
    uid = uuid4().hex[:12]
    session.receiver.apply(AddState(uid=uid, name=text("greeting.state.name"), template="Pass", x=320, y=120))
    session.reveal(uid)
    st.rerun(scope="fragment")


WAYS: dict[str, tuple[str, Callable[[Session], None]]] = {
    "samples": (":material/auto_stories:", lambda session: workflows.ask(session, "samples")),
    "files": (":material/upload_file:", lambda session: workflows.ask(session, "files")),
    "sketch": (":material/sticky_note_2:", _sketch),
    "state": (":material/add_box:", _state),
}
