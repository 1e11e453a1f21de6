"""A field that holds fields of its own."""

from __future__ import annotations

import streamlit as st

from designer.screen.panels.inspector import editors, labels
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.shapes import is_second, shape_of
from designer.screen.session import text

ONLY_WITH = {
    "CSVDelimiter": ("InputType", "CSV"),
    "CSVHeaderLocation": ("InputType", "CSV"),
    "CSVHeaders": ("CSVHeaderLocation", "GIVEN"),
    "ItemsPointer": ("InputType", "JSON"),
    "ManifestType": ("InputType", "MANIFEST"),
}


def show(spot: FieldRef) -> None:
    """Show the fields inside; of a field that is not there, a button that opens them."""
    labels.heading(spot)
    if not spot.filled and spot.name not in spot.here.unfolded:
        st.button(
            text("structure.open"),
            key=f"{spot.name}/open",
            type="tertiary",
            icon=":material/add:",
            on_click=spot.here.unfolded.add,
            args=(spot.name,),
        )
        return
    with st.container(key=f"{spot.name}/inside", border=True, gap="small"):
        members(spot)


def members(spot: FieldRef) -> None:
    """Show each field of the object that means something now, the note last."""
    names = sorted(spot.properties, key=lambda name: name == "Comment")
    for name in names:
        if not is_second(name, tuple(names)) and _means_something(spot.inner(name)):
            editors.show(spot.inner(name))


def _means_something(field: FieldRef) -> bool:
    other, value = ONLY_WITH.get(field.key, ("", ""))
    return not other or field.filled or field.beside(other).value == value


EDITOR = Editor(show, fits=lambda spot: shape_of(spot) == "object")
