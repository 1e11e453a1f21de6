"""Lines above the top bar about the server and its library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import streamlit as st

from designer.library.store import Unavailable
from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.process import library
from designer.screen.server import listens_beyond_this_machine
from designer.screen.session import Session
from schemas.core.diagnostic import message_text
from schemas.core.edits import EditRefused

RETRY_SECONDS = 2


def show(session: Session) -> None:
    """Show the lines that a person must know of; none where all is well."""
    if listens_beyond_this_machine():
        place = escape(str(st.get_option("server.address") or "0.0.0.0"))  # noqa: S104 - shown, not bound
        st.warning(text("notice.exposed", address=place), icon=":material/public:")
    trouble = session.opened.trouble
    if trouble:
        _tell_of_library(trouble)


def _tell_of_library(trouble: Unavailable) -> None:
    with st.container(key="notice", horizontal=True, wrap=False, vertical_alignment="center"):
        tell(trouble)
        if trouble.trouble == "missing":
            label, icon = text("notice.create-anew"), ":material/note_add:"
            st.button(label, key="create-library", icon=icon, on_click=_create, width="content")


def tell(trouble: Unavailable) -> None:
    """Say in one line what is wrong with the library, and what to do."""
    place, reason = escape(trouble.place), escape(trouble.reason)
    st.error(text(f"store.{trouble.trouble}", place=place, reason=reason), icon=":material/database_off:")


@contextmanager
def trouble_told() -> Iterator[None]:
    """Show the library's trouble, or its refusal, in place of what needs it."""
    try:
        yield
    except Unavailable as trouble:
        tell(trouble)
    except EditRefused as refusal:
        st.error(escape(message_text(refusal.code, refusal.params, address.language())))


@st.fragment(run_every=RETRY_SECONDS)
def retry() -> None:
    """Ask the library again and again for a page that has no workflow yet, and run it once it answers."""
    try:
        library().check()
    except Unavailable:
        return
    st.rerun()


def _create() -> None:
    """Create the library anew; the next run gives it the open workflow, or tells the trouble."""
    with suppress(Unavailable):
        library().create_anew()
