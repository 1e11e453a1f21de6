"""The window: its title, and Streamlit's own chrome out of the way."""

from pathlib import Path

import streamlit as st


def prepare() -> None:
    """Give the whole window to the designer."""
    st.set_page_config(page_title="Designer", page_icon=":material/account_tree:", layout="wide")
    st.html(Path(__file__).with_name("shell.css"))
