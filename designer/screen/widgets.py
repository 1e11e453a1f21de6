"""Values and keys of Streamlit's widgets, kept safe from a browser that answers with an outdated value.

A widget gets its value when it is created, and is created anew under another key when Python's value changes:
the browser may send a change before it has received Python's last answer, and then sends old values of other
widgets along. A widget that reports the value that it was created with reports no change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

import streamlit as st

from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import Path


@dataclass(frozen=True)
class Draft:
    """Typed text that could not be applied, and the reason."""

    text: str
    problem: Diagnostic


@dataclass(frozen=True)
class Binding:
    """The key and the `on_change` callback to create a widget with."""

    key: str
    on_change: Callable[[], None]


class Completed(NamedTuple):
    """The place in its state of a text that is completed; `opening` stands before it there."""

    path: Path
    opening: str = ""


@dataclass
class Widgets:
    """The widgets of one tab.

    `drafts` are by name and value of the widgets that they were typed into; `expanded` has the names of the
    groups, rows and details that are open; `chosen` has choices that no document keeps, by name. `completed`
    are the fields on the page that complete what is typed, by their keys.
    """

    drafts: dict[tuple[str, str], Draft] = field(default_factory=dict)
    expanded: set[str] = field(default_factory=set)
    chosen: dict[str, str] = field(default_factory=dict)
    completed: dict[str, Completed] = field(default_factory=dict)
    _changes: Counter[str] = field(default_factory=Counter)

    def bind(self, name: str, value: str, act: Callable[[str], None], words: str = "") -> Binding:
        """The binding of the widget `name` that shows `value`; a change calls `act` with the new value.

        Pass `value` to the widget as its first value, never through the session state: the key changes with
        the value, with the `words` that stand for it (the browser keeps those of an option, in whichever
        language they were), and after each change that a person makes.
        """
        digest = blake2b(f"{value}\0{words}".encode(), digest_size=6).hexdigest()
        key = f"{name}@{self._changes[name]}@{digest}"

        def on_change() -> None:
            if key in st.session_state and typed(key) != value:
                self._changes[name] += 1
                act(typed(key))

        return Binding(key, on_change)

    def keep_draft(self, widget: tuple[str, str], typed: str, problem: Diagnostic) -> None:
        """Keep text that was typed into `widget` (its name and its value before) and cannot be read."""
        self.drafts[widget] = Draft(typed, problem)

    def toggle(self, name: str) -> None:
        """Open the part of the page of that name, or close it."""
        self.expanded ^= {name}


def typed(key: str) -> str:
    """The text in the widget `key`; a widget that holds several texts gives one a line."""
    value = st.session_state.get(key)
    return "\n".join(value) if isinstance(value, list) else str(value or "")


def fill(key: str, value: object) -> None:
    """Set the widget `key` to `value`; one that shows it already keeps the text that is being typed."""
    if st.session_state.get(key, fill) != value:
        st.session_state[key] = value
