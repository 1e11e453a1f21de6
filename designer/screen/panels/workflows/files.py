"""Opens files: a definition with or without its sidecar, a picture, or a diagram of another tool."""

from __future__ import annotations

import streamlit as st

from designer.base.refusal import Refusal
from designer.library.opening import open_files
from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels.workflows.starting import start
from designer.screen.session import Session


def show(session: Session) -> None:
    """Show the upload of files, and a button that opens them."""
    st.caption(text("files.help"))
    uploads = _dropped("uploads")
    if st.button(text("files.open"), key="open-files", type="primary", disabled=not uploads):
        _open(uploads)


def drop(key: str) -> None:
    """Show an upload that opens the files at once; it needs another `key` afterwards."""
    if uploads := _dropped(key):
        _open(uploads)


def _dropped(key: str) -> dict[str, bytes]:
    uploads = st.file_uploader(
        text("files.label"),
        type=["json", "yaml", "yml", "png", "mmd", "mermaid", "md", "markdown", "drawio", "dio", "xml"],
        accept_multiple_files=True,
        max_upload_size=8,
        key=key,
        label_visibility="collapsed",
    )
    return {upload.name: upload.getvalue() for upload in uploads}


def _open(files: dict[str, bytes]) -> None:
    try:
        found = open_files(files)
    except Refusal as refusal:
        words = refusal.message(address.language())
        st.error(escape(f"{refusal.file}: {words}" if refusal.file else words))
    else:
        start(found.workflow, found.messages)
