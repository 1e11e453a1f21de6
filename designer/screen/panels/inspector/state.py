"""One state: what is wrong with it, its name, and its fields in groups."""

from __future__ import annotations

import streamlit as st

from designer.protocol.canvas import RenameState
from designer.screen.locale import text
from designer.screen.panels import findings
from designer.screen.panels.inspector import editors, folds, raw, ways
from designer.screen.panels.inspector.business import state as business
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.fields import fields
from designer.screen.panels.inspector.groups import Group
from designer.screen.panels.inspector.shapes import is_second
from designer.screen.session import Session
from schemas.asl.map_processor import is_distributed, processor_of
from schemas.asl.states import kinds
from schemas.asl.walk import State

ICONS: dict[Group, str] = {
    "failure": "shield",
    "data": "swap_horiz",
    "distributed": "lan",
    "more": "tune",
}


def show(session: Session, uid: str, state: State) -> None:
    """Show the state `uid`."""
    _name(session, uid, state)
    for index, finding in enumerate(session.analysis.by_state.get(uid, [])):
        findings.show(session, finding, f"{uid}/problem-{index}")
    whole = FieldRef(session, uid, state)
    editors.show(whole.child("Comment", {"type": "string"}))
    _show(_members(whole, "main"))
    ways.show(session, uid, state)
    for group, icon in ICONS.items():
        _group(whole, group, icon)
    if folds.is_open(session, f"{uid}/business-group", text("inspector.business"), "groups"):
        business.fields(session, uid, state)
    if folds.is_open(session, f"{uid}/raw-group", text("inspector.raw"), "data_object"):
        raw.show(session, uid, state)


def _name(session: Session, uid: str, state: State) -> None:
    control = session.widgets.bind(
        f"{uid}/name", state.name, lambda said: session.opened.do(RenameState(uid=uid, name=said))
    )
    kind = text(f"type.{state.type if state.type in kinds() else 'Unknown'}")
    st.caption(f"{kind} · {state.language}")
    st.text_input(
        text("inspector.name"), state.name, key=control.key, max_chars=80, on_change=control.on_change
    )


def _group(whole: FieldRef, group: Group, icon: str) -> None:
    members = _members(whole, group)
    filled = sum(member.exists or member.sibling(f"{member.key}Path").exists for member in members)
    if not members or (group == "distributed" and not filled and not _is_distributed(whole)):
        return
    label = text(f"inspector.{group}") + (f" :gray[({filled})]" if filled else "")
    if folds.is_open(whole.session, f"{whole.uid}/{group}-group", label, icon):
        _show(members)


def _is_distributed(whole: FieldRef) -> bool:
    return is_distributed(processor_of(whole.state.fields))


def _members(whole: FieldRef, group: Group) -> list[FieldRef]:
    """The fields of a group that have a control of their own."""
    names = tuple(whole.properties)
    found = (field.name for field in fields(whole.state, group))
    return [whole.child(name) for name in found if not is_second(name, names)]


def _show(members: list[FieldRef]) -> None:
    for member in members:
        editors.show(member)
