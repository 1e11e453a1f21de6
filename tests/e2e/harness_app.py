"""The canvas alone on a page, over the workflow `?workflow=ID` of the library, for tests of the protocol.

`?slow=SECONDS` makes every answer take that long.
"""

from __future__ import annotations

import time

import streamlit as st

from designer.components.canvas.mount import canvas
from designer.screen import session


@st.fragment
def page() -> None:
    here = session.current()
    here.hear()
    time.sleep(float(st.query_params.get("slow", 0)))
    canvas(here.delivery(), key=here.canvas_key, height=860)


st.set_page_config(layout="wide")
page()
