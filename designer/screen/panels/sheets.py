"""The operations panel: the whole flow as tables, filled in by keyboard while people talk."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from designer.components.sheet import mount
from designer.screen.panels import input_samples
from designer.screen.session import Session


def show(session: Session, row: DeltaGenerator) -> None:
    """Show the sheets; in `row` the way from a sample input to the input contract, and back."""
    with row:
        input_samples.offer(session)
    with st.container(key="sheets", height="stretch"):
        mount.sheets(session.sheet_response(), key=session.sheet_key)
