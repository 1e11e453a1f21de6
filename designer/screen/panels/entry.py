"""A field for text that is taken over when it is left; what cannot be read stays in it, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import streamlit as st

from designer.screen.panels import findings
from designer.screen.session import Session
from designer.screen.widgets import Binding
from schemas.sidecar.workflow import Change, Workflow

Take = Callable[[Workflow, str], Change]


def line(
    session: Session,
    name: str,
    label: str,
    value: str,
    take: Take,
    help: str | None = None,
    example: str = "",
) -> None:
    """Show a field of one line with `value` in it; where that is empty, an `example`."""
    shown, control = _bind(session, name, value, take)
    bound_line(label, shown, control, help, example)
    _complain(session, name, value)


def bound_line(label: str, value: str, control: Binding, help: str | None = None, example: str = "") -> None:
    """Show a field of one line for a control that is bound already."""
    st.text_input(
        label, value, key=control.key, help=help, placeholder=example or None, on_change=control.on_change
    )


def area(
    session: Session,
    name: str,
    label: str,
    value: str,
    take: Take,
    help: str | None = None,
) -> None:
    """Show a field of several lines with `value` in it."""
    shown, control = _bind(session, name, value, take)
    _complain(session, name, value)
    st.text_area(
        label,
        shown,
        key=control.key,
        height="content",
        help=help,
        on_change=control.on_change,
    )


def option(
    session: Session,
    name: str,
    label: str,
    options: Mapping[str, str],
    chosen: str,
    choose: Callable[[str], None],
    help: str | None = None,
    width: int | Literal["stretch"] = "stretch",
    bare: bool = False,
) -> None:
    """Show `options` (each with its words) to choose one from; if `bare`, the label is only read out."""
    known = options if chosen in options else {chosen: chosen, **options}
    control = session.widgets.bind(name, chosen, choose)
    st.selectbox(
        label,
        list(known),
        list(known).index(chosen),
        format_func=lambda value: known.get(value, value),
        key=control.key,
        help=help,
        width=width,
        label_visibility="collapsed" if bare else "visible",
        on_change=control.on_change,
    )


def names(
    session: Session,
    name: str,
    label: str,
    chosen: list[str],
    offered: list[str],
    take: Callable[[list[str]], None],
    help: str | None = None,
) -> None:
    """Show several texts, to take away and to add to: those `offered`, or any other that is typed."""
    control = session.widgets.bind(name, "\n".join(chosen), lambda said: take(said.splitlines()))
    st.multiselect(
        label,
        [*offered, *(text for text in chosen if text not in offered)],
        chosen,
        key=control.key,
        help=help,
        accept_new_options=True,
        on_change=control.on_change,
    )


def _bind(session: Session, name: str, value: str, take: Take) -> tuple[str, Binding]:
    """What the field shows, and its control: a draft where what was typed could not be read."""
    draft = session.widgets.drafts.get((name, value))
    shown = draft.text if draft else value
    return shown, session.widgets.bind(name, shown, lambda said: session.submit((name, value), said, take))


def _complain(session: Session, name: str, value: str) -> None:
    draft = session.widgets.drafts.get((name, value))
    if draft is not None:
        findings.show(session, draft.problem, name)
        findings.quote(draft.text, draft.problem)
