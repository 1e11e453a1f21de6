"""The designer's server: `streamlit run designer/app.py`, or `designer app`, from any folder.

Streamlit recognises the application in this text, and reads its settings from `.streamlit/config.toml` beside
this file.
"""

from pathlib import Path

import streamlit as st

from designer.screen import completing, live
from designer.screen.server import MIDDLEWARE, started

app = st.App(
    Path(__file__).with_name("screen") / "page.py",
    routes=[*live.ROUTES, *completing.ROUTES],
    middleware=MIDDLEWARE,
    lifespan=started,
)
