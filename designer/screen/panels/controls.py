"""Input controls that change the workflow when they are left; unreadable text stays, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import streamlit as st

from designer.screen.panels import diagnostics
from designer.screen.session import Session
from designer.screen.widgets import Binding, Completed
from schemas.sidecar.workflow import Change, Workflow

MakeChange = Callable[[Workflow, str], Change]
"""Makes the change of a workflow from the typed text; raises `Unreadable`."""


def text_input(
    session: Session,
    name: str,
    label: str,
    value: str,
    make: MakeChange,
    help: str | None = None,
    example: str = "",
    completed: Completed | None = None,
) -> None:
    """Show a field of one line with `value` in it; an empty one shows the `example` in grey."""
    shown, binding = _bind(session, name, value, make, completed)
    bound_text_input(label, shown, binding, help, example)
    _show_problem(session, name, value)


def bound_text_input(
    label: str, value: str, binding: Binding, help: str | None = None, example: str = ""
) -> None:
    """Show a field of one line that has its own binding."""
    st.text_input(
        label, value, key=binding.key, help=help, placeholder=example or None, on_change=binding.on_change
    )


def text_area(
    session: Session,
    name: str,
    label: str,
    value: str,
    make: MakeChange,
    help: str | None = None,
    completed: Completed | None = None,
) -> None:
    """Show a field of several lines with `value` in it."""
    shown, binding = _bind(session, name, value, make, completed)
    _show_problem(session, name, value)
    st.text_area(
        label,
        shown,
        key=binding.key,
        height="content",
        help=help,
        on_change=binding.on_change,
    )


def selectbox(
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
    """Show `options`, each with its words, to choose one from; a `bare` control hides its label.

    A `chosen` value that is no option is shown as it is, before the options.
    """
    all_options = options if chosen in options else {chosen: chosen, **options}
    binding = session.widgets.bind(name, chosen, choose, all_options[chosen])
    st.selectbox(
        label,
        list(all_options),
        list(all_options).index(chosen),
        format_func=lambda value: all_options.get(value, value),
        key=binding.key,
        help=help,
        width=width,
        label_visibility="collapsed" if bare else "visible",
        on_change=binding.on_change,
    )


def multiselect(
    session: Session,
    name: str,
    label: str,
    chosen: list[str],
    offered: list[str],
    choose: Callable[[list[str]], None],
    help: str | None = None,
) -> None:
    """Show the `chosen` texts, to remove and to add to: one that is `offered`, or any other."""
    binding = session.widgets.bind(name, "\n".join(chosen), lambda lines: choose(lines.splitlines()))
    st.multiselect(
        label,
        [*offered, *(text for text in chosen if text not in offered)],
        chosen,
        key=binding.key,
        help=help,
        accept_new_options=True,
        on_change=binding.on_change,
    )


def _bind(
    session: Session, name: str, value: str, make: MakeChange, completed: Completed | None
) -> tuple[str, Binding]:
    """The text to show and its binding: a draft where the last text could not be read, else `value`."""
    draft = session.widgets.drafts.get((name, value))
    shown = draft.text if draft else value
    binding = session.widgets.bind(name, shown, lambda typed: session.submit((name, value), typed, make))
    if completed is not None:
        session.widgets.completed[binding.key] = completed
    return shown, binding


def _show_problem(session: Session, name: str, value: str) -> None:
    draft = session.widgets.drafts.get((name, value))
    if draft is not None:
        diagnostics.show(session, draft.problem, name)
        diagnostics.quote(draft.text, draft.problem)
