"""What our components share: an outbox that stands in every run until the browser says something newer."""

from __future__ import annotations

import logging
from functools import cache
from typing import Any, Literal, TypeVar

import streamlit as st
from pydantic import BaseModel, ValidationError

log = logging.getLogger(__name__)

Said = TypeVar("Said", bound=BaseModel)


def outbox(key: str, protocol: type[Said]) -> Said | None:
    """What the component mounted with `key` has to say; None before it has spoken, or where what it says is
    not of the `protocol`."""
    state = st.session_state.get(key)
    return _understood(state.get("outbox") if state is not None else None, protocol)


def value(key: str, protocol: type[Said]) -> Said | None:
    """The same of a component of the first kind, whose whole state is one value."""
    return _understood(st.session_state.get(key), protocol)


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
    """Streamlit keeps only those state values that have a callback."""


def _understood(said: object, protocol: type[Said]) -> Said | None:
    if said is None:
        return None
    try:
        return protocol.model_validate(said)
    except ValidationError:
        log.warning("A component said something that is not of its protocol; it is sent everything anew.")
        return None
