"""The Streamlit side of all components: reads a component's outbox, and mounts it with an answer.

An outbox stays in the session state, run after run, until the browser sends a newer one.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import Any, Literal, TypeVar

import streamlit as st
from pydantic import BaseModel, ValidationError

log = logging.getLogger(__name__)

Protocol = TypeVar("Protocol", bound=BaseModel)


def outbox(key: str, protocol: type[Protocol]) -> Protocol | None:
    """The outbox of the component mounted with `key`; None before it has sent one, or where it is no valid
    `protocol`."""
    state = st.session_state.get(key)
    return _parsed(state.get("outbox") if state is not None else None, protocol)


def value(key: str, protocol: type[Protocol]) -> Protocol | None:
    """The value of a component of Streamlit's first version, whose whole state is one value."""
    return _parsed(st.session_state.get(key), protocol)


def mount(
    name: str, key: str, answer: BaseModel, height: int | Literal["stretch", "content"] = "stretch"
) -> None:
    """Show the component `designer.<name>`, whose script is `<name>.js`, with Python's answer.

    `key` must stay the same: without it Streamlit would mount the component anew with every answer.
    """
    _component(name)(key=key, data=answer.model_dump(), height=height, on_outbox_change=_nothing)


@cache
def _component(name: str) -> Any:  # noqa: ANN401 - Streamlit's renderer takes any state's callback
    return st.components.v2.component(f"designer.{name}", js=f"{name}.js", isolate_styles=True)


def _nothing() -> None:
    """Do nothing: Streamlit keeps only those state values that have a callback."""


def _parsed(message: object, protocol: type[Protocol]) -> Protocol | None:
    if message is None:
        return None
    try:
        return protocol.model_validate(message)
    except ValidationError:
        log.warning("An outbox is not of its component's protocol; the component is sent everything again.")
        return None
