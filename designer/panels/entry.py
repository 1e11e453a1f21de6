"""A field for text that is taken over when it is left; what cannot be read stays in it, with the reason."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from designer import session
from designer.panels import findings
from designer.session import Session
from schemas.workflow import Change, Workflow

Take = Callable[[Workflow, str], Change]


def line(here: Session, name: str, label: str, value: str, take: Take) -> None:
    """Show a field of one line with `value` in it."""
    key, heard = _bind(here, name, value, take)
    st.text_input(label, key=key, on_change=heard)
    _complain(here, key)


def area(here: Session, name: str, label: str, value: str, take: Take, fills: bool = False) -> None:
    """Show a field of several lines with `value` in it; if it `fills` its panel, without a label."""
    key, heard = _bind(here, name, value, take)
    _complain(here, key)
    st.text_area(
        label,
        key=key,
        height="stretch" if fills else "content",
        label_visibility="collapsed" if fills else "visible",
        on_change=heard,
    )


def _bind(here: Session, name: str, value: str, take: Take) -> tuple[str, Callable[[], None]]:
    """The field's key and callback; a field shows its draft where what was typed could not be read."""
    key = session.bind(name, value)
    draft = here.drafts.get(key)
    shown = draft.text if draft else value
    session.fill(key, shown)
    return key, session.when_changed(key, shown, lambda said: here.take(key, said, take))


def _complain(here: Session, key: str) -> None:
    draft = here.drafts.get(key)
    if draft is not None:
        findings.show(here, draft.problem, key)
        findings.quote(draft.text, draft.problem)
