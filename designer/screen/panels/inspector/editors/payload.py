"""Data that is put together: as a tree whose leaves say how they are given, or as text."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.panels import entry
from designer.screen.panels.inspector import labels, tree, typing, value_input
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.modes import expression, given_leaf
from designer.screen.panels.inspector.shapes import shape_of
from designer.screen.session import text
from schemas.asl.walk import values
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change, Workflow

MOST = 60


def show(spot: FieldRef) -> None:
    """Show the data as a tree, or as text where that was chosen or it is too much for a tree."""
    written = f"{spot.name}/written"
    if written in spot.here.unfolded or _is_too_much(spot.value):
        _as_text(spot)
        _view(spot, "payload.tree", "account_tree")
        return
    labels.heading(spot)
    if isinstance(spot.value, dict | list):
        tree.show(spot)
    elif spot.filled:
        value_input.choose(given_leaf(spot), text("payload.value"))
    with st.container(horizontal=True, gap="small"):
        _buttons(spot)


def take(spot: FieldRef, workflow: Workflow, said: str) -> Change:
    """The change that makes the value what was typed."""
    if not said.strip():
        return spot.dropped(workflow)
    return spot.given(workflow, typing.read(said, plain=False))


def _is_too_much(value: Json) -> bool:
    return sum(1 for _, _ in zip(values(value, ()), range(MOST + 1), strict=False)) > MOST


def _as_text(spot: FieldRef) -> None:
    value = typing.shown(spot.value, plain=False) if spot.filled else ""
    entry.area(spot.here, spot.name, spot.label, value, partial(take, spot), help=spot.hint)


def _view(spot: FieldRef, words: str, icon: str) -> None:
    st.button(
        text(words),
        key=f"{spot.name}/view",
        type="tertiary",
        icon=f":material/{icon}:",
        on_click=_turn,
        args=(spot,),
    )


def _turn(spot: FieldRef) -> None:
    spot.here.unfolded ^= {f"{spot.name}/written"}


def _buttons(spot: FieldRef) -> None:
    """What adds to the data, what empty data may begin as, and the way to its text."""
    if isinstance(spot.value, dict | list) or not spot.filled:
        tree.adding(spot)
    if not spot.filled and spot.state.language == "JSONata":
        st.button(
            text("payload.expression"),
            key=f"{spot.name}/expression",
            type="tertiary",
            icon=":material/function:",
            on_click=spot.put,
            args=(expression("$states.input"),),
        )
    _view(spot, "payload.text", "data_object")


EDITOR = Editor(show, fields=frozenset({"Result"}), fits=lambda spot: shape_of(spot) == "payload")
