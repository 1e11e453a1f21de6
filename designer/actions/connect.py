"""A new arrow."""

from __future__ import annotations

from designer.actions.arrows import lead, start
from designer.actions.context import ActionRefused, Context
from designer.canvas.protocol import Connect
from schemas.workflow import Change


def act(context: Context, intent: Connect) -> Change:
    """Draw the arrow. Raises `ActionRefused` where it would leave its scope or doesn't fit the state."""
    target = context.state(intent.target)
    if intent.edge == "start":
        scope = context.scope(intent.source)
        edits = start(scope, target.name)
    else:
        source = context.state(intent.source)
        scope = source.scope
        edits = lead(source, intent.edge, target.name)
    if target.scope.path != scope.path:
        raise ActionRefused("action-across-scopes", target=target.name)
    return Change(tuple(edits))
