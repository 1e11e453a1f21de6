"""Where a state goes next: to another state, or to the end; of a Choice, where it goes if no rule holds."""

from __future__ import annotations

import streamlit as st

from designer.protocol.canvas import Connect, EdgeKind
from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.revising import revised, without
from designer.screen.session import Session
from schemas.asl.states import transition_kinds
from schemas.asl.walk import State
from schemas.core.paths import Json

NOWHERE = "nowhere"
END = "end"


def show(session: Session, uid: str, state: State) -> None:
    """Show the control that fits the state's type, if one does."""
    ways = transition_kinds(state.type)
    if "next" in ways:
        _show(session, uid, state, "next", "Next", [NOWHERE, END])
    if "default" in ways:
        _show(session, uid, state, "default", "Default", [NOWHERE])


def _show(session: Session, uid: str, state: State, kind: EdgeKind, field: str, first: list[str]) -> None:
    identity = session.analysis.identity
    targets = {identity.uids[(*state.scope.path, "States", name)]: name for name in state.scope.states}
    options = [*first, *targets]
    chosen = _chosen(state, field, targets)
    words = {option: targets.get(option) or text(f"ways.{option}") for option in options}
    label = text(f"field.{field}")
    with st.container(gap="xxsmall"):
        entry.option(
            session,
            f"{uid}/{field}",
            label,
            words,
            chosen,
            lambda said: _choose(session, uid, kind, field, said),
        )
        st.caption(FieldRef(session, uid, state, (field,)).explanation)


def _chosen(state: State, field: str, targets: dict[str, str]) -> str:
    if field == "Next" and state.fields.get("End") is True:
        return END
    return next((uid for uid, name in targets.items() if name == state.fields.get(field)), NOWHERE)


def _choose(session: Session, uid: str, kind: EdgeKind, field: str, chosen: str) -> None:
    if chosen == END:
        session.opened.change(lambda workflow: revised(workflow, uid, _ended))
    elif chosen == NOWHERE:
        session.opened.change(lambda workflow: revised(workflow, uid, lambda state: without(state, field)))
    else:
        session.opened.do(Connect(edge=kind, source=uid, target=chosen))


def _ended(state: State) -> Json:
    fields = without(state, "Next")
    return fields | {"End": True}
