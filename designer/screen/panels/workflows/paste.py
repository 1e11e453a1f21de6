"""Opens a pasted definition, such as one from the Step Functions console, or a pasted diagram."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from designer.base.refusal import Refusal
from designer.library.diagrams import is_diagram, sketch_from, sketched_workflow
from designer.repository.uploaded import machines_in
from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels.workflows import files
from designer.screen.panels.workflows.starting import start
from designer.screen.session import Session
from schemas.core.hidden_characters import without_hidden
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow


def show(session: Session) -> None:
    """Show the field to paste into; a definition with syntax errors is opened as text."""
    st.caption(text("paste.help"))
    name = st.text_input(text("paste.name"), key="paste-name", max_chars=120)
    pasted = st.text_area(text("paste.label"), key="paste-text", height=280)
    file = "pasted.json" if pasted.lstrip().startswith("{") else "pasted.yml"
    machines = machines_in({file: pasted.encode(errors="replace")}) if "States" in pasted else []
    chosen = files.choose(machines, "paste-machine") if len(machines) > 1 else next(iter(machines), None)
    is_open = len(machines) > 1 and chosen is None
    if st.button(text("paste.open"), key="open-paste", type="primary", disabled=is_open):
        if chosen is not None:
            start(replace(chosen, name=without_hidden(name) or chosen.name))
        _open(without_hidden(name), pasted)


def _open(name: str, pasted: str) -> None:
    if not is_diagram({"": pasted}):
        start(Workflow(name or text("workflow.untitled"), Document.parse(pasted)))
        return
    try:
        sketched = sketch_from(pasted)
    except Refusal as refusal:
        st.error(escape(refusal.message(address.language())))
    else:
        workflow = sketched_workflow(text("workflow.untitled"), sketched)
        start(replace(workflow, name=name or workflow.name), sketched.messages)
