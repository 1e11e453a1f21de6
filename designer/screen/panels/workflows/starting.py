"""Adds a new workflow to the library."""

import streamlit as st

from designer.screen import address, widgets
from designer.screen.session import library
from schemas.sidecar.workflow import Workflow


def start(workflow: Workflow) -> None:
    """Add `workflow` to the library, open it, and close the dialog; show text that is no object as code."""
    if not isinstance(workflow.document.value, dict):
        widgets.fill("drawer-tab", "code")
    address.go_to(library().add(workflow))
    st.rerun()
