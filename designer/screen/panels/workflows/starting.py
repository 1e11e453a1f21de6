"""Beginning with a new workflow of the library."""

import streamlit as st

from designer.screen import session
from schemas.sidecar.workflow import Workflow


def start(workflow: Workflow) -> None:
    """Put `workflow` into the library, open it, and close the dialog. What is no flow is shown as text."""
    if not isinstance(workflow.document.value, dict):
        session.fill("drawer-tab", "code")
    session.go_to(session.library().add(workflow))
    st.rerun()
