"""A number of seconds, shown in the largest unit that divides it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector import value_input, value_text
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.value_source import field_source
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change, Workflow

UNITS = {"days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}
"""Seconds in each unit, the largest first."""
DEFAULTS = {"IntervalSeconds": "1"}
NARROW = 88
"""The width of the choice of the unit, in pixels."""


def show(ref: FieldRef) -> None:
    """Show the duration, and the choice of its source."""
    value_input.choose(field_source(ref), ref.label, partial(show_number_and_unit, ref, ref.label))


def unit_of(seconds: Json) -> str:
    """The largest unit that divides `seconds`; "seconds" where it is no whole number."""
    if isinstance(seconds, bool) or not isinstance(seconds, int) or seconds == 0:
        return "seconds"
    return next(unit for unit, size in UNITS.items() if seconds % size == 0)


def in_words(seconds: Json) -> str:
    """The duration in words, such as "2 min"."""
    unit = unit_of(seconds)
    number = seconds // UNITS[unit] if isinstance(seconds, int) else value_text.to_text(seconds, plain=True)
    return text(f"duration.{unit}", number=number)


def show_number_and_unit(ref: FieldRef, label: str) -> None:
    """Show a fixed number of seconds as a number and its unit."""
    unit = unit_of(ref.value)
    shown = value_text.to_text(_count(ref.value, unit), plain=False) if ref.exists else ""
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False, gap="xsmall"):
        with st.container(gap="xxsmall"):
            example = text("option.default", value=DEFAULTS[ref.key]) if ref.key in DEFAULTS else ""
            make = partial(_change, ref, unit)
            controls.text_input(ref.session, f"{ref.name}/fixed", label, shown, make, ref.hint, example)
        controls.selectbox(
            ref.session,
            f"{ref.name}/unit",
            text("unit"),
            {each: text(f"unit.{each}") for each in reversed(UNITS)},
            unit,
            partial(_change_unit, ref),
            width=NARROW,
            bare=True,
        )


def _count(seconds: Json, unit: str) -> Json:
    return seconds // UNITS[unit] if isinstance(seconds, int) else seconds


def _change(ref: FieldRef, unit: str, workflow: Workflow, typed: str) -> Change:
    if not typed.strip():
        return ref.change_without(workflow)
    number = value_text.from_text(typed, False, ref.schema, ref.value)
    if isinstance(number, bool) or not isinstance(number, int | float):
        return ref.change_to(workflow, number)
    seconds = number * UNITS[unit]
    is_whole = isinstance(seconds, float) and seconds.is_integer()
    return ref.change_to(workflow, int(seconds) if is_whole else seconds)


def _change_unit(ref: FieldRef, unit: str) -> None:
    """Keep the number, in another unit."""
    count = _count(ref.value, unit_of(ref.value))
    if isinstance(count, int):
        ref.set(count * UNITS[unit])


EDITOR = Editor(
    show,
    fields=frozenset({"TimeoutSeconds", "HeartbeatSeconds", "IntervalSeconds", "MaxDelaySeconds"}),
)
