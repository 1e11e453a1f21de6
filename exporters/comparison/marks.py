"""The mark of each state in a drawing of differences."""

from __future__ import annotations

from typing import Literal

from schemas.comparison.comparison import Comparison, StateChange
from schemas.core.paths import Path

Mark = Literal["added", "changed", "removed"]

COLOURS: dict[Mark, tuple[str, str]] = {
    "added": ("#2e7d32", "#d9f2df"),
    "changed": ("#b26a00", "#fff0c9"),
    "removed": ("#c62828", "#fde0e0"),
}
"""The outline and the ground of a marked state; both are read on a light and on a dark page."""


def mark_of(change: StateChange) -> Mark | None:
    """The mark of a state; None if it only stands elsewhere on the canvas."""
    if change.old is None:
        return "added"
    if change.new is None:
        return "removed"
    return "changed" if change.kinds != ("placed",) else None


def marks_before(comparison: Comparison) -> dict[Path, Mark]:
    """The marks of the states of the old workflow, by path."""
    found = ((change.old, mark_of(change)) for change in comparison.states)
    return {state.path: mark for state, mark in found if state and mark}


def marks_after(comparison: Comparison) -> dict[Path, Mark]:
    """The marks of the states of the new workflow, by path."""
    found = ((change.new, mark_of(change)) for change in comparison.states)
    return {state.path: mark for state, mark in found if state and mark}
