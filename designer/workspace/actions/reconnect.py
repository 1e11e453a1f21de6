"""Give an edge another target."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.context import ActionRefused, Context
from schemas.asl.walk import Scope
from schemas.core.edits import Set
from schemas.sidecar.workflow import Change


class Reconnect(Intent):
    """Give an edge another target."""

    kind: Literal["reconnect"] = "reconnect"
    edge: str
    target: str


def act(context: Context, intent: Reconnect) -> Change:
    """Set the edge's target. Raises `ActionRefused` for a state of another scope."""
    edge, target = context.edge(intent.edge), context.state(intent.target)
    scope = edge.source if isinstance(edge.source, Scope) else edge.source.scope
    if target.scope.path != scope.path:
        raise ActionRefused("action-across-scopes", target=target.name)
    return Change((Set(edge.path, target.name),) if edge.name != target.name else ())
