"""The trash: workflows that were deleted come back, or go for good."""

from __future__ import annotations

import streamlit as st

from designer.library.store import Entry
from designer.screen.locale import local_time, text
from designer.screen.markdown import escape
from designer.screen.panels.workflows.menus import menu
from designer.screen.process import library
from designer.screen.session import Session


def show(_session: Session) -> None:
    """Show the deleted workflows, the last one first."""
    entries = library().trash()
    st.caption(text("trash.help") if entries else text("trash.none"))
    if not entries:
        return
    with st.container(key="trash", gap="xsmall"):
        for entry in entries:
            _show(entry)
    with st.popover(text("trash.clear"), icon=":material/delete_forever:"):
        st.markdown(text("trash.clear.sure", count=len(entries)))
        if st.button(text("trash.delete"), key="clear-trash", icon=":material/delete_forever:"):
            _delete(entries)


def _show(entry: Entry) -> None:
    with st.container(key=f"trash-{entry.id}", horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(escape(entry.name) or "-")
        st.space("stretch")
        if entry.deleted is not None:
            time = local_time(entry.deleted).strftime("%Y-%m-%d %H:%M")
            st.caption(text("trash.deleted", time=time), width="content")
        if st.button(text("trash.restore"), key=f"restore-{entry.id}", icon=":material/restore_from_trash:"):
            library().restore(entry.id)
            st.rerun(scope="fragment")
        with menu(f"trash-{entry.id}", "delete_forever", text("trash.delete")):
            st.markdown(text("trash.delete.sure", name=escape(entry.name)))
            if st.button(text("trash.delete"), key=f"erase-{entry.id}", icon=":material/delete_forever:"):
                _delete([entry])


def _delete(entries: list[Entry]) -> None:
    for entry in entries:
        library().delete(entry.id)
    st.rerun(scope="fragment")
