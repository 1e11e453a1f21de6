"""Name another owner of a lane."""

from __future__ import annotations

from designer.workspace.actions.rename_lane import RenameLane
from designer.workspace.actions.shared.annotations import owner_name
from designer.workspace.sketch_actions.shared.context import SketchContext
from schemas.core.edits import Set
from schemas.sidecar.workflow import Change


def act(context: SketchContext, intent: RenameLane) -> Change:
    """Set its owner, which may be empty. Raises `ActionRefused` for a lane that is gone."""
    uid, lane = context.lane(intent.id)
    owner = owner_name(intent.owner)
    return context.change([Set(("sketch", "lanes", uid, "owner"), owner)] if owner != lane.owner else [])
