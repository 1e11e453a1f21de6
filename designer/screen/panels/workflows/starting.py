"""Adds a new workflow to the library."""

from collections.abc import Sequence

import streamlit as st

from designer.screen import address, widgets
from designer.screen.panels import left_out
from designer.screen.process import library
from schemas.core.diagnostic import Diagnostic
from schemas.sidecar.sketch import read_sketch
from schemas.sidecar.workflow import Workflow


def start(workflow: Workflow, messages: Sequence[Diagnostic] = ()) -> None:
    """Add `workflow` to the library, open it, and close the dialog.

    Text that is no object is shown as code, and a sketch without states on its own page. `messages` say what
    of a diagram was left out.
    """
    if not isinstance(workflow.document.value, dict):
        widgets.fill("drawer-tab", "code")
    id = library().add(workflow)
    if workflow.is_empty and read_sketch(workflow.design).cards:
        address.choose_page("sketch")
    left_out.keep(id, messages)
    address.go_to(id)
    st.rerun()
