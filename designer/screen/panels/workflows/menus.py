"""The menus in the rows of a list: all of them close once one has done something."""

from __future__ import annotations

import streamlit as st
from streamlit.elements.lib.mutable_popover_container import PopoverContainer

DONE = "menus-done"
"""The key in Streamlit's session state of the number of times that a menu has done something."""


def menu(row: str, icon: str, help: str) -> PopoverContainer:
    """The menu of a row, a button that is an icon."""
    key = f"menu-{row}-{st.session_state.get(DONE, 0)}"
    return st.popover("", icon=f":material/{icon}:", type="tertiary", key=key, help=help)


def done() -> None:
    """Show the list anew, with all menus closed."""
    st.session_state[DONE] = st.session_state.get(DONE, 0) + 1
    st.rerun(scope="fragment")
