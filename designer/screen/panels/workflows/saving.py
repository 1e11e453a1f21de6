"""Downloads the open workflow: the text of its definition, and its sidecar."""

from __future__ import annotations

import streamlit as st

from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.session import Session
from exporters.names import file_name


def show(session: Session) -> None:
    """Show a download button for each file."""
    workflow = session.opened.workflow
    st.caption(text("saving.help"))
    base = file_name(workflow.name)
    files = {
        f"{base}.asl.{workflow.document.format}": workflow.document,
        f"{base}.design.json": workflow.design.document,
    }
    for file, document in files.items():
        st.download_button(
            escape(file),
            document.text,
            file,
            "text/plain",
            icon=":material/download:",
            key=f"save-{file}",
            on_click="ignore",
        )
