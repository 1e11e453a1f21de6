"""A value inside a state: what it is, how its field is told in words, and how it is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from designer.base.words import words
from designer.screen.address import language
from designer.screen.locale import text
from designer.screen.panels.inspector.fields import order
from designer.screen.panels.inspector.revising import cleared, located, placed, revised, value_at
from designer.screen.session import Session
from schemas.asl.walk import State
from schemas.core.edits import Edit
from schemas.core.paths import Json, Path, pointer
from schemas.sidecar.workflow import Change, Workflow

Rule = Mapping[str, Any]


@dataclass(frozen=True)
class FieldRef:
    """The value at `path` in the fields of the state `uid`, there or not; `rule` is its JSON Schema.

    `orders` has, for each step of the path, the keys that may stand beside it, in their order.
    """

    session: Session
    uid: str
    state: State
    path: Path = ()
    rule: Rule = field(default_factory=dict)
    orders: tuple[tuple[str, ...], ...] = ()

    @property
    def name(self) -> str:
        """The name by which its control is bound."""
        return self.uid + pointer(self.path)

    @property
    def key(self) -> str:
        """Its key, or its number in a list; empty for the state itself."""
        return str(self.path[-1]) if self.path else ""

    @property
    def exists(self) -> bool:
        """Whether it is there."""
        return value_at(self.state.fields, self.path)[0]

    @property
    def value(self) -> Json:
        """What it is; None where it isn't there."""
        return value_at(self.state.fields, self.path)[1]

    @property
    def properties(self) -> dict[str, Rule]:
        """The fields that it may have by its schema, those of a state by the state's."""
        if not self.path:
            return {name: found.rule for name, found in order(self.state).items()}
        rules: dict[str, Rule] = self.rule.get("properties", {})
        return rules

    @property
    def label(self) -> str:
        """Its field in plain words."""
        return text(f"field.{self.key}")

    @property
    def explanation(self) -> str:
        """The field's name in the language, and a line of help; only the name where there is none."""
        known = f"field.{self.key}.help"
        return f"{self.key} — {text(known)}" if known in words(language()) else self.key

    @property
    def hint(self) -> str | None:
        """The explanation of a field inside another; that of a state's own field is always in sight."""
        is_field = bool(self.orders) and self.key in self.orders[-1]
        return self.explanation if len(self.path) > 1 and is_field else None

    def child(self, step: str | int, rule: object = None) -> FieldRef:
        """What stands in it at `step`; its schema is known, or `rule`."""
        known = rule if rule is not None else self.properties.get(str(step), {})
        beside = tuple(self.properties)
        schema = known if isinstance(known, dict) else {}
        return FieldRef(
            self.session, self.uid, self.state, (*self.path, step), schema, (*self.orders, beside)
        )

    def sibling(self, key: str) -> FieldRef:
        """The value of another key of the same object."""
        return FieldRef(self.session, self.uid, self.state, (*self.path[:-1], key), {}, self.orders)

    @property
    def parent(self) -> FieldRef:
        """The object or list that it stands in, without its schema."""
        return FieldRef(self.session, self.uid, self.state, self.path[:-1], {}, self.orders[:-1])

    def set(self, value: Json) -> None:
        """Give it a value."""
        self.session.opened.change(lambda workflow: self.change_to(workflow, value))

    def remove(self, prune: bool = True) -> None:
        """Take it away; if it is to `prune`, an object that has nothing else goes with it."""
        self.session.opened.change(lambda workflow: self.change_without(workflow, prune))

    def update(self, make: Callable[[Json], Json]) -> None:
        """Make of its latest value what `make` says."""

        def revise(state: State) -> Json:
            value = make(value_at(state.fields, self.path)[1])
            return placed(state.fields, self.path, value, self.orders)

        self.session.opened.change(lambda workflow: revised(workflow, self.uid, revise))

    def edit(self, make: Callable[[Path, Json], Sequence[Edit]]) -> None:
        """Carry out the edits that `make` derives from its path in the definition and its latest value."""

        def edits(workflow: Workflow) -> Change:
            state = located(workflow, self.uid)
            there, value = value_at(state.fields, self.path) if state else (False, None)
            return Change(tuple(make((*state.path, *self.path), value))) if state and there else Change()

        self.session.opened.change(edits)

    def change_to(self, workflow: Workflow, value: Json) -> Change:
        """The change that gives it a value."""
        return revised(workflow, self.uid, lambda state: placed(state.fields, self.path, value, self.orders))

    def change_without(self, workflow: Workflow, prune: bool = True) -> Change:
        """The change that takes it away."""
        return revised(workflow, self.uid, lambda state: cleared(state.fields, self.path, prune))
