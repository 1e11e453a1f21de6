"""What a person can do to a workflow: one module an action, found by the type of the intent it takes.

An action's module has `act(context, intent) -> Change`. Undo, redo and selection are not actions: they
change no text of their own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_type_hints

from designer.workspace.actions.shared.context import ActionRefused, Context
from schemas.core.registry import modules
from schemas.sidecar.workflow import Change, Workflow

__all__ = ["ActionRefused", "actions", "perform"]

Action = Callable[[Context, Any], Change]


def perform(workflow: Workflow, intent: object) -> Change:
    """The edits that carry out `intent`.

    Raises `ActionRefused` where that makes no sense on this workflow, and KeyError for what is no action.
    """
    return actions()[type(intent)](Context(workflow), intent)


@cache
def actions() -> Mapping[type, Action]:
    """Every action by the type of its intent."""
    found = (getattr(module, "act", None) for module in modules(sys.modules[__name__]))
    return {get_type_hints(act)["intent"]: act for act in found if act}
