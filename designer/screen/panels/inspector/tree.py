"""Data as a tree: each leaf with its value and how that is given, each branch with what is in it."""

from __future__ import annotations

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.findings import plain
from designer.screen.panels.inspector import value_input
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.modes import Given, given_leaf
from designer.screen.panels.inspector.parameters import fresh, offered
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, Insert, Rename
from schemas.core.paths import Json, Path

PATH = ".$"
FRESH = "key"


def show(ref: FieldRef) -> None:
    """Show what is in the object or the list at `ref`."""
    value = ref.value
    steps = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        inner = ref.child(step)
        if isinstance(inner.value, dict | list):
            _branch(inner)
        else:
            _leaf(inner)


def adding(ref: FieldRef) -> None:
    """Show what adds to the object or the list at `ref`, which need not be there yet.

    It adds a parameter that the call takes, or a value of any name.
    """
    names = offered(ref)
    if names:
        key = f"{ref.name}/offer"
        st.menu_button(
            text("payload.offer"),
            list(names),
            key=key,
            type="tertiary",
            icon=":material/playlist_add:",
            help=text("payload.offer.help"),
            format_func=lambda name: f"{plain(name)} :small[:orange[●]]" if names[name] else plain(name),
            on_click=lambda: _insert(ref, st.session_state[key], fresh(ref, st.session_state[key])),
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


def _branch(ref: FieldRef) -> None:
    with st.container(
        key=f"{ref.name}/head", horizontal=True, vertical_alignment="center", wrap=False, gap="xsmall"
    ):
        kind = "[ ]" if isinstance(ref.value, list) else "{ }"
        st.markdown(f"{_label(ref)} :small[:gray[{plain(kind)}]]")
        adding(ref)
        _more(ref)
    _details(ref)
    with st.container(key=f"{ref.name}/branch", gap="xsmall"):
        show(ref)


def _leaf(ref: FieldRef) -> None:
    twin = mapping(ref.parent.value).get(f"{ref.key}{PATH}")
    how = Given(ref, "", ("fixed",)) if twin is not None else given_leaf(ref)
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False, gap="xsmall"):
        value_input.choose(how, _label(ref), name=ref.name)
        _more(ref)
    _details(ref)


def _label(ref: FieldRef) -> str:
    step = ref.path[-1]
    if isinstance(step, int):
        return plain(f"[{step}]")
    return plain(_bare(step)) or text("payload.nameless")


def _more(ref: FieldRef) -> None:
    st.button(
        text("payload.more"),
        key=f"{ref.name}/more",
        type="tertiary",
        icon=":material/more_vert:",
        on_click=_fold,
        args=(ref,),
    )


def _details(ref: FieldRef) -> None:
    """Where they are open: the name of the value, and a button that takes it away."""
    if f"{ref.name}/more" not in ref.session.widgets.expanded:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False, gap="xsmall"):
        step = ref.path[-1]
        if isinstance(step, str):
            bare = _bare(step)
            control = ref.session.widgets.bind(f"{ref.name}/name", bare, lambda said: _rename(ref, said))
            entry.bound_line(text("payload.name"), bare, control)
        st.button(
            text("rows.remove"),
            key=f"{ref.name}/remove",
            type="tertiary",
            icon=":material/delete:",
            on_click=ref.remove,
            args=(False,),
        )


def _fold(ref: FieldRef) -> None:
    ref.session.widgets.expanded ^= {f"{ref.name}/more"}


def _add(ref: FieldRef) -> None:
    value = ref.value
    if isinstance(value, list):
        ref.edit(lambda path, now: [Insert((*path, len(now)), "")] if isinstance(now, list) else [])
        return
    taken = {_bare(key) for key in mapping(value)}
    name = next(name for number in range(1, 1000) if (name := f"{FRESH}{number}") not in taken)
    _insert(ref, name, "")
    ref.session.widgets.expanded.add(f"{ref.child(name).name}/more")


def _insert(ref: FieldRef, name: str, value: Json) -> None:
    def insert(path: Path, now: Json) -> list[Edit]:
        return [Insert((*path, name), value)] if isinstance(now, dict) and name not in now else []

    if ref.exists:
        ref.edit(insert)
    else:
        ref.set({name: value})


def _rename(ref: FieldRef, said: str) -> None:
    old = str(ref.path[-1])
    new = said.strip() + (PATH if old.endswith(PATH) else "")
    if new != old:
        ref.edit(lambda path, _: [Rename(path, new)])


def _bare(key: str) -> str:
    """The name of a value without what says that it is given by a path."""
    return key.removesuffix(PATH)
