"""Data that is put together: as a tree whose leaves say how they are given, or as text."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector import labels, tree, typing, value_input
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.modes import expression, given_leaf
from designer.screen.panels.inspector.shapes import shape_of
from schemas.asl.walk import values
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change, Workflow

MOST = 60


def show(ref: FieldRef) -> None:
    """Show the data as a tree, or as text where that was chosen or it is too much for a tree."""
    written = f"{ref.name}/written"
    if written in ref.session.widgets.expanded or _is_too_much(ref.value):
        _as_text(ref)
        _view(ref, "payload.tree", "account_tree")
        return
    labels.heading(ref)
    if isinstance(ref.value, dict | list):
        tree.show(ref)
    elif ref.exists:
        value_input.choose(given_leaf(ref), text("payload.value"))
    with st.container(horizontal=True, gap="small"):
        _buttons(ref)


def take(ref: FieldRef, workflow: Workflow, said: str) -> Change:
    """The change that makes the value what was typed."""
    if not said.strip():
        return ref.change_without(workflow)
    return ref.change_to(workflow, typing.read(said, plain=False))


def _is_too_much(value: Json) -> bool:
    return sum(1 for _, _ in zip(values(value, ()), range(MOST + 1), strict=False)) > MOST


def _as_text(ref: FieldRef) -> None:
    value = typing.shown(ref.value, plain=False) if ref.exists else ""
    entry.area(ref.session, ref.name, ref.label, value, partial(take, ref), help=ref.hint)


def _view(ref: FieldRef, words: str, icon: str) -> None:
    st.button(
        text(words),
        key=f"{ref.name}/view",
        type="tertiary",
        icon=f":material/{icon}:",
        on_click=_turn,
        args=(ref,),
    )


def _turn(ref: FieldRef) -> None:
    ref.session.widgets.expanded ^= {f"{ref.name}/written"}


def _buttons(ref: FieldRef) -> None:
    """What adds to the data, what empty data may begin as, and the way to its text."""
    if isinstance(ref.value, dict | list) or not ref.exists:
        tree.adding(ref)
    if not ref.exists and ref.state.language == "JSONata":
        st.button(
            text("payload.expression"),
            key=f"{ref.name}/expression",
            type="tertiary",
            icon=":material/function:",
            on_click=ref.set,
            args=(expression("$states.input"),),
        )
    _view(ref, "payload.text", "data_object")


EDITOR = Editor(show, fields=frozenset({"Result"}), fits=lambda ref: shape_of(ref) == "payload")
