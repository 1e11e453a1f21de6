"""The canvas alone on a page, over the workflow `?workflow=ID` of the library, for tests of the protocol.

`?slow=SECONDS` makes every answer take that long.
"""

from __future__ import annotations

import time

import streamlit as st

from designer.components.canvas.mount import canvas
from designer.screen.current_session import current


@st.fragment
def page() -> None:
    session = current()
    session.receive()
    time.sleep(float(st.query_params.get("slow", 0)))
    canvas(session.canvas_response(), key=session.canvas_key, height=860)


st.set_page_config(layout="wide")
page()
