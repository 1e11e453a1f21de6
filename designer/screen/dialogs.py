"""The dialog over the page, in a fragment beside the page's own.

Of the fragments that wait while the page runs, Streamlit passes over one that another of them has opened.
A dialog inside the page's fragment would lose a click that comes together with a message of the canvas.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

import streamlit as st

ASKED = "dialog-asked"
"""The key in Streamlit's session state of the dialog that the next run of the whole page opens."""


def ask(title: str, show: Callable[[], None]) -> NoReturn:
    """Open the dialog `title` with the content that `show` draws; a run of the whole page closes it again."""
    st.session_state[ASKED] = (title, show)
    st.rerun()


def show() -> None:
    """Open the dialog that was asked for, if any."""
    if ASKED in st.session_state:
        title, content = st.session_state.pop(ASKED)
        st.dialog(title, width="large", on_dismiss="rerun")(content)()
