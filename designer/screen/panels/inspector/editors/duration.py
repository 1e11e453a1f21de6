"""A number of seconds, told in the largest unit that it is a whole number of."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector import typing, value_input
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.modes import given
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change, Workflow

UNITS = {"days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}
DEFAULTS = {"IntervalSeconds": "1"}
NARROW = 88


def show(ref: FieldRef) -> None:
    """Show the duration, and how it is given."""
    value_input.choose(given(ref), ref.label, partial(number_and_unit, ref, ref.label))


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


def number_and_unit(ref: FieldRef, label: str) -> None:
    """Show a fixed number of seconds as a number and its unit."""
    unit = unit_of(ref.value)
    shown = typing.shown(_count(ref.value, unit), plain=False) if ref.exists else ""
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False, gap="xsmall"):
        with st.container(gap="xxsmall"):
            example = text("option.default", value=DEFAULTS[ref.key]) if ref.key in DEFAULTS else ""
            take = partial(_take, ref, unit)
            entry.line(ref.session, f"{ref.name}/fixed", label, shown, take, ref.hint, example)
        options = {each: text(f"unit.{each}") for each in reversed(UNITS)}
        name = f"{ref.name}/unit"
        entry.option(
            ref.session, name, text("unit"), options, unit, partial(_convert, ref), width=NARROW, bare=True
        )


def _count(seconds: Json, unit: str) -> Json:
    return seconds // UNITS[unit] if isinstance(seconds, int) else seconds


def _take(ref: FieldRef, unit: str, workflow: Workflow, said: str) -> Change:
    if not said.strip():
        return ref.change_without(workflow)
    number = typing.read(said, plain=False)
    exact = isinstance(number, int | float) and not isinstance(number, bool)
    seconds = number * UNITS[unit] if isinstance(number, int | float) and exact else number
    whole = isinstance(seconds, float) and seconds.is_integer()
    return ref.change_to(workflow, int(seconds) if isinstance(seconds, float) and whole else seconds)


def _convert(ref: FieldRef, unit: str) -> None:
    """Let the number stand, and mean another unit."""
    count = _count(ref.value, unit_of(ref.value))
    if isinstance(count, int):
        ref.set(count * UNITS[unit])


EDITOR = Editor(
    show,
    fields=frozenset({"TimeoutSeconds", "HeartbeatSeconds", "IntervalSeconds", "MaxDelaySeconds"}),
)
