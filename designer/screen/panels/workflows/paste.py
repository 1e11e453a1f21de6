"""Opens a pasted definition, such as one from the Step Functions console."""

from __future__ import annotations

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels.workflows.starting import start
from designer.screen.session import Session
from schemas.core.hidden_characters import without_hidden
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow


def show(session: Session) -> None:
    """Show the field to paste into; a definition with syntax errors is opened as text."""
    st.caption(text("paste.help"))
    name = st.text_input(text("paste.name"), key="paste-name", max_chars=120)
    pasted = st.text_area(text("paste.label"), key="paste-text", height=280)
    if st.button(text("paste.open"), key="open-paste", type="primary"):
        start(Workflow(without_hidden(name) or text("workflow.untitled"), Document.parse(pasted)))
