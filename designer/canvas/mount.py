"""Puts the canvas on the page: reads what the browser has to say, and hands it Python's answer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from typing import Any, Literal

import streamlit as st
from pydantic import ValidationError

from designer.canvas.protocol import Delivery, Outbox

log = logging.getLogger(__name__)


def outbox(key: str) -> Outbox | None:
    """What the canvas mounted with `key` has to say; None before it has spoken.

    It is a state value, not a trigger, so it is there in every run until the browser says something newer:
    read it before `canvas`, apply what is due (see `exchange.due`), and mount the canvas with the answer.
    """
    state = st.session_state.get(key)
    said = state.get("outbox") if state is not None else None
    if said is None:
        return None
    try:
        return Outbox.model_validate(said)
    except ValidationError:
        log.warning("The canvas said something that is not of the protocol; it is sent the whole view.")
        return None


def canvas(delivery: Delivery, key: str, height: int | Literal["stretch"] = "stretch") -> Outbox | None:
    """Show the canvas with Python's answer; returns what `outbox(key)` returns.

    `key` must stay the same for a workflow: without it Streamlit would mount the canvas anew with every
    answer.
    """
    _component()(key=key, data=delivery.model_dump(), height=height, on_outbox_change=_nothing)
    return outbox(key)


@cache
def _component() -> Callable[..., Any]:
    return st.components.v2.component("designer.canvas", js="canvas.js", isolate_styles=True)


def _nothing() -> None:
    """Streamlit keeps only those state values that have a callback."""
