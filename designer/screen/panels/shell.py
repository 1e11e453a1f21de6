"""The window: its title, and Streamlit's own chrome out of the way."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent


def prepare() -> None:
    """Give the whole window to the designer."""
    st.set_page_config(page_title="Designer", page_icon=str(HERE / "icon.svg"), layout="wide")
    st.html(HERE / "shell.css")
