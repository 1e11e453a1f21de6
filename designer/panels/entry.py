"""A field for text that is taken over when it is left; what cannot be read stays in it, with the reason."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from designer.panels import findings
from designer.session import Control, Session
from schemas.workflow import Change, Workflow

Take = Callable[[Workflow, str], Change]


def line(here: Session, name: str, label: str, value: str, take: Take) -> None:
    """Show a field of one line with `value` in it."""
    shown, control = _bind(here, name, value, take)
    st.text_input(label, shown, key=control.key, on_change=control.heard)
    _complain(here, name, value)


def area(here: Session, name: str, label: str, value: str, take: Take, fills: bool = False) -> None:
    """Show a field of several lines with `value` in it; if it `fills` its panel, without a label."""
    shown, control = _bind(here, name, value, take)
    _complain(here, name, value)
    st.text_area(
        label,
        shown,
        key=control.key,
        height="stretch" if fills else "content",
        label_visibility="collapsed" if fills else "visible",
        on_change=control.heard,
    )


def _bind(here: Session, name: str, value: str, take: Take) -> tuple[str, Control]:
    """What the field shows, and its control: a draft where what was typed could not be read."""
    draft = here.drafts.get((name, value))
    shown = draft.text if draft else value
    return shown, here.bind(name, shown, lambda said: here.take((name, value), said, take))


def _complain(here: Session, name: str, value: str) -> None:
    draft = here.drafts.get((name, value))
    if draft is not None:
        findings.show(here, draft.problem, name)
        findings.quote(draft.text, draft.problem)
