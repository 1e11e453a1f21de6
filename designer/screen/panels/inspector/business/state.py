"""What the people of the business say of a state: its name for them, who answers for it, a note."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.panels import entry, findings
from designer.screen.session import Session
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import described
from exporters.scene import captions
from schemas.asl.graph import graph
from schemas.asl.walk import State
from schemas.core.coerce import text as string
from schemas.sidecar.design import StateDesign
from schemas.sidecar.workflow import Change, Workflow
from schemas.wording.edge_labels import label


def show(session: Session, uid: str, state: State) -> None:
    """Show the state `uid` without a word of the language."""
    for index, finding in enumerate(session.analysis.by_state.get(uid, [])):
        findings.show(session, finding, f"{uid}/problem-{index}")
    fields(session, uid, state)
    _ways(session, state)


def fields(session: Session, uid: str, state: State) -> None:
    """Show the controls of what the sidecar says of the state."""
    said = _entry(session, uid)
    entry.line(
        session,
        f"{uid}/business-name",
        text("business.name"),
        said.business_name,
        partial(_say, uid, "businessName"),
        text("business.name.help"),
        example=state.name,
    )
    _owner(session, uid, said.owner)
    entry.area(
        session,
        f"{uid}/note",
        text("business.note"),
        said.note,
        partial(_say, uid, "note"),
        text("business.note.help"),
    )
    comment = string(state.fields.get("Comment")).strip()
    if comment and not said.note.strip():
        st.caption(findings.plain(comment))


def title(session: Session, uid: str, state: State) -> str:
    """What the people of the business call a state."""
    return captions(state, _entry(session, uid), address.language())["business"].title


def _owner(session: Session, uid: str, owner: str) -> None:
    """Show who answers for the state: one of those who answer for others, or another who is typed in."""
    designs = session.analysis.picture.design.states.values()
    known = sorted({design.owner for design in designs if design.owner})
    control = session.widgets.bind(
        f"{uid}/owner",
        owner,
        lambda said: session.opened.change(lambda now: _say(uid, "owner", now, said)),
    )
    st.selectbox(
        text("business.owner"),
        known,
        known.index(owner) if owner else None,
        key=control.key,
        placeholder=text("business.owner.empty"),
        accept_new_options=True,
        on_change=control.on_change,
    )


def _ways(session: Session, state: State) -> None:
    """Show what comes next, and when."""
    reading = session.analysis
    leaving = graph(reading.picture.document.value).leaving(state.path)
    lines = []
    for edge in leaving:
        if edge.target is not None:
            words = label(edge.kind, edge.fields, address.language(), "business")
            name = title(session, reading.identity.uids[edge.target.path], edge.target)
            said = f"{findings.plain(words)} → " if words else ""
            lines.append(f"- {said}**{findings.plain(name)}**")
    if lines:
        st.markdown(text("business.next"))
        st.markdown("\n".join(lines))


def _entry(session: Session, uid: str) -> StateDesign:
    return session.analysis.picture.design.states.get(uid) or StateDesign("")


def _say(uid: str, field: str, workflow: Workflow, said: str) -> Change:
    return Change(design=described(Context(workflow), uid, field, said))
