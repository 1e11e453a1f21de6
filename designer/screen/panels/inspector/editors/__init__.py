"""The controls that fields are edited with: one module a control, found by its `EDITOR`."""

from __future__ import annotations

import sys
from functools import cache

import streamlit as st

from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.core.registry import modules


def show(ref: FieldRef) -> None:
    """Show the field with its label and its control; an empty field is taken away."""
    with st.container(gap="xxsmall"):
        fitting(ref).show(ref)
        if len(ref.path) == 1:
            st.caption(ref.explanation)


def fitting(ref: FieldRef) -> Editor:
    """The editor that names the field, else the one that its value's schema fits."""
    named = next((editor for editor in _all() if ref.key in editor.fields), None)
    return named or next(editor for editor in _all() if editor.fits(ref))


@cache
def _all() -> list[Editor]:
    found = (getattr(module, "EDITOR", None) for module in modules(sys.modules[__name__]))
    return [editor for editor in found if isinstance(editor, Editor)]
