"""The transition of a state: to another state or to the end; of a Choice, the default."""

from __future__ import annotations

import streamlit as st

from designer.protocol.canvas import EdgeKind
from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.state_changes import change_state, without_field
from designer.screen.session import Session
from designer.workspace.actions.connect import Connect
from schemas.asl.states import transition_kinds
from schemas.asl.walk import State
from schemas.core.paths import Json

NOWHERE = "nowhere"
END = "end"


def show(session: Session, uid: str, state: State) -> None:
    """Show the control for Next or Default, if the state's type has one."""
    kinds = transition_kinds(state.type)
    if "next" in kinds:
        _show(session, uid, state, "next", "Next", [NOWHERE, END])
    if "default" in kinds:
        _show(session, uid, state, "default", "Default", [NOWHERE])


def _show(session: Session, uid: str, state: State, kind: EdgeKind, field: str, first: list[str]) -> None:
    identity = session.analysis.identity
    targets = {identity.uids[(*state.scope.path, "States", name)]: name for name in state.scope.states}
    options = {
        **{option: text(f"ways.{option}") for option in first},
        **targets,
    }
    with st.container(gap="xxsmall"):
        controls.selectbox(
            session,
            f"{uid}/{field}",
            text(f"field.{field}"),
            options,
            _chosen(state, field, targets),
            lambda target: _choose(session, uid, kind, field, target),
        )
        st.caption(FieldRef(session, uid, state, (field,)).explanation)


def _chosen(state: State, field: str, targets: dict[str, str]) -> str:
    if field == "Next" and state.fields.get("End") is True:
        return END
    return next((uid for uid, name in targets.items() if name == state.fields.get(field)), NOWHERE)


def _choose(session: Session, uid: str, kind: EdgeKind, field: str, target: str) -> None:
    if target == END:
        session.opened.change(lambda workflow: change_state(workflow, uid, _ended))
    elif target == NOWHERE:
        session.opened.change(
            lambda workflow: change_state(workflow, uid, lambda state: without_field(state, field))
        )
    else:
        session.receiver.apply(Connect(edge=kind, source=uid, target=target))


def _ended(state: State) -> Json:
    return without_field(state, "Next") | {"End": True}
