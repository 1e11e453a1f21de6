"""A field that is an object with fields of its own."""

from __future__ import annotations

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels.inspector import editors, labels
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.value_kinds import is_path_variant, kind_of_value

ONLY_WITH = {
    "CSVDelimiter": ("InputType", "CSV"),
    "CSVHeaderLocation": ("InputType", "CSV"),
    "CSVHeaders": ("CSVHeaderLocation", "GIVEN"),
    "ItemsPointer": ("InputType", "JSON"),
    "ManifestType": ("InputType", "MANIFEST"),
}
"""Fields that apply only if another field has a certain value."""


def show(ref: FieldRef) -> None:
    """Show the fields of the object; where there is none yet, a button that opens them."""
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
        show_members(ref)


def show_members(ref: FieldRef) -> None:
    """Show each field of the object that applies, its Comment last."""
    names = sorted(ref.properties, key=lambda name: name == "Comment")
    for name in names:
        if not is_path_variant(name, tuple(names)) and _applies(ref.child(name)):
            editors.show(ref.child(name))


def _applies(field: FieldRef) -> bool:
    other, value = ONLY_WITH.get(field.key, ("", ""))
    return not other or field.exists or field.sibling(other).value == value


EDITOR = Editor(show, fits=lambda ref: kind_of_value(ref) == "object")
