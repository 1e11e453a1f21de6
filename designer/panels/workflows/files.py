"""Opening files: a definition, and its sidecar where there is one."""

from __future__ import annotations

import streamlit as st

from designer import session
from designer.opening import opened
from designer.panels import findings
from designer.panels.workflows.starting import start
from designer.refusal import Refusal
from designer.session import Session, text


def show(here: Session) -> None:
    """Show where files are dropped."""
    st.caption(text("files.help"))
    uploads = st.file_uploader(
        text("files.label"),
        type=["json", "yaml", "yml", "png"],
        accept_multiple_files=True,
        max_upload_size=8,
        key="uploads",
        label_visibility="collapsed",
    )
    if st.button(text("files.open"), key="open-files", type="primary", disabled=not uploads):
        try:
            workflow = opened({upload.name: upload.getvalue() for upload in uploads})
        except Refusal as refusal:
            words = refusal.message(session.language())
            st.error(findings.plain(f"{refusal.file}: {words}" if refusal.file else words))
        else:
            start(workflow)
