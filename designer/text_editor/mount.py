"""Puts the code editor on the page: reads what the browser has to say, and hands it Python's answer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st
from pydantic import ValidationError

from designer.text_editor.protocol import Answer, Outbox

log = logging.getLogger(__name__)


def outbox(key: str) -> Outbox | None:
    """What the editor mounted with `key` has to say; None before it has spoken. It is there in every run
    until the browser says something newer."""
    state = st.session_state.get(key)
    said = state.get("outbox") if state is not None else None
    if said is None:
        return None
    try:
        return Outbox.model_validate(said)
    except ValidationError:
        log.warning("The code editor said something that is not of the protocol; it is sent the whole text.")
        return None


def text_editor(answer: Answer, key: str) -> None:
    """Show the editor with Python's answer; `key` must stay the same for a workflow and a format."""
    _component()(key=key, data=answer.model_dump(), height="stretch", on_outbox_change=_nothing)


@cache
def _component() -> Callable[..., Any]:
    return st.components.v2.component("designer.editor", js="editor.js", isolate_styles=True)


def _nothing() -> None:
    """Streamlit keeps only those state values that have a callback."""
