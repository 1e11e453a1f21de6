"""A state's text in the definition, to edit as a whole."""

from __future__ import annotations

from functools import partial

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector.state_changes import change_state
from designer.screen.session import Session
from designer.workspace.definition_text import Unreadable
from schemas.asl.walk import State
from schemas.document.document import Document
from schemas.sidecar.workflow import Change, Workflow


def show(session: Session, uid: str, state: State) -> None:
    """Show the state's text; editing it changes only the fields that differ."""
    document = session.analysis.last_valid.document
    controls.text_area(
        session,
        f"{uid}/raw",
        text("inspector.raw.label"),
        document.source(state.path),
        partial(_change, uid),
    )


def _change(uid: str, workflow: Workflow, typed: str) -> Change:
    fields = Document.parse(typed, workflow.document.format)
    if fields.problem is not None:
        raise Unreadable(fields.problem)
    return change_state(workflow, uid, lambda _: fields.value)
