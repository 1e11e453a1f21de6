"""One state as it is written in the definition."""

from __future__ import annotations

from functools import partial

from designer.definition import Unreadable
from designer.panels import entry
from designer.panels.inspector.revising import revised
from designer.session import Session, text
from schemas.document import Document
from schemas.walk import State
from schemas.workflow import Change, Workflow


def show(here: Session, uid: str, state: State) -> None:
    """Show the state's text; of what is typed, only what differs is taken over."""
    document = here.read().picture.document
    entry.area(
        here, f"{uid}/raw", text("inspector.raw.label"), document.source(state.path), partial(_take, uid)
    )


def _take(uid: str, workflow: Workflow, said: str) -> Change:
    read = Document.parse(said, workflow.document.format)
    if read.problem is not None:
        raise Unreadable(read.problem)
    return revised(workflow, uid, lambda _: read.value)
