"""Labels of fields that have several controls."""

from __future__ import annotations

import streamlit as st

from designer.screen.panels.inspector.field_ref import FieldRef


def heading(ref: FieldRef) -> None:
    """The label of a field that has several controls."""
    st.markdown(ref.label, help=ref.hint)
