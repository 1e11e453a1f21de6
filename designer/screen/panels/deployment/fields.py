"""Controls of settings that keep no text: a choice and a box to tick."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.session import Session
from designer.workspace.sidecar.values import choose_value
from schemas.core.paths import Path


def choice(
    session: Session, path: Path, name: str, options: tuple[str, ...], chosen: str, key: str = ""
) -> None:
    """Show a choice of the setting at `path`, with the words `deployment.<name>.<option>`.

    `key` is the name of the control, where several have the same words.
    """
    controls.selectbox(
        session,
        key or f"deployment/{name}",
        text(f"deployment.{name}"),
        {option: text(f"deployment.{name}.{option.lower()}") for option in options},
        chosen,
        lambda option: session.opened.change(partial(choose_value, path=path, value=option)),
        text(f"deployment.{name}.help"),
    )


def switch(session: Session, path: Path, name: str, is_on: bool, key: str = "") -> None:
    """Show a box for the flag at `path`, with the words `deployment.<name>`; `key` as that of `choice`."""
    binding = session.widgets.bind(
        key or f"deployment/{name}",
        str(is_on or ""),
        lambda typed: session.opened.change(partial(choose_value, path=path, value=bool(typed))),
    )
    st.checkbox(
        text(f"deployment.{name}"),
        is_on,
        key=binding.key,
        help=text(f"deployment.{name}.help"),
        on_change=binding.on_change,
    )
