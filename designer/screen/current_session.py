"""The session of the tab before the server: kept from the run before, or opened for the address."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import streamlit as st

from designer.library.store import NoSuchWorkflow, Unavailable
from designer.protocol.live import ID
from designer.screen import address, project
from designer.screen.locale import text
from designer.screen.process import library, presence, sessions
from designer.screen.session import Session
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.edits import EditRefused
from schemas.sidecar.workflow import Workflow, new_workflow

TO_CHOOSE = "to-choose"
"""The key in Streamlit's session state that a person has to choose among the workflows of the project."""


def current() -> Session:
    """The session of the workflow that the address names, opened if it is not open yet.

    Where that workflow does not exist, the one of the project, or the one changed last, is opened.
    While the library is in trouble, the open workflow stays. Raises `Unavailable` where none is open.
    """
    kept = st.session_state.get("session")
    wanted = address.workflow()
    if not isinstance(kept, Session):
        return _open(wanted)
    try:
        if kept.opened.record.id == wanted:
            kept.opened.keep_up()
            return kept
    except NoSuchWorkflow:
        pass
    try:
        return _open(wanted)
    except Unavailable as trouble:
        kept.opened.trouble = trouble
        return kept


def person() -> str:
    """The id of the person before this browser, which a cookie holds; "" on the first visit."""
    try:
        kept = json.loads(unquote(str(st.context.cookies.get("designer_person", ""))))
    except (ValueError, RecursionError):
        return ""
    id = kept.get("id") if isinstance(kept, dict) else None
    return id if isinstance(id, str) and re.fullmatch(ID, id) else ""


def untitled() -> Workflow:
    """A new, empty workflow."""
    return new_workflow(text("workflow.untitled"))


def _open(wanted: str | None) -> Session:
    try:
        opened = OpenWorkflow(library().engine, wanted or "", presence())
    except NoSuchWorkflow:
        opened = OpenWorkflow(library().engine, _changed_last(), presence())
        if wanted:
            opened.refusals.append(EditRefused("workflow-gone"))
    if not wanted and project.is_to_choose(library().engine):
        st.session_state[TO_CHOOSE] = True
    opened.view_mode = address.view_mode()
    opened.visit.person = person()
    session = Session(opened)
    st.session_state["session"] = session
    sessions()[opened.visit.token] = session
    address.go_to(opened.record.id)
    return session


def _changed_last() -> str:
    named = project.first(library().engine)
    entries = library().entries() if named is None else []
    return named or (entries[0].id if entries else library().add(untitled()))
