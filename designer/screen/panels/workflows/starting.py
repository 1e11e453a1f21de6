"""Beginning with a new workflow of the library."""

import streamlit as st

from designer.screen import address, widgets
from designer.screen.session import library
from schemas.sidecar.workflow import Workflow


def start(workflow: Workflow) -> None:
    """Put `workflow` into the library, open it, and close the dialog. What is no flow is shown as text."""
    if not isinstance(workflow.document.value, dict):
        widgets.fill("drawer-tab", "code")
    address.go_to(library().add(workflow))
    st.rerun()
