"""The entry of the sidecar whose operations card is shown, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from designer.screen.session import Session
from designer.workspace.sidecar.operations_card import answered, people_of
from designer.workspace.sidecar.values import choose_value, set_values
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path, pointer, value_at
from schemas.sidecar.design import Design
from schemas.sidecar.operations import Operations, read_operations
from schemas.sidecar.workflow import Change, Workflow


@dataclass(frozen=True)
class Subject:
    """The entry at the path `entry` of the sidecar: of a state, or of a card of the sketch.

    `errors` are the names of the errors that it can raise, as far as they are known. `is_function` is true
    for a call of a Lambda function.
    """

    session: Session
    entry: Path
    errors: tuple[str, ...] = ()
    is_function: bool = False

    @property
    def name(self) -> str:
        """The beginning of the names of its widgets."""
        return f"operations{pointer(self.entry)}"

    @property
    def failures(self) -> Path:
        """The path of its list of failures."""
        return (*self.entry, "operations", "failures")

    @property
    def operations(self) -> Operations:
        """Its operations card as it is now."""
        return read_card(self.session.opened.workflow.design, self.entry)

    @property
    def people(self) -> list[str]:
        """The owners, and who is told or asked, anywhere in the workflow, to choose from."""
        return people_of(self.session.opened.workflow.design)

    def answer(self, name: str, workflow: Workflow, typed: str) -> Change:
        """The change that answers a question. Raises `Unreadable` and `ActionRefused`."""
        card = read_card(workflow.design, self.entry)
        return set_values(workflow, answered(self.entry, name, typed, card))

    def choose(self, name: str, typed: str) -> None:
        """Answer a question by a choice."""
        self.session.opened.change(partial(self.answer, name, typed=typed))

    def change_failures(self, change: partial[Json]) -> None:
        """Replace the list of failures by what `change` makes of the latest one."""
        self.session.opened.change(lambda workflow: self.failures_changed(workflow, change))

    def failures_changed(self, workflow: Workflow, change: partial[Json]) -> Change:
        """The change that replaces the list of failures by what `change` makes of it."""
        latest = value_at(workflow.design.document.value, self.failures)[1]
        return choose_value(workflow, self.failures, change(latest))


def read_card(design: Design, entry: Path) -> Operations:
    """The operations card of the entry at that path."""
    return read_operations(mapping(value_at(design.document.value, entry)[1]).get("operations"))
