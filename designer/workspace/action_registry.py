"""Finds the actions of a folder, one module a kind, and carries them out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from types import ModuleType
from typing import Any, get_type_hints

from designer.library.store import Acknowledgement
from designer.protocol.canvas import Intent
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.edits import EditRefused
from schemas.core.registry import modules
from schemas.sidecar.workflow import Change, Workflow

Handlers = Mapping[type[Intent], Callable[..., Any]]


class ActionRegistry:
    """The actions of the modules in `package`, and of those in `also`.

    `context` makes of a workflow the first argument of `act`. `settle` gives the change of an action once all
    is moved that it may have come to cover; it is told the ids of what a person puts by hand.
    """

    def __init__(
        self,
        package: ModuleType,
        context: Callable[[Workflow], Any],
        settle: Callable[[Workflow, Change, Collection[str]], Change] = lambda _, change, __: change,
        also: Iterable[ModuleType] = (),
    ) -> None:
        self._package, self._also = package, tuple(also)
        self._context, self._settle = context, settle

    def messages(self) -> tuple[type[Intent], ...]:
        """The message of every kind of intent, in the order of their modules' names."""
        return tuple(sorted((*self._acts, *self._runs), key=lambda message: message.__module__))

    def perform(self, workflow: Workflow, intent: Intent) -> Change:
        """The change that an intent makes.

        Raises `ActionRefused` where it does not fit the workflow, and KeyError where it changes no text.
        """
        by_hand = self._by_hand.get(type(intent))
        change: Change = self._acts[type(intent)](self._context(workflow), intent)
        return self._settle(workflow, change, by_hand(intent) if by_hand else ())

    def apply(
        self, opened: OpenWorkflow, intent: Intent, acknowledgement: Acknowledgement | None = None
    ) -> None:
        """Do to the open workflow what the intent asks for.

        Raises `EditRefused`; then nothing has changed.
        """
        run = self._runs.get(type(intent))
        if run is not None:
            run(opened, intent, acknowledgement)
        elif type(intent) in self._acts:
            opened.write(lambda workflow: self.perform(workflow, intent), acknowledgement)
            remarks = self._remarks.get(type(intent))
            opened.refusals.extend(remarks(intent) if remarks else ())
        else:
            raise EditRefused("action-gone")

    @cached_property
    def _acts(self) -> Handlers:
        return self._by_message("act")

    @cached_property
    def _runs(self) -> Handlers:
        return self._by_message("run")

    @cached_property
    def _by_hand(self) -> Handlers:
        return self._by_message("by_hand")

    @cached_property
    def _remarks(self) -> Handlers:
        """The functions that tell something of an action once it is done."""
        return self._by_message("remarks")

    def _by_message(self, function: str) -> Handlers:
        """The functions of that name by the message that they take."""
        found = (getattr(module, function, None) for module in (*modules(self._package), *self._also))
        return {get_type_hints(handler)["intent"]: handler for handler in found if handler}
