"""The drawer at the bottom with its tabs; only the open one is sent to the browser."""

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.panels import code, costs, problems, sheets
from designer.screen.panels.failures import table as failures
from designer.screen.panels.playing import timeline
from designer.screen.session import Session

TABS = {
    "problems": problems.show,
    "operations": sheets.show,
    "failures": failures.show,
    "costs": costs.show,
    "play": timeline.show,
    "code": code.show,
}


def show(session: Session) -> None:
    """Show the tabs and the panel of the open one, which may add to the row of the tabs."""
    address.recall("drawer-tab", "drawer", TABS)
    with st.container(key="drawer"):
        row = st.container(key="drawer-tabs", horizontal=True, vertical_alignment="center", wrap=False)
        with row:
            chosen = st.segmented_control(
                text("drawer.label"),
                list(TABS),
                format_func=lambda tab: text(f"drawer.{tab}"),
                key="drawer-tab",
                label_visibility="collapsed",
            )
        address.remember("drawer", chosen)
        if chosen:
            with st.container(key="drawer-body"):
                TABS[chosen](session, row)
