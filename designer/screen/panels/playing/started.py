"""The workflow that the selected state has started in a run: how it ended, and its own run."""

from __future__ import annotations

import streamlit as st

from designer.library.store import NoSuchWorkflow
from designer.playing.play import Beginning
from designer.playing.run import Run
from designer.playing.started import started_by
from designer.playing.visit import Visit
from designer.screen import address, current_session
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.session import Session
from designer.workspace.actions.play import begin
from designer.workspace.actions.shared.context import ActionRefused
from schemas.core.edits import EditRefused
from schemas.core.paths import Json


def show(session: Session, uid: str, run: Run, visit: Visit) -> None:
    """Show the end of the workflow that a visit has started; nothing where it started none."""
    started = started_by(visit, run.position)
    if started is None:
        return
    status = text("started.only" if not started.status else "started.ended", status=started.status)
    st.markdown(f":material/account_tree: {escape(' · '.join(filter(None, (status, started.error))))}")
    entry = session.opened.workflow.design.states.get(uid)
    try:
        child = session.opened.library.read(entry.child) if entry and entry.child else None
    except NoSuchWorkflow:
        return
    if child is not None:
        st.button(
            text("started.open", name=child.name),
            key=f"{uid}/started",
            icon=":material/open_in_new:",
            on_click=_open,
            args=(child.id, started.input),
        )


def _open(id: str, input: Json) -> None:
    """Open a workflow of the library, and play it with this input."""
    address.go_to(id)
    opened = current_session.current().opened
    opened.beginning = Beginning(input, {})
    try:
        begin(opened).play()
    except ActionRefused as refused:
        opened.refusals.append(EditRefused(refused.code, **refused.params))
