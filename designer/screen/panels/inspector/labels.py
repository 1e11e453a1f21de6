"""The label of a field that has several controls."""

from __future__ import annotations

import streamlit as st

from designer.screen.panels.inspector.field_ref import FieldRef


def heading(ref: FieldRef) -> None:
    """Show the field's label above its controls."""
    st.markdown(ref.label, help=ref.hint)
