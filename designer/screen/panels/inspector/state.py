"""The inspector of one state: its diagnostics, its name, its fields in groups, and its text."""

from __future__ import annotations

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import diagnostics, expander
from designer.screen.panels.failures import what_if
from designer.screen.panels.inspector import editors, raw, transitions
from designer.screen.panels.inspector.business import state as business
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.fields import fields_in
from designer.screen.panels.inspector.groups import Group
from designer.screen.panels.inspector.value_kinds import is_path_variant
from designer.screen.panels.operations import card
from designer.screen.panels.playing import moment
from designer.screen.session import Session
from designer.workspace.actions.rename_state import RenameState
from schemas.asl.map_processor import is_distributed, processor_of
from schemas.asl.states import kinds
from schemas.asl.walk import State
from schemas.sidecar.sketch import read_sketch

ICONS: dict[Group, str] = {
    "failure": "shield",
    "data": "swap_horiz",
    "distributed": "lan",
    "more": "tune",
}


def show(session: Session, uid: str, state: State) -> None:
    """Show the state `uid`."""
    _name(session, uid, state)
    what_if.show(session, uid)
    for index, diagnostic in enumerate(session.analysis.by_state.get(uid, [])):
        diagnostics.show(session, diagnostic, f"{uid}/problem-{index}", is_beside_text=False)
    moment.show(session, uid, state)
    _card_of_sketch(session, uid)
    ref = FieldRef(session, uid, state)
    editors.show(ref.child("Comment", {"type": "string"}))
    _show(_members(ref, "main"))
    transitions.show(session, uid, state)
    for group, icon in ICONS.items():
        _group(ref, group, icon)
    if expander.is_open(session, f"{uid}/business-group", text("inspector.business"), "groups"):
        business.show_fields(session, uid, state)
    _operations(session, uid, state)
    if expander.is_open(session, f"{uid}/raw-group", text("inspector.raw"), "data_object"):
        raw.show(session, uid, state)


def _card_of_sketch(session: Session, uid: str) -> None:
    """Show the way to the card of the sketch that the state came from."""
    entry = session.opened.workflow.design.states.get(uid)
    if entry is None or entry.card not in read_sketch(session.opened.workflow.design).cards:
        return
    label, icon = text("inspector.card"), ":material/sticky_note_2:"
    if st.button(label, key=f"{uid}/card", type="tertiary", icon=icon):
        session.turn_to("sketch")
        session.sketch_canvas.reveal(entry.card)
        st.rerun(scope="fragment")


def _name(session: Session, uid: str, state: State) -> None:
    binding = session.widgets.bind(
        f"{uid}/name", state.name, lambda typed: session.receiver.apply(RenameState(uid=uid, name=typed))
    )
    type = text(f"type.{state.type if state.type in kinds() else 'Unknown'}")
    st.caption(f"{type} · {state.language}")
    st.text_input(
        text("inspector.name"), state.name, key=binding.key, max_chars=80, on_change=binding.on_change
    )


def _group(ref: FieldRef, group: Group, icon: str) -> None:
    members = _members(ref, group)
    count = sum(member.exists or member.sibling(f"{member.key}Path").exists for member in members)
    if not members or (group == "distributed" and not count and not _is_distributed(ref)):
        return
    label = text(f"inspector.{group}") + (f" :gray[({count})]" if count else "")
    if expander.is_open(ref.session, f"{ref.uid}/{group}-group", label, icon):
        _show(members)


def _operations(session: Session, uid: str, state: State) -> None:
    subject = business.subject_of(session, uid, state)
    count = card.answered_questions(subject)
    label = text("operations.title") + (f" :gray[({count})]" if count else "")
    if expander.is_open(session, f"{uid}/operations-group", label, "support_agent"):
        card.show(subject)


def _is_distributed(ref: FieldRef) -> bool:
    return is_distributed(processor_of(ref.state.fields))


def _members(ref: FieldRef, group: Group) -> list[FieldRef]:
    """The fields of a group that have a control of their own."""
    names = tuple(ref.properties)
    found = (field.name for field in fields_in(group, ref.state))
    return [ref.child(name) for name in found if not is_path_variant(name, names)]


def _show(members: list[FieldRef]) -> None:
    for member in members:
        editors.show(member)
