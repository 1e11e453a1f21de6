"""The inspector of one state in the business view: its business name, its owner, a note."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls, diagnostics
from designer.screen.panels.failures import what_if
from designer.screen.panels.operations import card
from designer.screen.panels.operations.subject import Subject
from designer.screen.panels.playing import moment
from designer.screen.session import Session
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import set_text
from designer.workspace.sidecar.operations_card import calls_function
from exporters.scene import captions
from schemas.asl.graph import graph
from schemas.asl.services import error_names
from schemas.asl.walk import State
from schemas.core.coerce import text as string
from schemas.sidecar.design import StateDesign
from schemas.sidecar.workflow import Change, Workflow
from schemas.wording.edge_labels import label


def show(session: Session, uid: str, state: State) -> None:
    """Show the state `uid` without its fields of ASL."""
    what_if.show(session, uid)
    for index, diagnostic in enumerate(session.analysis.by_state.get(uid, [])):
        diagnostics.show(session, diagnostic, f"{uid}/problem-{index}", is_beside_text=False)
    moment.show(session, uid, state)
    show_fields(session, uid, state)
    st.markdown(f"**{text('operations.title')}**")
    card.show(subject_of(session, uid, state))
    _successors(session, uid, state)


def show_fields(session: Session, uid: str, state: State) -> None:
    """Show the controls of the fields that the sidecar has of the state."""
    design = _design(session, uid)
    controls.text_input(
        session,
        f"{uid}/business-name",
        text("business.name"),
        design.business_name,
        partial(change_text, uid, "businessName"),
        text("business.name.help"),
        example=state.name,
    )
    _owner(session, uid, design.owner)
    controls.text_area(
        session,
        f"{uid}/note",
        text("business.note"),
        design.note,
        partial(change_text, uid, "note"),
        text("business.note.help"),
    )
    comment = string(state.fields.get("Comment")).strip()
    if comment and not design.note.strip():
        st.caption(escape(comment))


def subject_of(session: Session, uid: str, state: State) -> Subject:
    """The state as the subject of an operations card."""
    errors = error_names(state.type, string(state.fields.get("Resource")))
    return Subject(session, ("states", uid), errors, calls_function(state))


def title(session: Session, uid: str, state: State) -> str:
    """The title of a state in the business view."""
    return captions(state, _design(session, uid), address.language())["business"].title


def _owner(session: Session, uid: str, owner: str) -> None:
    """Show the owner of the state, to choose among the owners of other states or to type another."""
    designs = session.analysis.last_valid.design.states.values()
    owners = sorted({design.owner for design in designs if design.owner})
    binding = session.widgets.bind(
        f"{uid}/owner",
        owner,
        lambda chosen: session.opened.change(lambda workflow: change_text(uid, "owner", workflow, chosen)),
    )
    st.selectbox(
        text("business.owner"),
        owners,
        owners.index(owner) if owner else None,
        key=binding.key,
        placeholder=text("business.owner.empty"),
        accept_new_options=True,
        on_change=binding.on_change,
    )


def _successors(session: Session, uid: str, state: State) -> None:
    """Show the states that come next, each with its condition."""
    analysis = session.analysis
    otherwise = analysis.last_valid.design.otherwise(uid)
    leaving = graph(analysis.last_valid.document.value).leaving(state.path)
    lines = []
    for edge in leaving:
        if edge.target is not None:
            words = label(edge.kind, edge.fields, address.language(), "business", otherwise)
            name = title(session, analysis.identity.uids[edge.target.path], edge.target)
            condition = f"{escape(words)} → " if words else ""
            lines.append(f"- {condition}**{escape(name)}**")
    if lines:
        st.markdown(text("business.next"))
        st.markdown("\n".join(lines))


def _design(session: Session, uid: str) -> StateDesign:
    return session.analysis.last_valid.design.states.get(uid) or StateDesign("")


def change_text(uid: str, field: str, workflow: Workflow, typed: str) -> Change:
    """The change of a text in the state's entry of the sidecar; an empty one is removed."""
    return Change(design=set_text(Context(workflow), uid, field, typed))
