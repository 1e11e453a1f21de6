"""The intents of a person on the workflow and what each does to it: one module a kind, found by this folder.

A module holds the intent's message and one function:

- `act(context, intent) -> Change` derives a change of the workflow's texts, to be kept and undone;
- `run(opened, intent, acknowledgement)` does anything else to the `OpenWorkflow` of a tab: it selects,
  searches, copies, undoes. `acknowledgement` names the canvas' message; it is None for an intent of a panel.

Beside `act`, `by_hand(intent) -> Collection[str]` gives the ids of what a person puts where it may cover
others.
"""

from __future__ import annotations

import sys

from designer.workspace.action_registry import ActionRegistry
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.keep_apart import keep_notes_apart

__all__ = ["ActionRefused", "apply", "messages", "perform"]

_actions = ActionRegistry(sys.modules[__name__], Context, keep_notes_apart)
messages, perform, apply = _actions.messages, _actions.perform, _actions.apply
