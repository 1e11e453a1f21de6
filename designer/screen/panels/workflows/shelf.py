"""The workflows of the library: open or delete one, or create an empty one."""

from __future__ import annotations

import streamlit as st

from designer.library.store import Entry
from designer.screen import address
from designer.screen.locale import local_time, text
from designer.screen.markdown import escape
from designer.screen.panels.workflows.starting import start
from designer.screen.session import Session, library, untitled


def show(session: Session) -> None:
    """Show the list of workflows, the last changed first."""
    if st.button(text("workflows.new"), icon=":material/add:", type="primary", key="new"):
        start(untitled())
    with st.container(key="shelf", gap="xsmall"):
        for entry in library().entries():
            _show(session, entry)


def _show(session: Session, entry: Entry) -> None:
    is_open = entry.id == session.opened.record.id
    with st.container(key=f"shelf-{entry.id}", horizontal=True, vertical_alignment="center", wrap=False):
        if st.button(
            escape(entry.name) or "-",
            key=f"open-{entry.id}",
            type="tertiary",
            icon=":material/check:" if is_open else ":material/account_tree:",
        ):
            address.go_to(entry.id)
            st.rerun()
        st.space("stretch")
        st.caption(local_time(entry.changed).strftime("%Y-%m-%d %H:%M"), width="content")
        with st.popover("", icon=":material/delete:", type="tertiary", help=text("workflows.delete")):
            st.markdown(text("workflows.delete.sure", name=escape(entry.name)))
            if st.button(text("workflows.delete"), key=f"delete-{entry.id}", icon=":material/delete:"):
                library().delete(entry.id)
                if is_open:
                    address.go_to("")
                st.rerun(scope="app" if is_open else "fragment")
