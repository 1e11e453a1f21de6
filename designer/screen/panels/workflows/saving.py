"""Downloads the files of the open workflow: its definition, its sidecar and its cases."""

from __future__ import annotations

import streamlit as st

from designer.library.files import workflow_files
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.session import Session
from exporters.names import file_name


def show(session: Session) -> None:
    """Show a download button for each file."""
    workflow = session.opened.workflow
    st.caption(text("saving.help"))
    for file, content in workflow_files(workflow, file_name(workflow.name)).items():
        st.download_button(
            escape(file),
            content,
            file,
            "text/plain",
            icon=":material/download:",
            key=f"save-{file}",
            on_click="ignore",
        )
