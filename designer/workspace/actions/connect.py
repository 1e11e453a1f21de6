"""Draw a new edge."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import EdgeKind, Intent
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.edges import add_edge, set_start
from schemas.sidecar.workflow import Change


class Connect(Intent):
    """Draw an edge from `source` (a state's id, or a scope's id for a start edge) to the state `target`.

    `next` and `default` replace the target that was there; `choice` adds a rule and `catch` a catcher.
    """

    kind: Literal["connect"] = "connect"
    edge: EdgeKind
    source: str
    target: str


def act(context: Context, intent: Connect) -> Change:
    """Add the edge. Raises `ActionRefused` where it would leave its scope, or the state has no such edges."""
    target = context.state(intent.target)
    if intent.edge == "start":
        scope = context.scope(intent.source)
        edits = set_start(scope, target.name)
    else:
        source = context.state(intent.source)
        scope = source.scope
        edits = add_edge(source, intent.edge, target.name)
    if target.scope.path != scope.path:
        raise ActionRefused("action-across-scopes", target=target.name)
    return Change(tuple(edits))
