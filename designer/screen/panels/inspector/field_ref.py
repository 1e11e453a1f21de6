"""A reference to a value inside a state: reads it, names it in words, and changes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from designer.base.words import words
from designer.screen import address
from designer.screen.locale import text
from designer.screen.panels.inspector.fields import fields_of
from designer.screen.panels.inspector.state_changes import change_state, find_state
from designer.screen.session import Session
from designer.workspace.actions import ActionRefused
from designer.workspace.sidecar.json_values import with_value, without_value
from schemas.asl.walk import State
from schemas.core.edits import Edit
from schemas.core.paths import Json, Path, pointer, value_at
from schemas.sidecar.workflow import Change, Workflow

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class FieldRef:
    """The value at `path` in the fields of the state `uid`, which need not exist; the whole state at ().

    `schema` is the JSON Schema of the value. `orders` has, for each step of the path, the keys that may stand
    in that object, in their order.
    """

    session: Session
    uid: str
    state: State
    path: Path = ()
    schema: Schema = field(default_factory=dict)
    orders: tuple[tuple[str, ...], ...] = ()

    @property
    def name(self) -> str:
        """The name by which its widget is bound."""
        return self.uid + pointer(self.path)

    @property
    def key(self) -> str:
        """Its key, or its index in a list; empty for the state itself."""
        return str(self.path[-1]) if self.path else ""

    @property
    def exists(self) -> bool:
        """True if the state has a value there."""
        return value_at(self.state.fields, self.path)[0]

    @property
    def value(self) -> Json:
        """The value; None where there is none."""
        return value_at(self.state.fields, self.path)[1]

    @property
    def properties(self) -> dict[str, Schema]:
        """The schemas of the fields that the value may have, by name; the state's own for the empty path."""
        if not self.path:
            return {name: found.schema for name, found in fields_of(self.state).items()}
        properties: dict[str, Schema] = self.schema.get("properties", {})
        return properties

    @property
    def label(self) -> str:
        """The field in plain words."""
        return text(f"field.{self.key}")

    @property
    def explanation(self) -> str:
        """The field's name in ASL with a line of help, or the name alone where there is no help."""
        help = f"field.{self.key}.help"
        return f"{self.key} — {text(help)}" if help in words(address.language()) else self.key

    @property
    def hint(self) -> str | None:
        """The explanation of a nested field, as a tooltip; that of a state's own field is always visible."""
        is_field = bool(self.orders) and self.key in self.orders[-1]
        return self.explanation if len(self.path) > 1 and is_field else None

    def child(self, step: str | int, schema: object = None) -> FieldRef:
        """The value at `step` inside; `schema` is needed where the schema of this value does not have it."""
        found = schema if schema is not None else self.properties.get(str(step), {})
        orders = (*self.orders, tuple(self.properties))
        inner = found if isinstance(found, dict) else {}
        return FieldRef(self.session, self.uid, self.state, (*self.path, step), inner, orders)

    def sibling(self, key: str) -> FieldRef:
        """The value at another key of the same object, without its schema."""
        return FieldRef(self.session, self.uid, self.state, (*self.path[:-1], key), {}, self.orders)

    @property
    def parent(self) -> FieldRef:
        """The object or list that holds the value, without its schema."""
        return FieldRef(self.session, self.uid, self.state, self.path[:-1], {}, self.orders[:-1])

    def set(self, value: Json) -> None:
        """Set the value."""
        self.session.opened.change(lambda workflow: self.change_to(workflow, value))

    def remove(self, prune: bool = True) -> None:
        """Remove the value; with `prune` also the objects that this leaves empty."""
        self.session.opened.change(lambda workflow: self.change_without(workflow, prune))

    def update(self, make: Callable[[Json], Json]) -> None:
        """Replace the value by what `make` returns for the latest one."""

        def updated(state: State) -> Json:
            value = make(value_at(state.fields, self.path)[1])
            return with_value(state.fields, self.path, value, self.orders)

        self.session.opened.change(lambda workflow: change_state(workflow, self.uid, updated))

    def edit(self, make: Callable[[Path, Json], Sequence[Edit]]) -> None:
        """Apply the edits that `make` returns for the value's path in the definition and its latest value."""

        def edits(workflow: Workflow) -> Change:
            state = find_state(workflow, self.uid)
            exists, value = value_at(state.fields, self.path) if state else (False, None)
            if state is None or not exists:
                raise ActionRefused("action-gone")
            return Change(tuple(make((*state.path, *self.path), value)))

        self.session.opened.change(edits)

    def change_to(self, workflow: Workflow, value: Json) -> Change:
        """The change of `workflow` that sets the value."""

        def updated(state: State) -> Json:
            return with_value(state.fields, self.path, value, self.orders)

        return change_state(workflow, self.uid, updated)

    def change_without(self, workflow: Workflow, prune: bool = True) -> Change:
        """The change of `workflow` that removes the value."""
        return change_state(workflow, self.uid, lambda state: without_value(state.fields, self.path, prune))
