"""What the people of the business say of a state: its name for them, who answers for it, a note."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen import session
from designer.screen.panels import entry, findings
from designer.screen.session import Session, text
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import described
from exporters.scene import captions
from schemas.asl.graph import graph
from schemas.asl.walk import State
from schemas.core.coerce import text as string
from schemas.sidecar.design import StateDesign
from schemas.sidecar.workflow import Change, Workflow
from schemas.wording.edge_labels import label


def show(here: Session, uid: str, state: State) -> None:
    """Show the state `uid` without a word of the language."""
    for index, finding in enumerate(here.read().by_state.get(uid, [])):
        findings.show(here, finding, f"{uid}/problem-{index}")
    fields(here, uid, state)
    _ways(here, state)


def fields(here: Session, uid: str, state: State) -> None:
    """Show the controls of what the sidecar says of the state."""
    said = _entry(here, uid)
    entry.line(
        here,
        f"{uid}/business-name",
        text("business.name"),
        said.business_name,
        partial(_say, uid, "businessName"),
        text("business.name.help"),
        example=state.name,
    )
    _owner(here, uid, said.owner)
    entry.area(
        here,
        f"{uid}/note",
        text("business.note"),
        said.note,
        partial(_say, uid, "note"),
        text("business.note.help"),
    )
    comment = string(state.fields.get("Comment")).strip()
    if comment and not said.note.strip():
        st.caption(findings.plain(comment))


def title(here: Session, uid: str, state: State) -> str:
    """What the people of the business call a state."""
    return captions(state, _entry(here, uid), session.language())["business"].title


def _owner(here: Session, uid: str, owner: str) -> None:
    """Show who answers for the state: one of those who answer for others, or another who is typed in."""
    designs = here.read().picture.design.states.values()
    known = sorted({design.owner for design in designs if design.owner})
    control = here.bind(
        f"{uid}/owner", owner, lambda said: here.editor.change(lambda now: _say(uid, "owner", now, said))
    )
    st.selectbox(
        text("business.owner"),
        known,
        known.index(owner) if owner else None,
        key=control.key,
        placeholder=text("business.owner.empty"),
        accept_new_options=True,
        on_change=control.heard,
    )


def _ways(here: Session, state: State) -> None:
    """Show what comes next, and when."""
    reading = here.read()
    leaving = graph(reading.picture.document.value).leaving(state.path)
    lines = []
    for edge in leaving:
        if edge.target is not None:
            words = label(edge.kind, edge.fields, session.language(), "business")
            name = title(here, reading.identity.uids[edge.target.path], edge.target)
            said = f"{findings.plain(words)} → " if words else ""
            lines.append(f"- {said}**{findings.plain(name)}**")
    if lines:
        st.markdown(text("business.next"))
        st.markdown("\n".join(lines))


def _entry(here: Session, uid: str) -> StateDesign:
    return here.read().picture.design.states.get(uid) or StateDesign("")


def _say(uid: str, field: str, workflow: Workflow, said: str) -> Change:
    return Change(design=described(Context(workflow), uid, field, said))
