"""One state as it is written in the definition."""

from __future__ import annotations

from functools import partial

from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector.revising import revised
from designer.screen.session import Session
from designer.workspace.definition_text import Unreadable
from schemas.asl.walk import State
from schemas.document.document import Document
from schemas.sidecar.workflow import Change, Workflow


def show(session: Session, uid: str, state: State) -> None:
    """Show the state's text; of what is typed, only what differs is taken over."""
    document = session.analysis.picture.document
    entry.area(
        session, f"{uid}/raw", text("inspector.raw.label"), document.source(state.path), partial(_take, uid)
    )


def _take(uid: str, workflow: Workflow, said: str) -> Change:
    read = Document.parse(said, workflow.document.format)
    if read.problem is not None:
        raise Unreadable(read.problem)
    return revised(workflow, uid, lambda _: read.value)
