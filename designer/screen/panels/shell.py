"""The browser window: its title, its icon, and styles that hide Streamlit's own toolbar."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent


def prepare() -> None:
    """Give the whole window to the designer."""
    st.set_page_config(page_title="Designer", page_icon=str(HERE / "icon.svg"), layout="wide")
    st.html(HERE / "shell.css")
