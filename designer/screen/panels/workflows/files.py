"""Opens files: a definition with or without its sidecar, a picture, or a diagram of another tool."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from designer.base.refusal import Refusal
from designer.library.opening import Opened, open_files
from designer.repository.uploaded import machines_in
from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels.workflows.starting import start
from designer.screen.session import Session
from schemas.sidecar.workflow import Workflow

_HOSTS = (".yml", ".yaml", ".json", ".template", ".tf", ".design.json")


def show(session: Session) -> None:
    """Show the upload of files, and a button that opens them."""
    st.caption(text("files.help"))
    uploads = _dropped("uploads")
    machines = _machines(uploads)
    chosen = choose(machines, "uploads-machine") if len(machines) > 1 else next(iter(machines), None)
    is_open = len(machines) > 1 and chosen is None
    if st.button(text("files.open"), key="open-files", type="primary", disabled=not uploads or is_open):
        _open(uploads, chosen)


def drop(key: str) -> None:
    """Show an upload that opens the files at once; it needs another `key` afterwards."""
    if uploads := _dropped(key):
        machines = _machines(uploads)
        chosen = choose(machines, f"{key}-machine") if len(machines) > 1 else next(iter(machines), None)
        if chosen is not None or not machines:
            _open(uploads, chosen)


def choose(machines: Sequence[Workflow], key: str) -> Workflow | None:
    """Ask which of several machines to open; None until a person has chosen."""
    index = st.selectbox(
        text("files.machine", count=len(machines)),
        range(len(machines)),
        index=None,
        format_func=lambda at: machines[at].name,
        key=key,
    )
    return None if index is None else machines[index]


def _machines(uploads: Mapping[str, bytes]) -> list[Workflow]:
    """The machines in the uploads, where these are templates and the like."""
    texts = {name: data for name, data in uploads.items() if name.lower().endswith(_HOSTS)}
    return machines_in(texts) if texts else []


def _dropped(key: str) -> dict[str, bytes]:
    uploads = st.file_uploader(
        text("files.label"),
        type=[
            "json",
            "yaml",
            "yml",
            "template",
            "tf",
            "png",
            "mmd",
            "mermaid",
            "md",
            "markdown",
            "drawio",
            "dio",
            "xml",
        ],
        accept_multiple_files=True,
        max_upload_size=8,
        key=key,
        label_visibility="collapsed",
    )
    return {upload.name: upload.getvalue() for upload in uploads}


def _open(files: dict[str, bytes], chosen: Workflow | None) -> None:
    try:
        found = Opened(chosen) if chosen is not None else open_files(files)
    except Refusal as refusal:
        words = refusal.message(address.language())
        st.error(escape(f"{refusal.file}: {words}" if refusal.file else words))
    else:
        start(found.workflow, found.messages)
