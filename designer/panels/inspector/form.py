"""One field of a state: its label in plain words, its name in the language, a line of help."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.panels import entry
from designer.panels.inspector import typing
from designer.panels.inspector.fields import Field
from designer.panels.inspector.revising import given, revised, without
from designer.session import Session, text
from schemas.paths import Json
from schemas.walk import State
from schemas.workflow import Change, Workflow


def show(here: Session, uid: str, state: State, field: Field) -> None:
    """Show the field; what is typed is taken over when it is left, an empty field is taken away."""
    key = f"{uid}/{field.name}"
    label = f"{text(f'field.{field.name}')} :small[:gray[{field.name}]]"
    value = typing.shown(state.fields[field.name], field.plain) if field.name in state.fields else ""
    control = entry.area if field.wide or "\n" in value else entry.line
    with st.container(gap="xxsmall"):
        control(here, key, label, value, partial(_take, uid, field))
        st.caption(text(f"field.{field.name}.help"))


def _take(uid: str, field: Field, workflow: Workflow, said: str) -> Change:
    value = typing.read(said, field.plain) if said.strip() else None

    def revise(state: State) -> Json:
        return given(state, field.name, value) if said.strip() else without(state, field.name)

    return revised(workflow, uid, revise)
