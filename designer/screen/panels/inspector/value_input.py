"""The input of a value, beside the choice of its source: fixed, path or expression."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector.value_source import Mode, ValueSource
from designer.screen.widgets import Completed
from schemas.asl.expressions.embedded import OPENING
from schemas.sidecar.workflow import Change, Workflow

NARROW = 88
"""The width of the choice, in pixels."""
LONG = 28
"""Expressions longer than this get a field of several lines."""


def choose(
    source: ValueSource, label: str, show_fixed: Callable[[], None] | None = None, name: str = ""
) -> None:
    """Show a value and the choice of its source; `show_fixed` shows a fixed value that has its own control.

    `name` binds the widgets where the value is shown in two places.
    """
    ref, name = source.base, name or source.base.name
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False, gap="xsmall"):
        with st.container(gap="xxsmall"):
            if show_fixed and source.mode == "fixed":
                show_fixed()
            else:
                show_text(source, label, name)
        if len(source.modes) > 1:
            modes: dict[str, str] = {mode: text(f"mode.{mode}") for mode in source.modes}
            controls.selectbox(
                ref.session,
                f"{name}/mode",
                text("mode"),
                modes,
                source.mode,
                partial(_switch, source),
                width=NARROW,
                bare=True,
            )


def show_text(source: ValueSource, label: str, name: str) -> None:
    """Show the field that the value is typed into."""
    ref = source.base
    is_long = source.mode == "expression" and len(source.text) > LONG
    control = controls.text_area if is_long or "\n" in source.text else controls.text_input
    control(
        ref.session,
        f"{name}/{source.mode}",
        label,
        source.text,
        partial(_change, source),
        help=ref.hint,
        completed=_completed(source),
    )


def _completed(source: ValueSource) -> Completed | None:
    if source.mode == "fixed":
        return None
    return Completed(source.ref_for(source.mode).path, OPENING if source.mode == "expression" else "")


def _change(source: ValueSource, workflow: Workflow, typed: str) -> Change:
    if typed.strip():
        return source.change_from_text(workflow, typed)
    return source.ref_for(source.mode).change_without(workflow)


def _switch(source: ValueSource, mode: str) -> None:
    source.switch(cast(Mode, mode))
