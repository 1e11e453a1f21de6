"""The place in a file where the open workflow lives: if it is saved there, and what a person must settle."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.repository.home import Home
from designer.screen import address, project
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.session import Session


def show(session: Session) -> None:
    """Show a line above the top bar where the file and the workflow are not the same."""
    home = project.home(session.opened)
    if home is None or home.state.kind == "saved":
        return
    with st.container(key="place", horizontal=True, wrap=False, vertical_alignment="center"):
        if home.state.kind == "conflict":
            st.warning(text("place.conflict", place=escape(home.name)), icon=":material/call_split:")
            for keep in ("here", "there"):
                st.button(
                    text(f"place.keep-{keep}"),
                    key=f"place-{keep}",
                    on_click=partial(home.settle, session.opened, keep),
                    width="content",
                )
        elif home.is_fixed:
            st.info(_words(home, "place.copy"), icon=":material/lock:")
        else:
            st.warning(_words(home, "place.refused"), icon=":material/save_as:")


def show_saved(session: Session) -> None:
    """Show in the top bar that the workflow is saved, and where."""
    home = project.home(session.opened)
    is_saved, place = session.opened.is_saved, text("topbar.saved")
    if home is not None and not home.is_fixed:
        is_saved = is_saved and home.state.kind == "saved"
        place = text("place.saved", place=escape(home.name))
    icon, words = ("cloud_done", place) if is_saved else ("cloud_off", text("topbar.unsaved"))
    st.caption(f":material/{icon}: {words}", width="content")


def _words(home: Home, key: str) -> str:
    refusal = home.state.refusal
    reason = refusal.message(address.language()) if refusal else ""
    line = text("place.line", line=refusal.line) if refusal and refusal.line else ""
    return text(key, place=escape(home.name) + line, reason=escape(reason))
