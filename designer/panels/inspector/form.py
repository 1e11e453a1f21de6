"""One field: the control that fits it, and of a state's own field a line of help."""

from __future__ import annotations

import streamlit as st

from designer.panels.inspector import editors
from designer.panels.inspector.spot import Spot


def show(spot: Spot) -> None:
    """Show the field with its label and its control; an empty field is taken away."""
    with st.container(gap="xxsmall"):
        editors.fitting(spot).show(spot)
        if len(spot.path) == 1:
            st.caption(spot.explanation)


def heading(spot: Spot) -> None:
    """The label of a field that has several controls."""
    st.markdown(spot.label, help=spot.hint)
