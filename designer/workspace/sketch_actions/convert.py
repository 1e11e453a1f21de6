"""Turn the sketch into the workflow, or bring both together again."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.keep_apart import keep_new_apart
from designer.workspace.sketch_actions.shared.context import SketchContext
from schemas.conversion.sync.synchronize import Synchronization, Update
from schemas.core.coerce import mapping, text
from schemas.document.differences import differences
from schemas.sidecar.workflow import Change


class Convert(Intent):
    """Turn the sketch into the workflow; later, carry out what one offers to the other.

    `accepted` has the keys of the offers to carry out; all of them without it.
    """

    kind: Literal["convert"] = "convert"
    accepted: list[str] | None = None


def act(context: SketchContext, intent: Convert) -> Change:
    """Change the definition and its sidecar together, by what differs.

    Raises `ActionRefused` for a definition that cannot be read, or that has states of its own before the
    first conversion.
    """
    workflow = context.workflow
    if not isinstance(workflow.document.value, dict):
        raise ActionRefused("action-broken-text")
    synchronization = Synchronization(workflow)
    if not synchronization.can_begin:
        raise ActionRefused("action-already-drawn")
    update = synchronization.update(intent.accepted)
    change = Change(
        tuple(differences(workflow.document.value, update.definition)),
        tuple(differences(workflow.design.fields, update.sidecar)),
    )
    return keep_new_apart(workflow, change, {uid: _middle(context, update, uid) for uid in update.new})


def _middle(context: SketchContext, update: Update, uid: str) -> float | None:
    """The x of the middle of the card that a new state came from."""
    entry = mapping(mapping(update.sidecar.get("states")).get(uid))
    box = context.scene.boxes.get(text(entry.get("card")))
    return box.rect.x + box.rect.width / 2 if box and "position" in entry else None
