"""Over a canvas without a state: four ways to begin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import streamlit as st

from designer.protocol.canvas import AddState
from designer.screen.panels import workflows
from designer.screen.panels.workflows import files
from designer.screen.session import Session, text

STYLES = Path(__file__).with_name("greeting.css")


def show(here: Session) -> None:
    """Show the ways, as long as there is nothing; no longer over text that is no definition."""
    definition = here.read().workflow.document.value
    if not isinstance(definition, dict) or here.read().identity.states:
        return
    with st.container(key="greeting"):
        st.html(STYLES)
        st.markdown(f"**{text('greeting.title')}**")
        with st.container(key="greeting-ways", horizontal=True, wrap=True):
            for name, (icon, begin) in WAYS.items():
                with st.container(key=f"greeting-{name}", gap="xxsmall"):
                    if st.button(text(f"greeting.{name}"), icon=icon, key=f"begin-{name}", width="stretch"):
                        begin(here)
                    st.caption(text(f"greeting.{name}.help"))
        with st.container(key="greeting-drop"):
            st.caption(text("greeting.drop"))
            files.drop(f"drop-{here.editor.record.id}")


def _sketch(here: Session) -> None:
    here.turn_to("sketch")
    st.rerun(scope="fragment")


def _state(here: Session) -> None:
    uid = uuid4().hex[:12]
    here.editor.do(AddState(uid=uid, name=text("greeting.state.name"), template="Pass", x=320, y=120))
    here.show(uid)
    st.rerun(scope="fragment")


WAYS: dict[str, tuple[str, Callable[[Session], None]]] = {
    "samples": (":material/auto_stories:", lambda here: workflows.ask(here, "samples")),
    "files": (":material/upload_file:", lambda here: workflows.ask(here, "files")),
    "sketch": (":material/sticky_note_2:", _sketch),
    "state": (":material/add_box:", _state),
}
