"""The intents of a person on the sketch and what each does to it: one module a kind, found by this folder.

They are as those in `designer/workspace/actions/`, and share its messages where a gesture is the same; the
first argument of `act` is the sketch in its sidecar.
"""

from __future__ import annotations

import sys

from designer.workspace.action_registry import ActionRegistry
from designer.workspace.actions import redo, select, set_view_mode, undo
from designer.workspace.sketch_actions.shared.context import SketchContext

__all__ = ["apply", "messages", "perform"]

_actions = ActionRegistry(sys.modules[__name__], SketchContext, also=(undo, redo, select, set_view_mode))
messages, perform, apply = _actions.messages, _actions.perform, _actions.apply
