"""The controls of fields: one module a control, found by its `EDITOR`."""

from __future__ import annotations

import sys
from functools import cache

import streamlit as st

from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.playing import evaluated
from schemas.core.registry import modules


def show(ref: FieldRef) -> None:
    """Show the field with its label and its control; emptying the control removes the field."""
    with st.container(gap="xxsmall"):
        editor_of(ref).show(ref)
        if len(ref.path) == 1 or (len(ref.path) == 3 and ref.path[0] in ("Catch", "Choices")):
            evaluated.show(ref.session, ref.uid, ref.state, ref.path)
        if len(ref.path) == 1:
            st.caption(ref.explanation)


def editor_of(ref: FieldRef) -> Editor:
    """The editor that names the field, else the one that fits the field's schema."""
    named = next((editor for editor in _all() if ref.key in editor.fields), None)
    return named or next(editor for editor in _all() if editor.fits(ref))


@cache
def _all() -> list[Editor]:
    found = (getattr(module, "EDITOR", None) for module in modules(sys.modules[__name__]))
    return [editor for editor in found if isinstance(editor, Editor)]
