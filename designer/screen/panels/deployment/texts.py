"""Settings that are texts: one, one for each stage, or one for each name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls
from designer.screen.session import Session
from designer.workspace.sidecar.values import choose_value, set_value
from schemas.core.coerce import mapping, texts
from schemas.core.coerce import text as string
from schemas.core.paths import Json, Path, pointer
from schemas.sidecar.workflow import Change, Workflow


def text_setting(
    session: Session,
    path: Path,
    label: str,
    value: Json,
    help: str | None = None,
    example: str = "",
    make: controls.MakeChange | None = None,
) -> None:
    """Show the text at `path` of the sidecar; where it has one for each stage, the table of stages has it.

    `label` is Markdown. `make` gives the change where more is to change than the text.
    """
    stages = texts(mapping(value).get("stages"))
    if stages:
        shown = " · ".join(f"{stage}: {staged}" for stage, staged in stages.items())
        st.text_input(label, shown, key=f"{_name(path)}/stages/{shown}", help=help, disabled=True)
        return
    make = make or partial(_change, path)
    controls.text_input(session, _name(path), label, string(value), make, help, example)


def named_texts(session: Session, path: Path, label: str, values: Json, help: str) -> None:
    """Show a text for each name at `path`, with a button that removes it, and a field for another name."""
    for name, value in mapping(values).items():
        with st.container(horizontal=True, vertical_alignment="bottom"):
            text_setting(session, (*path, name), f"{label}: {escape(name)}", value)
            remove_setting(session, (*path, name))
    controls.text_input(
        session, f"{_name(path)}/new", text("deployment.add", what=label), "", partial(_add, path), help
    )


def remove_setting(session: Session, path: Path) -> None:
    """Show a button that removes the setting at `path`."""
    remove_button(session, _name(path), partial(choose_value, path=path, value=None))


def remove_button(session: Session, name: str, change: Callable[[Workflow], Change]) -> None:
    """Show a button beside the control of that name, which removes it by a change of the workflow."""
    st.button(
        text("deployment.remove"),
        key=f"{name}/remove",
        icon=":material/delete:",
        type="tertiary",
        on_click=session.opened.change,
        args=(change,),
    )


def _change(path: Path, workflow: Workflow, typed: str) -> Change:
    return set_value(workflow, path, typed.strip())


def _add(path: Path, workflow: Workflow, typed: str) -> Change:
    """An entry from `name` or `name=value`."""
    name, _, value = typed.partition("=")
    return set_value(workflow, (*path, name.strip()), value.strip() or "-") if name.strip() else Change()


def _name(path: Path) -> str:
    return f"deployment{pointer(path)}"
