"""An editor: the control of certain fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from designer.screen.panels.inspector.field_ref import FieldRef


@dataclass(frozen=True, slots=True)
class Editor:
    """A control for the `fields` of these names, and for every field that it `fits` and no editor names.

    No two editors fit the same field.
    """

    show: Callable[[FieldRef], None]
    fields: frozenset[str] = frozenset()
    fits: Callable[[FieldRef], bool] = lambda _: False
