"""One state: what is wrong with it, its name, and its fields in groups."""

from __future__ import annotations

import streamlit as st

from designer import session
from designer.canvas.protocol import RenameState
from designer.panels import findings
from designer.panels.inspector import form, raw, ways
from designer.panels.inspector.fields import Field, fields
from designer.session import Session, text
from schemas.states import kinds
from schemas.walk import State

GROUPS = {
    "failure": {
        "Retry", "Catch", "TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath"
    },
    "data": {
        "InputPath", "Parameters", "Arguments", "ResultSelector", "ResultPath", "OutputPath", "Output", "Assign"
    },
    "more": {
        "Credentials", "SecondsPath", "TimestampPath", "ErrorPath", "CausePath", "ItemReader", "ItemBatcher",
        "ResultWriter", "MaxConcurrencyPath", "ToleratedFailureCount", "ToleratedFailureCountPath",
        "ToleratedFailurePercentage", "ToleratedFailurePercentagePath", "Label",
    },
}  # fmt: skip
ICONS = {"data": ":material/swap_horiz:", "failure": ":material/shield:", "more": ":material/tune:"}


def show(here: Session, uid: str, state: State) -> None:
    """Show the state `uid`."""
    _name(here, uid, state)
    for index, finding in enumerate(here.read().by_state.get(uid, [])):
        findings.show(here, finding, f"{uid}/problem-{index}")
    form.show(here, uid, state, Field("Comment", plain=True, wide=True))
    grouped = set().union(*GROUPS.values())
    for field in fields(state):
        if field.name not in grouped:
            form.show(here, uid, state, field)
    ways.show(here, uid, state)
    for name, members in GROUPS.items():
        _group(here, uid, state, name, [field for field in fields(state) if field.name in members])
    with st.expander(text("inspector.raw"), icon=":material/data_object:", key=f"{uid}/raw-group"):
        raw.show(here, uid, state)


def _name(here: Session, uid: str, state: State) -> None:
    key = f"{uid}/name"
    session.fill(key, state.name)
    kind = text(f"type.{state.type if state.type in kinds() else 'Unknown'}")
    st.caption(f"{kind} · {state.language}")
    st.text_input(
        text("inspector.name"),
        key=key,
        max_chars=80,
        on_change=lambda: here.editor.do(RenameState(uid=uid, name=session.typed(key))),
    )


def _group(here: Session, uid: str, state: State, name: str, members: list[Field]) -> None:
    if not members:
        return
    filled = sum(member.name in state.fields for member in members)
    label = text(f"inspector.{name}") + (f" :gray[({filled})]" if filled else "")
    with st.expander(label, icon=ICONS[name], key=f"{uid}/{name}-group"):
        for member in members:
            form.show(here, uid, state, member)
