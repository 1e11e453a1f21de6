"""The designer's server: `streamlit run designer/app.py`."""

from pathlib import Path

import streamlit as st

app = st.App(Path(__file__).with_name("screen") / "page.py")
