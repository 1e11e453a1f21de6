"""A payload, as a tree whose leaves have a source each, or as text."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector import labels, tree, value_input, value_text
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.plain import change_from_text
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.value_kinds import kind_of_value
from designer.screen.panels.inspector.value_source import expression, leaf_source
from schemas.asl.walk import values
from schemas.core.paths import Json

LARGEST_TREE = 60
"""Payloads with more values than this are shown as text."""


def show(ref: FieldRef) -> None:
    """Show the payload as a tree, or as text where that was chosen or a tree would be too large."""
    if _text_name(ref) in ref.session.widgets.expanded or _is_large(ref.value):
        _as_text(ref)
        _switch_button(ref, "payload.tree", "account_tree")
        return
    labels.heading(ref)
    if isinstance(ref.value, dict | list):
        tree.show(ref)
    elif ref.exists:
        value_input.choose(leaf_source(ref), text("payload.value"))
    with st.container(horizontal=True, gap="small"):
        _buttons(ref)


def _text_name(ref: FieldRef) -> str:
    """The name under which the view as text counts as open."""
    return f"{ref.name}/written"


def _is_large(value: Json) -> bool:
    return sum(1 for _, _ in zip(values(value, ()), range(LARGEST_TREE + 1), strict=False)) > LARGEST_TREE


def _as_text(ref: FieldRef) -> None:
    value = value_text.to_text(ref.value, plain=False) if ref.exists else ""
    make = partial(change_from_text, ref, False)
    controls.text_area(ref.session, ref.name, ref.label, value, make, help=ref.hint)


def _switch_button(ref: FieldRef, words: str, icon: str) -> None:
    st.button(
        text(words),
        key=f"{ref.name}/view",
        type="tertiary",
        icon=f":material/{icon}:",
        on_click=ref.session.widgets.toggle,
        args=(_text_name(ref),),
    )


def _buttons(ref: FieldRef) -> None:
    """Show the buttons that add to the payload, begin it with an expression, and switch to its text."""
    if isinstance(ref.value, dict | list) or not ref.exists:
        tree.show_add_buttons(ref)
    if not ref.exists and ref.state.language == "JSONata":
        st.button(
            text("payload.expression"),
            key=f"{ref.name}/expression",
            type="tertiary",
            icon=":material/function:",
            on_click=ref.set,
            args=(expression("$states.input"),),
        )
    _switch_button(ref, "payload.text", "data_object")


EDITOR = Editor(show, fields=frozenset({"Result"}), fits=lambda ref: kind_of_value(ref) == "payload")
