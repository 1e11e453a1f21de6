"""A field that holds fields of its own."""

from __future__ import annotations

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels.inspector import editors, labels
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.shapes import is_second, shape_of

ONLY_WITH = {
    "CSVDelimiter": ("InputType", "CSV"),
    "CSVHeaderLocation": ("InputType", "CSV"),
    "CSVHeaders": ("CSVHeaderLocation", "GIVEN"),
    "ItemsPointer": ("InputType", "JSON"),
    "ManifestType": ("InputType", "MANIFEST"),
}


def show(ref: FieldRef) -> None:
    """Show the fields inside; of a field that is not there, a button that opens them."""
    labels.heading(ref)
    if not ref.exists and ref.name not in ref.session.widgets.expanded:
        st.button(
            text("structure.open"),
            key=f"{ref.name}/open",
            type="tertiary",
            icon=":material/add:",
            on_click=ref.session.widgets.expanded.add,
            args=(ref.name,),
        )
        return
    with st.container(key=f"{ref.name}/inside", border=True, gap="small"):
        members(ref)


def members(ref: FieldRef) -> None:
    """Show each field of the object that means something now, the note last."""
    names = sorted(ref.properties, key=lambda name: name == "Comment")
    for name in names:
        if not is_second(name, tuple(names)) and _means_something(ref.child(name)):
            editors.show(ref.child(name))


def _means_something(field: FieldRef) -> bool:
    other, value = ONLY_WITH.get(field.key, ("", ""))
    return not other or field.exists or field.sibling(other).value == value


EDITOR = Editor(show, fits=lambda ref: shape_of(ref) == "object")
