"""A payload as a tree: each leaf with its value and the source of that, each branch with its members."""

from __future__ import annotations

import streamlit as st

from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls
from designer.screen.panels.inspector import value_input
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.parameters import OfferedParameter, empty_value, missing_parameters
from designer.screen.panels.inspector.value_source import ValueSource, leaf_source
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, Insert, Rename
from schemas.core.paths import Json, Path

PATH = ".$"
NEW_KEY = "key"


def show(ref: FieldRef) -> None:
    """Show the members of the object or list at `ref`."""
    value = ref.value
    steps = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        member = ref.child(step)
        if isinstance(member.value, dict | list):
            _branch(member)
        else:
            _leaf(member)


def show_add_buttons(ref: FieldRef) -> None:
    """Show the buttons that add to the object or list at `ref`, which need not exist yet.

    One adds a parameter that the call takes, the other a value under any key.
    """
    names = missing_parameters(ref)
    if names:
        key = f"{ref.name}/offer"
        st.menu_button(
            text("payload.offer"),
            list(names),
            key=key,
            type="tertiary",
            icon=":material/playlist_add:",
            help=text("payload.offer.help"),
            format_func=lambda name: _offer(names[name]),
            on_click=lambda: _insert(ref, st.session_state[key], empty_value(ref, st.session_state[key])),
        )
    st.button(
        text("payload.add"),
        key=f"{ref.name}/add",
        type="tertiary",
        icon=":material/add:",
        help=text("payload.add.help"),
        on_click=_add,
        args=(ref,),
    )


def _offer(parameter: OfferedParameter) -> str:
    """A parameter with its help; a dot marks a required one."""
    dot = " :small[:orange[●]]" if parameter.is_required else ""
    return f"{escape(parameter.name)}{dot} :small[:gray[{escape(parameter.help)}]]"


def _branch(ref: FieldRef) -> None:
    with st.container(
        key=f"{ref.name}/head", horizontal=True, vertical_alignment="center", wrap=False, gap="xsmall"
    ):
        brackets = "[ ]" if isinstance(ref.value, list) else "{ }"
        st.markdown(f"{_label(ref)} :small[:gray[{escape(brackets)}]]")
        show_add_buttons(ref)
        _more(ref)
    _details(ref)
    with st.container(key=f"{ref.name}/branch", gap="xsmall"):
        show(ref)


def _leaf(ref: FieldRef) -> None:
    has_both = f"{ref.key}{PATH}" in mapping(ref.parent.value)
    source = ValueSource(ref, "", ("fixed",)) if has_both else leaf_source(ref)
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False, gap="xsmall"):
        value_input.choose(source, _label(ref), name=ref.name)
        _more(ref)
    _details(ref)


def _label(ref: FieldRef) -> str:
    step = ref.path[-1]
    if isinstance(step, int):
        return escape(f"[{step}]")
    return escape(_bare(step)) or text("payload.nameless")


def _more(ref: FieldRef) -> None:
    st.button(
        text("payload.more"),
        key=f"{ref.name}/more",
        type="tertiary",
        icon=":material/more_vert:",
        on_click=ref.session.widgets.toggle,
        args=(f"{ref.name}/more",),
    )


def _details(ref: FieldRef) -> None:
    """Show the key of the value and a button that removes it, if they are open."""
    if f"{ref.name}/more" not in ref.session.widgets.expanded:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False, gap="xsmall"):
        step = ref.path[-1]
        if isinstance(step, str):
            bare = _bare(step)
            binding = ref.session.widgets.bind(f"{ref.name}/name", bare, lambda typed: _rename(ref, typed))
            controls.bound_text_input(text("payload.name"), bare, binding)
        st.button(
            text("rows.remove"),
            key=f"{ref.name}/remove",
            type="tertiary",
            icon=":material/delete:",
            on_click=ref.remove,
            args=(False,),
        )


def _add(ref: FieldRef) -> None:
    if isinstance(ref.value, list):
        ref.edit(lambda path, items: [Insert((*path, len(items)), "")] if isinstance(items, list) else [])
        return
    taken = {_bare(key) for key in mapping(ref.value)}
    name = next(name for number in range(1, 1000) if (name := f"{NEW_KEY}{number}") not in taken)
    _insert(ref, name, "")
    ref.session.widgets.expanded.add(f"{ref.child(name).name}/more")


def _insert(ref: FieldRef, name: str, value: Json) -> None:
    def insert(path: Path, latest: Json) -> list[Edit]:
        return [Insert((*path, name), value)] if isinstance(latest, dict) and name not in latest else []

    if ref.exists:
        ref.edit(insert)
    else:
        ref.set({name: value})


def _rename(ref: FieldRef, typed: str) -> None:
    old = str(ref.path[-1])
    new = typed.strip() + (PATH if old.endswith(PATH) else "")
    if new != old:
        ref.edit(lambda path, _: [Rename(path, new)])


def _bare(key: str) -> str:
    """The key without the `.$` of a value that is read from a path."""
    return key.removesuffix(PATH)
