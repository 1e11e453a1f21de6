"""A new arrow."""

from __future__ import annotations

from designer.protocol.canvas import Connect
from designer.workspace.actions.shared.arrows import lead, start
from designer.workspace.actions.shared.context import ActionRefused, Context
from schemas.sidecar.workflow import Change


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
