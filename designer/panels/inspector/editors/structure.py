"""A field that holds fields of its own."""

from __future__ import annotations

import streamlit as st

from designer.panels.inspector import form
from designer.panels.inspector.editor import Editor
from designer.panels.inspector.shapes import is_second, shape_of
from designer.panels.inspector.spot import Spot


def show(spot: Spot) -> None:
    """Show the fields inside."""
    form.heading(spot)
    with st.container(key=f"{spot.name}/inside", border=True, gap="small"):
        members(spot)


def members(spot: Spot) -> None:
    """Show each field of the object, the note last."""
    names = sorted(spot.properties, key=lambda name: name == "Comment")
    for name in names:
        if not is_second(name, tuple(names)):
            form.show(spot.inner(name))


EDITOR = Editor(show, fits=lambda spot: shape_of(spot) == "object")
