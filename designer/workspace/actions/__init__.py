"""The intents of a person and what each does to an open workflow: one module a kind, found by this folder.

A module holds the intent's message and one function:

- `act(context, intent) -> Change` derives a change of the workflow's texts, to be kept and undone;
- `run(opened, intent, acknowledgement)` does anything else to the `OpenWorkflow` of a tab: it selects,
  searches, copies, undoes. `acknowledgement` names the canvas' message; it is None for an intent of a panel.

Beside `act`, `by_hand(intent) -> Collection[str]` gives the ids of what a person puts where it may cover
others.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, get_type_hints

from pydantic import Field

from designer.library.store import Acknowledgement
from designer.protocol.canvas import Intent, Outbox
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.keep_apart import keep_notes_apart
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.registry import modules
from schemas.sidecar.workflow import Change, Workflow

__all__ = ["ActionRefused", "apply", "messages", "outbox_type", "perform"]

Act = Callable[[Context, Any], Change]
Run = Callable[[OpenWorkflow, Any, Acknowledgement | None], None]


def messages() -> tuple[type[Intent], ...]:
    """The message of every kind of intent, in the order of their modules' names."""
    found = (*_by_message("act"), *_by_message("run"))
    return tuple(sorted(found, key=lambda message: message.__module__))


@cache
def outbox_type() -> type[Outbox[Intent]]:
    """The canvas' outbox with intents of these kinds, told apart by their `kind`; refuses all others."""
    union: Any = reduce(or_, messages())
    return Outbox[Annotated[union, Field(discriminator="kind")]]


def perform(workflow: Workflow, intent: Intent) -> Change:
    """The change that an intent makes.

    Raises `ActionRefused` where it does not fit the workflow, and KeyError where it changes no text.
    """
    act: Act = _by_message("act")[type(intent)]
    by_hand = _by_message("by_hand").get(type(intent))
    change = act(Context(workflow), intent)
    return keep_notes_apart(workflow, change, by_hand(intent) if by_hand else ())


def apply(opened: OpenWorkflow, intent: Intent, acknowledgement: Acknowledgement | None = None) -> None:
    """Do to the open workflow what the intent asks for. Raises `EditRefused`; then nothing has changed."""
    run: Run | None = _by_message("run").get(type(intent))
    if run is None:
        opened.write(lambda workflow: perform(workflow, intent), acknowledgement)
    else:
        run(opened, intent, acknowledgement)


@cache
def _by_message(function: str) -> Mapping[type[Intent], Callable[..., Any]]:
    """The functions of that name by the message of their module."""
    found = (getattr(module, function, None) for module in modules(sys.modules[__name__]))
    return {get_type_hints(handler)["intent"]: handler for handler in found if handler}
