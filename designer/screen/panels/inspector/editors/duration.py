"""A number of seconds, told in the largest unit that it is a whole number of."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.panels import entry
from designer.screen.panels.inspector import typing, value_input
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.modes import given
from designer.screen.session import text
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change, Workflow

UNITS = {"days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}
DEFAULTS = {"IntervalSeconds": "1"}
NARROW = 88


def show(spot: FieldRef) -> None:
    """Show the duration, and how it is given."""
    value_input.choose(given(spot), spot.label, partial(number_and_unit, spot, spot.label))


def unit_of(seconds: Json) -> str:
    """The largest unit that `seconds` is a whole number of; seconds where it is no number."""
    if isinstance(seconds, bool) or not isinstance(seconds, int) or seconds == 0:
        return "seconds"
    return next(unit for unit, size in UNITS.items() if seconds % size == 0)


def told(seconds: Json) -> str:
    """The duration in words."""
    unit = unit_of(seconds)
    number = seconds // UNITS[unit] if isinstance(seconds, int) else typing.shown(seconds, plain=True)
    return text(f"duration.{unit}", number=number)


def number_and_unit(spot: FieldRef, label: str) -> None:
    """Show a fixed number of seconds as a number and its unit."""
    unit = unit_of(spot.value)
    shown = typing.shown(_count(spot.value, unit), plain=False) if spot.filled else ""
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False, gap="xsmall"):
        with st.container(gap="xxsmall"):
            example = text("option.default", value=DEFAULTS[spot.key]) if spot.key in DEFAULTS else ""
            take = partial(_take, spot, unit)
            entry.line(spot.here, f"{spot.name}/fixed", label, shown, take, spot.hint, example)
        options = {each: text(f"unit.{each}") for each in reversed(UNITS)}
        name = f"{spot.name}/unit"
        entry.option(
            spot.here, name, text("unit"), options, unit, partial(_convert, spot), width=NARROW, bare=True
        )


def _count(seconds: Json, unit: str) -> Json:
    return seconds // UNITS[unit] if isinstance(seconds, int) else seconds


def _take(spot: FieldRef, unit: str, workflow: Workflow, said: str) -> Change:
    if not said.strip():
        return spot.dropped(workflow)
    number = typing.read(said, plain=False)
    exact = isinstance(number, int | float) and not isinstance(number, bool)
    seconds = number * UNITS[unit] if isinstance(number, int | float) and exact else number
    whole = isinstance(seconds, float) and seconds.is_integer()
    return spot.given(workflow, int(seconds) if isinstance(seconds, float) and whole else seconds)


def _convert(spot: FieldRef, unit: str) -> None:
    """Let the number stand, and mean another unit."""
    count = _count(spot.value, unit_of(spot.value))
    if isinstance(count, int):
        spot.put(count * UNITS[unit])


EDITOR = Editor(
    show,
    fields=frozenset({"TimeoutSeconds", "HeartbeatSeconds", "IntervalSeconds", "MaxDelaySeconds"}),
)
