"""Data as a tree: each leaf with its value and how that is given, each branch with what is in it."""

from __future__ import annotations

import streamlit as st

from designer.screen.panels import entry
from designer.screen.panels.findings import plain
from designer.screen.panels.inspector import value_input
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.modes import Given, given_leaf
from designer.screen.panels.inspector.parameters import fresh, offered
from designer.screen.session import text
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, Insert, Rename
from schemas.core.paths import Json, Path

PATH = ".$"
FRESH = "key"


def show(spot: FieldRef) -> None:
    """Show what is in the object or the list at `spot`."""
    value = spot.value
    steps = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        inner = spot.inner(step)
        if isinstance(inner.value, dict | list):
            _branch(inner)
        else:
            _leaf(inner)


def adding(spot: FieldRef) -> None:
    """Show what adds to the object or the list at `spot`, which need not be there yet.

    It adds a parameter that the call takes, or a value of any name.
    """
    names = offered(spot)
    if names:
        key = f"{spot.name}/offer"
        st.menu_button(
            text("payload.offer"),
            list(names),
            key=key,
            type="tertiary",
            icon=":material/playlist_add:",
            help=text("payload.offer.help"),
            format_func=lambda name: f"{plain(name)} :small[:orange[●]]" if names[name] else plain(name),
            on_click=lambda: _insert(spot, st.session_state[key], fresh(spot, st.session_state[key])),
        )
    st.button(
        text("payload.add"),
        key=f"{spot.name}/add",
        type="tertiary",
        icon=":material/add:",
        help=text("payload.add.help"),
        on_click=_add,
        args=(spot,),
    )


def _branch(spot: FieldRef) -> None:
    with st.container(
        key=f"{spot.name}/head", horizontal=True, vertical_alignment="center", wrap=False, gap="xsmall"
    ):
        kind = "[ ]" if isinstance(spot.value, list) else "{ }"
        st.markdown(f"{_label(spot)} :small[:gray[{plain(kind)}]]")
        adding(spot)
        _more(spot)
    _details(spot)
    with st.container(key=f"{spot.name}/branch", gap="xsmall"):
        show(spot)


def _leaf(spot: FieldRef) -> None:
    twin = mapping(spot.around.value).get(f"{spot.key}{PATH}")
    how = Given(spot, "", ("fixed",)) if twin is not None else given_leaf(spot)
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False, gap="xsmall"):
        value_input.choose(how, _label(spot), name=spot.name)
        _more(spot)
    _details(spot)


def _label(spot: FieldRef) -> str:
    step = spot.path[-1]
    if isinstance(step, int):
        return plain(f"[{step}]")
    return plain(_bare(step)) or text("payload.nameless")


def _more(spot: FieldRef) -> None:
    st.button(
        text("payload.more"),
        key=f"{spot.name}/more",
        type="tertiary",
        icon=":material/more_vert:",
        on_click=_fold,
        args=(spot,),
    )


def _details(spot: FieldRef) -> None:
    """Where they are open: the name of the value, and a button that takes it away."""
    if f"{spot.name}/more" not in spot.here.unfolded:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False, gap="xsmall"):
        step = spot.path[-1]
        if isinstance(step, str):
            bare = _bare(step)
            control = spot.here.bind(f"{spot.name}/name", bare, lambda said: _rename(spot, said))
            entry.bound_line(text("payload.name"), bare, control)
        st.button(
            text("rows.remove"),
            key=f"{spot.name}/remove",
            type="tertiary",
            icon=":material/delete:",
            on_click=spot.drop,
            args=(False,),
        )


def _fold(spot: FieldRef) -> None:
    spot.here.unfolded ^= {f"{spot.name}/more"}


def _add(spot: FieldRef) -> None:
    value = spot.value
    if isinstance(value, list):
        spot.edit(lambda path, now: [Insert((*path, len(now)), "")] if isinstance(now, list) else [])
        return
    taken = {_bare(key) for key in mapping(value)}
    name = next(name for number in range(1, 1000) if (name := f"{FRESH}{number}") not in taken)
    _insert(spot, name, "")
    spot.here.unfolded.add(f"{spot.inner(name).name}/more")


def _insert(spot: FieldRef, name: str, value: Json) -> None:
    def insert(path: Path, now: Json) -> list[Edit]:
        return [Insert((*path, name), value)] if isinstance(now, dict) and name not in now else []

    if spot.filled:
        spot.edit(insert)
    else:
        spot.put({name: value})


def _rename(spot: FieldRef, said: str) -> None:
    old = str(spot.path[-1])
    new = said.strip() + (PATH if old.endswith(PATH) else "")
    if new != old:
        spot.edit(lambda path, _: [Rename(path, new)])


def _bare(key: str) -> str:
    """The name of a value without what says that it is given by a path."""
    return key.removesuffix(PATH)
