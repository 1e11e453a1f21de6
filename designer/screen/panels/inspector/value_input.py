"""The input of a value that is fixed, at a path, or an expression, beside the choice of how it is given."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector.modes import Given, Mode
from schemas.sidecar.workflow import Change, Workflow

NARROW = 88
LONG = 28


def choose(how: Given, label: str, fixed: Callable[[], None] | None = None, name: str = "") -> None:
    """Show a value, and how it is given; `fixed` shows a fixed one where that has a control of its own.

    Its controls are bound by `name` where the value is shown in two places.
    """
    ref, name = how.base, name or how.base.name
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False, gap="xsmall"):
        with st.container(gap="xxsmall"):
            if fixed and how.mode == "fixed":
                fixed()
            else:
                typed(how, label, name)
        if len(how.modes) > 1:
            modes: dict[str, str] = {mode: text(f"mode.{mode}") for mode in how.modes}
            label, pick = text("mode"), partial(_pick, how)
            entry.option(ref.session, f"{name}/mode", label, modes, how.mode, pick, width=NARROW, bare=True)


def typed(how: Given, label: str, name: str) -> None:
    """Show the field that the value is typed into."""
    ref = how.base
    is_long = how.mode == "expression" and len(how.shown) > LONG
    control = entry.area if is_long or "\n" in how.shown else entry.line
    control(ref.session, f"{name}/{how.mode}", label, how.shown, partial(_take, how), help=ref.hint)


def _take(how: Given, workflow: Workflow, said: str) -> Change:
    if said.strip():
        return how.take(workflow, said)
    held = how.by_path if how.mode == "path" else how.base
    return held.change_without(workflow)


def _pick(how: Given, mode: str) -> None:
    how.switch(cast(Mode, mode))
