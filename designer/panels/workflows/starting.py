"""Beginning with a new workflow of the library."""

import streamlit as st

from designer import session
from schemas.workflow import Workflow


def start(workflow: Workflow) -> None:
    """Put `workflow` into the library, open it, and close the dialog."""
    session.go_to(session.library().add(workflow))
    st.rerun()
